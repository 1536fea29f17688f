import { englishDay } from '../calendar/days.js';
import { longDay } from '../calendar/periods.js';
import { codedError } from '../cli/errorCode.js';
import { type ReadSettings, readSettings, type Settings } from '../config.js';
import type { Log } from '../flows/ports.js';
import { type RunningBot, startBot } from '../wiring.js';
import { domain } from './authority.js';
import { demoToday, leaveOut, openLists, seed, weeksBefore } from './seed.js';

export type Started =
  { readonly bot: RunningBot; readonly greeting: string } | { readonly problems: readonly string[] };

/** The bot in local mode with the Borough of Exampleton in it. A data file that has it already goes on where it stood. */
export async function startDemo(read: ReadSettings, log: Log): Promise<Started> {
  if ('problems' in read) return read;
  const problems = unfit(read.settings);
  if (problems.length > 0) return { problems };
  const dataFile = namedFile(read.settings) ?? ':memory:';
  const { authority } = read.settings.store;
  // The clock can only be moved forward, so it starts in the past, and the seeding brings it to today.
  const settings: Settings = {
    ...read.settings,
    app: { mode: 'local', clockStartsAt: weeksBefore },
    store: { authority, dataFile },
  };
  let bot: RunningBot;
  try {
    bot = await startBot(settings, log);
  } catch (error) {
    if (!isTaken(error)) throw error;
    return { problems: [`PORT: ${settings.port} is taken by another program: PORT=3979 npm run demo`] };
  }
  const { people } = await bot.ports.directory();
  if (people.length > 0 && !people.some(({ upn }) => upn.endsWith(`@${domain}`))) {
    await bot.close();
    return { problems: [`DATA_FILE: ${dataFile} holds other people: name a file that does not exist yet`] };
  }
  if (people.length === 0) await seed(bot);
  else await leaveOut(bot);
  await bot.moveTo(Date.parse(startsAt(read.settings)));
  await openLists(bot);
  return { bot, greeting: greeting(bot.address, dataFile, longDay(englishDay(bot.ports.now()))) };
}

/** What would have the demo seed something that is no demo. */
function unfit({ app, store }: Settings): string[] {
  return [
    ...(app.mode === 'local' ? [] : ['MicrosoftAppId: the demo runs in local mode: leave it unset']),
    ...(store.cosmos === undefined ? [] : ['COSMOS_ENDPOINT: the demo runs on SQLite alone: leave it unset']),
  ];
}

/** The default file is the bot's own: no demo goes in there, and without a name nothing is kept. */
function namedFile({ store }: Settings): string | undefined {
  const unset = readSettings({});
  return 'settings' in unset && store.dataFile === unset.settings.store.dataFile ? undefined : store.dataFile;
}

const startsAt = ({ app }: Settings) =>
  app.mode === 'local' && app.clockStartsAt !== undefined && app.clockStartsAt > demoToday
    ? app.clockStartsAt
    : demoToday;

const isTaken = (error: unknown) => codedError(error)?.code === 'EADDRINUSE';

const greeting = (address: string, dataFile: string, today: string) => `
IRO Footprint, in the Borough of Exampleton. Nobody there exists, and it is ${today}.

  ${address}/local/?people=amara.iroby@${domain},tess.teamby@${domain}

  Amara Iroby is an IRO; Tess Teamby is the team manager whom she challenges. Under People are
  the other IROs, the managers above Tess, Lena Leadwell (lead IRO) and Adele Adminby (business
  support). Write raise, disputes or help to the bot. Move the clock brings the next day.

  ${dataFile === ':memory:' ? 'Nothing is kept. To keep the next one, start it with DATA_FILE=demo.db npm run demo.' : `Kept in ${dataFile}.`}
  Ctrl+C to stop
`;
