import { randomUUID } from 'node:crypto';
import type { Instant } from './calendar/days.js';
import type { Settings } from './config.js';
import { useBankHolidays } from './cli/bankHolidays.js';
import { readSources } from './cli/files.js';
import { createDirectory, markDirectoryChanged } from './flows/directory.js';
import type { Ports } from './flows/ports.js';
import { importFiles } from './flows/import.js';
import { wakeEverybody } from './flows/meet.js';
import { createSweep } from './flows/sweep.js';
import { createLocalChannel } from './local/channel.js';
import { metPerson } from './outbox/firstMeeting.js';
import { releaseLease } from './outbox/lease.js';
import { createRelay } from './outbox/relay.js';
import { render } from './outbox/rendering.js';
import { createSchedule } from './schedule/schedule.js';
import { openStore } from './store/open.js';
import type { Store } from './store/store.js';
import { createAdapter } from './teams/adapter.js';
import { TeamsAuthentication } from './teams/authentication.js';
import { createBot } from './teams/bot.js';
import { createConnectorHttp } from './teams/connectorHttp.js';
import type { Log } from './teams/log.js';
import { createSender, teamsInEurope, type TeamsSender } from './teams/sender.js';
import { createServer } from './teams/server.js';

/** For how many seconds a move of the clock waits at most for what the pace has put off: with the 45 before, no minute. */
const mostPutOff = 12;

const hoursOf = ({ days = 0, hours = 0 }: { days?: number; hours?: number }) => days * 24 + hours;

/** A clock that can only be set forward, for local mode; otherwise the machine's own. */
export function createClock(startsAt?: Instant) {
  let ahead = startsAt === undefined ? 0 : Date.parse(startsAt) - Date.now();
  const now = (): Instant => new Date(Date.now() + ahead).toISOString();
  return {
    now,
    move(to: { by: { days?: number; hours?: number } } | { to: Instant }): Instant {
      const span = 'to' in to ? Date.parse(to.to) - Date.parse(now()) : hoursOf(to.by) * 3_600_000;
      ahead += Math.max(0, span);
      return now();
    },
  };
}
export type Clock = ReturnType<typeof createClock>;

/** `LOCAL_CLOCK` starts at the later of itself and the newest event: a history never goes back. */
export async function clockFor(settings: Settings, store: Store): Promise<Clock> {
  const startsAt = settings.app.mode === 'local' ? settings.app.clockStartsAt : undefined;
  if (startsAt === undefined) return createClock();
  const newest = await store.newestChangeAt();
  return createClock(newest !== undefined && newest > startsAt ? newest : startsAt);
}

export function portsOver(store: Store, clock: Clock, log: Log, nudge: () => void): Ports {
  const directory = createDirectory(store, () => performance.now());
  return {
    store,
    now: clock.now,
    newId: randomUUID,
    directory: (when) => directory.get(when),
    directoryChanged: async (what) => {
      await markDirectoryChanged(store, clock.now(), what);
      directory.forget();
    },
    nudge,
    log,
  };
}

/** The SDK reads its settings under its own names; without an app id it must find none of the app. */
function sdkSettings({ app, sdk }: Settings): Record<string, string> {
  if (app.mode === 'local') return sdk;
  return {
    ...sdk,
    MicrosoftAppType: app.type,
    MicrosoftAppId: app.id,
    ...(app.password === undefined ? {} : { MicrosoftAppPassword: app.password }),
    MicrosoftAppTenantId: app.tenantId,
  };
}

/** The store's policy rules; `POLICY_FILE` is applied at start as an import of it. Throws one line with every problem. */
async function applyPolicyFile({ policyFile }: Settings, { store, now, newId, log }: Ports): Promise<void> {
  if (policyFile === undefined) return;
  const sources = await readSources({ policy: policyFile });
  const [result] = await importFiles({ store, now: now(), newId }, sources, { dryRun: false });
  const problems = (result?.refused ?? []).map(({ reason }) => reason);
  if (problems.length > 0) throw new Error(`POLICY_FILE: ${problems.join('; ')}`);
  for (const { reason } of result?.warned ?? []) log.warn({ reason }, 'POLICY_FILE');
}

export interface RunningBot {
  /** `http://host:port` */
  readonly address: string;
  readonly ports: Ports;
  readonly clock: Clock;
  /** Moves the clock, and everything that is due by then has been done. */
  moveTo(time: number): Promise<void>;
  /** Everything that is due has been done: for the demo, and for tests. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** What may stand between the bot and its outside: a power cut in a test, say. */
export interface Around {
  readonly store?: (store: Store) => Store;
  readonly sender?: (sender: TeamsSender) => TeamsSender;
  /** Where the bot's own tokens come from; the SDK's choice where absent. */
  readonly credentials?: ConstructorParameters<typeof TeamsAuthentication>[0]['credentials'];
}

const asItIs = <T>(outside: T): T => outside;

/** The whole bot on one store, listening. */
export async function startBot(settings: Settings, log: Log, around: Around = {}): Promise<RunningBot> {
  const problems = await useBankHolidays(settings);
  if (problems.length > 0) throw new Error(problems.join('; '));
  const store = (around.store ?? asItIs)(await openStore(settings.store));
  const clock = await clockFor(settings, store);
  const { app } = settings;
  let address = '';
  let lastServiceUrl: string | undefined;

  const http = createConnectorHttp();
  const authentication = new TeamsAuthentication({
    settings: sdkSettings(settings),
    log,
    httpClient: http.httpClient,
    ...(around.credentials === undefined ? {} : { credentials: around.credentials }),
  });
  const teams = createSender({
    authentication,
    ...(app.mode === 'local' ? {} : { appId: app.id, tenantId: app.tenantId }),
    botId: app.mode === 'local' ? '28:local' : `28:${app.id}`,
    defaultServiceUrl: () =>
      lastServiceUrl ?? (app.mode === 'local' ? `${address}/local/connector/` : teamsInEurope),
    log,
  });
  const sender = (around.sender ?? asItIs)(teams);

  const ports: Ports = portsOver(store, clock, log, () => schedule.nudge());
  await applyPolicyFile(settings, ports);
  await wakeEverybody(ports);
  const relayer = randomUUID();
  const schedule = createSchedule({
    sweep: createSweep(ports),
    relay: createRelay(ports, sender, render, { relayer, random: Math.random }),
    log,
  });

  const running = new Set<Promise<void>>();
  const after = (work: () => Promise<void>) => {
    const run = new Promise((resolve) => setImmediate(resolve))
      .then(work)
      .catch((error: unknown) => log.error({ error: String(error) }, 'Work after an answer failed'))
      .finally(() => running.delete(run));
    running.add(run);
  };
  const settle = async () => {
    while (running.size > 0) await Promise.all(running);
    await schedule.settle();
  };

  // The card of a day waits half a minute for the others, and whoever moves a clock does not. Less than the minute for
  // which a relay has a delivery in hand: several processes are told the time one after the other.
  // What the pace has put off for some seconds is waited for: the next move would leap over it.
  const moveTo = async (target: number) => {
    for (const at of [target - 45_000, target]) {
      clock.move({ to: new Date(at).toISOString() });
      await settle();
    }
    for (let seconds = 0; seconds < mostPutOff && (await isPutOff()); seconds += 1) {
      clock.move({ to: inSeconds(1) });
      await settle();
    }
  };
  const inSeconds = (count: number) => new Date(Date.parse(clock.now()) + count * 1_000).toISOString();
  const isPutOff = async () => {
    const ids = await store.dueToSend(inSeconds(3), 20);
    const due = await Promise.all(ids.map((id) => store.load('delivery', id)));
    // What another process has in hand is not waited for: its minute would be over.
    return due.some((stored) => stored !== undefined && stored.document.claimedUntil === undefined);
  };

  const bot = createBot({ ports, sender, met: (person) => metPerson(ports, person), after });
  const local =
    app.mode === 'local'
      ? createLocalChannel({
          botUrl: () => `${address}/api/messages`,
          ownUrl: () => `${address}/local/connector/`,
          people: async () =>
            (await ports.directory()).people.flatMap(({ entraId, name, upn, roles }) =>
              entraId === undefined ? [] : [{ entraId, name, upn, roles }],
            ),
          now: clock.now,
          moveClock: async (to) => {
            await moveTo(
              'to' in to ? Date.parse(to.to) : Date.parse(clock.now()) + hoursOf(to.by) * 3_600_000,
            );
            return clock.now();
          },
          log,
        })
      : undefined;
  const server = createServer({
    adapter: createAdapter({ authentication, log }),
    bot: (context) => {
      lastServiceUrl = context.activity.serviceUrl;
      return bot(context);
    },
    health: async () => {
      await store.load('directory', 'directory');
      return { status: 'ok', store: store.name };
    },
    ...(local === undefined ? {} : { local }),
    log,
  });
  const port = await server.listen(settings.port, settings.host).catch(async (error: unknown) => {
    http.close();
    await store.close();
    throw error;
  });
  address = `http://${settings.host}:${port}`;
  schedule.start();

  return {
    address,
    ports,
    clock,
    moveTo,
    settle,
    close: async () => {
      local?.closed();
      await server.close();
      await settle();
      await schedule.stop();
      await releaseLease(ports, relayer).catch((error: unknown) =>
        log.warn({ error: String(error) }, 'The lease of the relay was not given back'),
      );
      http.close();
      await store.close();
    },
  };
}
