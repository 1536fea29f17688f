import pino from 'pino';
import { readEnvironment } from '../config.js';
import { routeConsole } from '../teams/log.js';
import { startDemo } from './demo.js';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** The demo's composition root. */
async function main(): Promise<void> {
  say('Making the Borough of Exampleton: a few seconds.');
  // Exampleton has somebody who cannot be reached: while it is made, that is no news.
  const log = pino({ base: null, level: 'error' });
  routeConsole(log);
  const started = await startDemo(readEnvironment(), log);
  if ('problems' in started) {
    process.stderr.write(`The demo cannot start:\n${started.problems.map((line) => `  ${line}\n`).join('')}`);
    process.exitCode = 1;
    return;
  }
  log.level = 'warn';
  say(started.greeting);
  const stop = () => {
    started.bot.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: String(error) }, 'The demo did not close cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`The demo cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
