import { runFootprint } from './footprint.js';
import { readEnvironment } from '../config.js';
import { openStore } from '../store/open.js';

// Whoever reads only the first lines has closed the pipe: nothing is left to be said.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** The command line's composition root. */
async function main(): Promise<void> {
  try {
    process.exitCode = await runFootprint(process.argv.slice(2), {
      readEnvironment,
      openStore,
      clock: () => new Date().toISOString(),
      out: (text) => process.stdout.write(`${text}\n`),
      problem: (text) => process.stderr.write(`${text}\n`),
    });
  } catch (error) {
    process.stderr.write(`footprint: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 3;
  }
}

void main();
