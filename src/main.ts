import pino from 'pino';
import { readEnvironment } from './config.js';
import { routeConsole } from './teams/log.js';
import { startBot } from './wiring.js';

async function main(): Promise<void> {
  const read = readEnvironment();
  if ('problems' in read) {
    process.stderr.write(
      `The bot cannot start:\n${read.problems.map((problem) => `  ${problem}\n`).join('')}`,
    );
    process.exitCode = 1;
    return;
  }
  const { settings } = read;
  const log = pino({ base: null });
  routeConsole(log);
  const bot = await startBot(settings, log);
  log.info({ address: bot.address, store: bot.ports.store.name }, 'IRO Footprint is listening');
  if (settings.app.mode === 'local')
    log.info(
      {},
      `Local mode: nobody is authenticated, and only this machine is answered. Open ${bot.address}/`,
    );
  const stop = () => {
    bot.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: String(error) }, 'The bot did not close cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`The bot cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
