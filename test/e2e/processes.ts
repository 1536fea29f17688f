import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';

const main = path.resolve('dist/src/main.js');

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** One process of the built bot; `gone` once it has ended, by whatever. */
export interface BotProcess {
  readonly address: string;
  readonly gone: boolean;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Answers the status, or undefined where it went before it answered. */
  post(where: string, body: object): Promise<Answer | undefined>;
}

/** Starts the bot as `npm start` does, in local mode, and waits until it listens. */
export async function startProcess(environment: Readonly<Record<string, string>>): Promise<BotProcess> {
  const child: ChildProcess = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let gone = false;
  void ended.then(() => (gone = true));
  const said: string[] = [];
  child.stderr?.on('data', (data: Buffer) => said.push(data.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    void ended.then(() => reject(new Error(`The bot did not start: ${said.join('')}`)));
    if (child.stdout === null) throw new Error('no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { address: listening } = JSON.parse(line) as { address?: string };
      if (listening !== undefined) resolve(listening);
    });
  });
  return {
    address,
    get gone() {
      return gone;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    post: async (where, body) => {
      const answer = await asked(`${address}${where}`, JSON.stringify(body));
      // The connection ends a moment before the process is known to be gone.
      if (answer === undefined) await ended;
      return answer;
    },
  };
}

/** A request on a connection of its own; undefined where that ended before the whole answer had come. */
function asked(url: string, body: string): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent: false, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', () => resolve(undefined));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
      );
    });
    sent.on('error', () => resolve(undefined));
    sent.end(body);
  });
}
