import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Settings } from '../../src/config.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { replay } from '../../src/disputes/apply.js';
import { importFiles } from '../../src/flows/import.js';
import { type Around, type RunningBot, startBot } from '../../src/wiring.js';
import {
  conversationUpdate,
  execute,
  installationUpdate,
  message,
  personalChat,
  submit,
  type TeamsActivity,
  type TeamsUser,
  user,
} from '../support/activities.js';
import { type RunningCosmos, startCosmos } from '../support/cosmos.js';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.js';
import { recordedLog } from '../support/recordedLog.js';
import type { TokenServer } from '../support/tokens.js';
import { buttonOf, buttonsOf, filled, wordsOf } from './cardReading.js';

/** Where the story is played: the two stores that the bot runs on. */
export type StoreName = 'SQLite' | 'Cosmos DB';

/** An answer to a press, as the client shows it. */
export interface Shown {
  readonly card: unknown;
  readonly words: string;
  readonly buttons: readonly string[];
}
const shown = (card: unknown): Shown => ({ card, words: wordsOf(card), buttons: buttonsOf(card) });

export interface Cast {
  /** First word of the upn and of the Teams id → roles. */
  readonly [who: string]: { readonly name: string; readonly roles: string; readonly entraIdKnown?: boolean };
}

/** The people of every story unless it says otherwise: obviously invented, roles in their names. */
export const cast: Cast = {
  ida: { name: 'Ida Reviewer', roles: 'iro' },
  ivan: { name: 'Ivan Reviewer', roles: 'iro' },
  tess: { name: 'Tess Teammanager', roles: 'manager' },
  tom: { name: 'Tom Teammanager', roles: 'manager' },
  olga: { name: 'Olga Operations', roles: 'manager' },
  amir: { name: 'Amir Assistant', roles: 'manager' },
  dina: { name: 'Dina Director', roles: 'manager' },
  lena: { name: 'Lena Lead', roles: 'lead' },
  bess: { name: 'Bess Business', roles: 'admin' },
};

const upn = (who: string) => `${who}@exampleton.example`;
const csv = (name: string, ...lines: string[]) => ({ name, content: Buffer.from(`${lines.join('\n')}\n`) });

/** One bot on one store, a Connector that stands for Teams, and people who press what they read. */
export async function openTheatre(
  storeName: StoreName,
  {
    startsAt = '2026-03-02T09:00:00Z',
    policy = {} as object,
    people = cast,
    teamHolders = {} as Record<string, string>,
    around = {} as Around,
    /** With an app id: every activity comes with a token of this server. */
    access = undefined as TokenServer | undefined,
  } = {},
) {
  const tenantId = access?.tenantId ?? 'local';
  const botId = access === undefined ? '28:bot' : `28:${access.appId}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'footprint-'));
  const cosmos: RunningCosmos | undefined = storeName === 'Cosmos DB' ? await startCosmos() : undefined;
  const connector: FakeConnector = await startFakeConnector();
  const log = recordedLog();
  const settings: Settings = {
    port: 0,
    host: '127.0.0.1',
    app:
      access === undefined
        ? { mode: 'local', clockStartsAt: startsAt }
        : { mode: 'teams', type: 'SingleTenant', id: access.appId, password: 'a password', tenantId },
    store: {
      dataFile: path.join(folder, 'data.db'),
      authority: tenantId,
      ...(cosmos === undefined
        ? {}
        : { cosmos: { endpoint: cosmos.endpoint, key: cosmos.key, database: 'd', container: 'c' } }),
    },
    sdk: access?.settings ?? {},
  };
  const outside = access === undefined ? around : { ...around, credentials: access.credentials };
  let bot: RunningBot = await startBot(settings, log, outside);
  const users = new Map<string, TeamsUser>(
    Object.entries(people).map(([who, { name }]) => [who, user(who, name)]),
  );
  for (const [who, teamsUser] of users) connector.addMember({ ...teamsUser, userPrincipalName: upn(who) });

  const holders = {
    'team-manager': 'tess',
    'operations-manager': 'olga',
    'assistant-director': 'amir',
    director: 'dina',
    ...teamHolders,
  };
  /** One row for each team; an empty name leaves a stage to nobody. */
  const teamsFile = (held: Record<string, string>) => {
    const stages = Object.entries(held);
    const row = (team: string, names: readonly string[]) =>
      `${team},${team},${names.map((who) => (who === '' ? '' : upn(who))).join(',')}`;
    return csv(
      'teams.csv',
      `team,area,${stages.map(([stage]) => stage).join(',')}`,
      row(
        'North',
        stages.map(([, who]) => who),
      ),
      row(
        'South',
        stages.map(([stage, who]) => (stage === 'team-manager' ? 'tom' : who)),
      ),
    );
  };
  const results = await importFiles(
    { store: bot.ports.store, now: bot.ports.now(), newId: bot.ports.newId },
    {
      policy: { name: 'policy.json', content: Buffer.from(JSON.stringify(policy)) },
      people: csv(
        'people.csv',
        'id,name,upn,role,fte',
        ...Object.entries(people).map(
          ([who, { name, roles, entraIdKnown = true }]) =>
            `${entraIdKnown ? (users.get(who)?.aadObjectId ?? '') : ''},${name},${upn(who)},${roles},1`,
        ),
      ),
      teams: teamsFile(holders),
      allocations: csv(
        'allocations.csv',
        'child,initials,family,iro,team,social_worker',
        `700123,AB,F1,${upn('ida')},North,`,
        `700124,CB,F1,${upn('ida')},North,`,
        `700131,CD,,${upn('ida')},North,`,
        `700140,EF,,${upn('ivan')},South,`,
      ),
    },
    { dryRun: false },
  );
  const refused = results.flatMap((result) => result.refused);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  await bot.ports.directoryChanged();

  const scene = () => ({ serviceUrl: connector.serviceUrl, tenantId, botId });

  async function deliver(
    activity: TeamsActivity,
    token?: string,
  ): Promise<{ status: number; body: unknown }> {
    const bearer = token ?? (await access?.tokenFor(connector.serviceUrl));
    const response = await fetch(`${bot.address}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** Everything that is due is done. The relay keeps Teams' pace: what waits for that alone is given its second. */
  async function settled(): Promise<void> {
    await bot.settle();
    for (;;) {
      const soon = new Date(Date.parse(bot.ports.now()) + 1_500).toISOString();
      if ((await bot.ports.store.dueToSend(soon, 1)).length === 0) return;
      bot.clock.move({ to: soon });
      await bot.settle();
    }
  }

  function person(who: string) {
    const me = users.get(who) ?? user(who, who);
    const chat = personalChat(me);
    /** The messages of this person's chat that show a card. */
    const cards = () =>
      connector.messages(chat).map(({ id, activity }) => ({
        id,
        card: activity.attachments?.[0]?.content,
        summary: activity.summary,
      }));
    /** What a press answered last, over the message as the Connector has it: the client shows the answer. */
    const answered = new Map<string, unknown>();
    const cardIn = (id: string) => answered.get(id) ?? cards().find((each) => each.id === id)?.card;
    const withButton = (title: string) => {
      const found = cards().findLast(({ id }) => buttonOf(cardIn(id), title) !== undefined);
      if (found === undefined)
        throw new Error(
          `${who} sees no button "${title}" but ${cards()
            .flatMap(({ id }) => buttonsOf(cardIn(id)))
            .join(' · ')}`,
        );
      return found.id;
    };
    const dataOf = (id: string, title: string, fields: Readonly<Record<string, string>>) => {
      const card = cardIn(id);
      const button = buttonOf(card, title);
      return {
        verb: String(button?.['verb']),
        data: { ...(button?.['data'] as object), ...filled(card, fields) },
      };
    };
    const self = {
      who,
      user: me,
      chat,
      cards,
      /** The newest card in the chat, after everything due was sent. */
      async sees(): Promise<Shown> {
        await settled();
        const last = cards().at(-1);
        return shown(last === undefined ? undefined : cardIn(last.id));
      },
      /** Every card of the chat as it stands, oldest first. */
      async seesAll(): Promise<Shown[]> {
        await settled();
        return cards().map(({ id }) => shown(cardIn(id)));
      },
      async says(words: string): Promise<Shown> {
        const { status } = await deliver(message(scene(), me, words));
        if (status >= 300) throw new Error(`"${words}" was answered ${status}`);
        return self.sees();
      },
      /** The press as an activity, for stories that send it twice or late. */
      press(title: string, fields: Readonly<Record<string, string>> = {}): TeamsActivity {
        const id = withButton(title);
        return execute(scene(), me, { ...dataOf(id, title, fields), replyToId: id });
      },
      /** Sends an activity of one's own and shows its answer in the message that was pressed. */
      async sends(activity: TeamsActivity): Promise<Shown> {
        const { status, body } = await deliver(activity);
        const answer = body as { statusCode?: number; type?: string; value?: unknown };
        if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
        if (answer.type === 'application/vnd.microsoft.card.adaptive') {
          answered.set(String(activity['replyToId']), answer.value);
          return shown(answer.value);
        }
        return { card: undefined, words: String(answer.value), buttons: [] };
      },
      /** Presses the button with this title on the newest card that has it. */
      presses: (title: string, fields: Readonly<Record<string, string>> = {}) =>
        self.sends(self.press(title, fields)),
      /** The same by the fallback of an old client, which is answered by the message. */
      async submits(title: string, fields: Readonly<Record<string, string>> = {}): Promise<Shown> {
        const id = withButton(title);
        const { status } = await deliver(submit(scene(), me, dataOf(id, title, fields).data, id));
        if (status >= 300) throw new Error(`answered ${status}`);
        answered.delete(id);
        const now = cards().find((each) => each.id === id);
        return shown(now?.card);
      },
      async installs(): Promise<void> {
        await deliver(installationUpdate(scene(), me));
        await deliver(conversationUpdate(scene(), me));
        await settled();
      },
      /** Looks at the chat anew, as after closing and opening it: what stands in the messages, no answers. */
      reopens(): void {
        answered.clear();
      },
      /** The newest card as it stands in the chat, after everything due was sent. */
      async looksAgain(): Promise<Shown> {
        await settled();
        answered.clear();
        return self.sees();
      },
      /** A formal dispute with the first stage, or whatever else is filled in. */
      async raises(fields: Readonly<Record<string, string>> = {}): Promise<Shown> {
        await self.says('raise');
        return self.presses('Raise', {
          Child: '700123',
          Kind: 'formal',
          Theme: 'drift',
          'What is worrying you for this child': 'The plan has not been started.',
          ...fields,
        });
      },
    };
    return self;
  }

  return {
    connector,
    log,
    deliver,
    scene,
    settled,
    person,
    get bot() {
      return bot;
    },
    async disputes(): Promise<Dispute[]> {
      await settled();
      const stored = await bot.ports.store.disputes({ by: 'everyone', open: false });
      return stored.map(({ document }) => document);
    },
    /** The dispute raised last. */
    async newest(): Promise<Dispute> {
      const last = (await this.disputes()).at(-1);
      if (last === undefined) throw new Error('nothing was raised');
      return last;
    },
    /** Somebody else holds a stage from now on; '' leaves it to nobody. */
    async givesStage(stage: string, who: string): Promise<void> {
      const { store, now, newId } = bot.ports;
      const teams = teamsFile({ ...holders, [stage]: who });
      await importFiles({ store, now: now(), newId }, { teams }, { dryRun: false });
      await bot.ports.directoryChanged();
    },
    /** Moves the clock and does everything that has become due. */
    async moveTo(instant: string): Promise<void> {
      bot.clock.move({ to: instant });
      await settled();
    },
    /** Stops the bot and starts it again on the same store, at once or after it was down until an instant. */
    async restarts(until?: string): Promise<void> {
      const at = until ?? bot.ports.now();
      await bot.close();
      bot = await startBot({ ...settings, app: { mode: 'local', clockStartsAt: at } }, log, outside);
    },
    async close(): Promise<void> {
      await bot.close();
      await connector.close();
      await cosmos?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Theatre = Awaited<ReturnType<typeof openTheatre>>;
export type Actor = ReturnType<Theatre['person']>;

/** What happened, in order. */
export const kindsOf = (dispute: Dispute) => dispute.history.map(({ kind }) => kind);

/** What a history says must be what is stored, telling aside. */
export function expectReplayed(dispute: Dispute): void {
  const { intents: _i, wakeAt: _w, ...stored } = dispute;
  const { intents: _j, wakeAt: _v, ...replayed } = replay(dispute.history);
  expect(replayed).toEqual(stored);
}
