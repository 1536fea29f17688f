import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import { words } from '../words/index.js';
import { extensionTrouble } from './extension.js';
import type { Log } from './log.js';

export type Bot = (context: TurnContext) => Promise<void>;

/** The SDK's adapter with a door to it: its own `process` tells the sender what went wrong, and the console. */
export class TeamsAdapter extends CloudAdapter {
  /** One activity, authenticated and answered. Throws the AuthenticationError of a refused token. */
  receive(authHeader: string, activity: Activity, bot: Bot): Promise<InvokeResponse | undefined> {
    return this.processActivity(authHeader, activity, bot);
  }
}

const sorry = words.elsewhere.wentWrong;

/** A person who pressed or wrote is told; the channel hears no error, for it could do nothing about it. */
async function apologise(context: TurnContext): Promise<void> {
  const { type, name } = context.activity;
  if (type === 'message') {
    await context.sendActivity(sorry);
  } else if (type === 'invoke' && name === 'adaptiveCard/action') {
    const error = { code: 'InternalError', message: sorry };
    const body = { statusCode: 500, type: 'application/vnd.microsoft.error', value: error };
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  } else if (type === 'invoke' && name?.startsWith('composeExtension/') === true) {
    // Teams keeps a dialog open, with what was typed in it, over a press that failed.
    const body = name === 'composeExtension/submitAction' ? undefined : extensionTrouble(name, sorry);
    const value = { status: body === undefined ? 500 : 200, body };
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
  }
}

export function createAdapter({
  authentication,
  log,
}: {
  authentication: BotFrameworkAuthentication;
  log: Log;
}): TeamsAdapter {
  const adapter = new TeamsAdapter(authentication);
  adapter.onTurnError = async (context, error) => {
    const { type, name } = context.activity;
    log.error({ error: error.stack ?? String(error), type, name }, 'A turn failed');
    try {
      await apologise(context);
    } catch (unheard) {
      log.error({ error: String(unheard) }, 'Nor could the person be told');
    }
  };
  return adapter;
}
