import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Card } from '../../src/cards/index.js';

export interface Rendered {
  readonly warnings: readonly string[];
  readonly text: string;
  /** What was drawn as Markdown: all that a TextBlock or an expanded choice shows. */
  readonly markdown: readonly string[];
  readonly inputs: readonly {
    readonly id: string;
    readonly label: string;
    readonly errorMessage: string;
    readonly isRequired: boolean;
  }[];
}

/** Cards as the real renderer draws them, in their order. */
export function rendering(cards: readonly Card[]): Promise<Rendered[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'rendering.cjs'), { workerData: cards });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
