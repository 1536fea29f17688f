import type { Activity } from 'botbuilder';
import { z } from 'zod';

const accountSchema = z.looseObject({ id: z.string(), aadObjectId: z.string().nullish() });

/** As much of an activity as the SDK and the bot lean on. What hangs on the kind is parsed where it is used. */
const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().nullish(),
  name: z.string().nullish(),
  text: z.string().nullish(),
  channelId: z.string().min(1),
  serviceUrl: z.string().nullish(),
  conversation: z.looseObject({ id: z.string().min(1), tenantId: z.string().nullish() }),
  from: accountSchema.nullish(),
  recipient: accountSchema.nullish(),
  replyToId: z.string().nullish(),
  timestamp: z.string().nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  attachments: z.array(z.looseObject({})).nullish(),
});

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (notJson) {
    if (notJson instanceof SyntaxError || notJson instanceof RangeError) return undefined;
    throw notJson;
  }
}

/** The activity, or one line that says what is wrong with it. */
export function activityIn(text: string): Activity | string {
  const said = jsonIn(text);
  if (!isActivity(said)) {
    const fields = (activitySchema.safeParse(said).error?.issues ?? []).map(({ path }) => path.join('.'));
    return fields.includes('') ? 'The body is not an activity.' : `Malformed activity: ${fields.join(', ')}.`;
  }
  // As the SDK's own reading does.
  if (typeof said.timestamp === 'string') said.timestamp = new Date(said.timestamp);
  return said;
}

/** The SDK's type is far wider than what a channel sends: here alone it is taken on trust. */
function isActivity(said: unknown): said is Activity {
  return activitySchema.safeParse(said).success;
}
