import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Settings } from '../../src/config.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { replay } from '../../src/disputes/apply.js';
import { importFiles } from '../../src/flows/import.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
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
import {
  allocationsFile,
  type Cast,
  cast,
  everyHolder,
  peopleFile,
  policyFile,
  teamsFile,
  upn,
} from './authority.js';
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

export interface Setting {
  readonly startsAt?: string;
  readonly policy?: object;
  readonly people?: Cast;
  /** Stage → who; an empty name leaves a stage to nobody. */
  readonly teamHolders?: Readonly<Record<string, string>>;
  readonly around?: Around;
  /** With an app id: every activity comes with a token of this server. */
  readonly access?: TokenServer;
}

/** A test that fails leaves its bot running, and the run would never end. */
const open = new Set<{ readonly close: () => Promise<void> }>();
afterAll(async () => {
  for (const theatre of open) await theatre.close();
});

/** One bot on one store, a Connector that stands for Teams, and people who press what they read. */
export async function openTheatre(
  storeName: StoreName,
  {
    startsAt = '2026-03-02T09:00:00Z',
    policy = {},
    people = cast,
    teamHolders = {},
    around = {},
    access,
  }: Setting = {},
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

  const holders = { ...everyHolder, ...teamHolders };
  const results = await importFiles(
    { store: bot.ports.store, now: bot.ports.now(), newId: bot.ports.newId },
    {
      policy: policyFile(policy),
      people: peopleFile(people),
      teams: teamsFile(holders),
      allocations: allocationsFile,
    },
    { dryRun: false },
  );
  const refused = results.flatMap((result) => result.refused);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  await bot.ports.directoryChanged();

  const scene = () => ({ serviceUrl: connector.serviceUrl, tenantId, botId });

  /** Whatever is sent, as it is: an activity, or what only looks like one. */
  async function deliver(said: object | string, token?: string): Promise<{ status: number; body: unknown }> {
    const bearer = token ?? (await access?.tokenFor(connector.serviceUrl));
    const response = await fetch(`${bot.address}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body: typeof said === 'string' ? said : JSON.stringify(said),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, body: json && text !== '' ? JSON.parse(text) : text };
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
        verb: z.string().parse(button?.['verb']),
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

  const theatre = {
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
    /**
     * Stops the bot and starts it again on the same store, at once or after it was down until an instant; meanwhile
     * others may have written into the store.
     */
    async restarts(until?: string, meanwhile?: (store: Store) => Promise<unknown>): Promise<void> {
      const at = until ?? bot.ports.now();
      await bot.close();
      if (meanwhile !== undefined) {
        const store = await openStore(settings.store);
        await meanwhile(store);
        await store.close();
      }
      bot = await startBot({ ...settings, app: { mode: 'local', clockStartsAt: at } }, log, outside);
    },
    async close(): Promise<void> {
      if (!open.delete(this)) return;
      await bot.close();
      await connector.close();
      await cosmos?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  open.add(theatre);
  return theatre;
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
