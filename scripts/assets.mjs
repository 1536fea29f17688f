// What the compiler does not carry into dist: the local channel's page, the renderer that it loads, and the demo's files.
import { cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const page = join(root, 'dist/src/local/page');
const vendor = join(page, 'vendor');
const adaptiveCards = resolve('adaptivecards/dist/adaptivecards.min.js');
const markdownIt = resolve('markdown-it/browser');

cpSync(join(root, 'src/local/page'), page, { recursive: true });
cpSync(join(root, 'src/demo/data'), join(root, 'dist/src/demo/data'), { recursive: true });
mkdirSync(vendor, { recursive: true });
for (const [from, to] of [
  [adaptiveCards, 'adaptivecards.min.js'],
  [`${adaptiveCards}.LICENSE.txt`, 'adaptivecards.min.js.LICENSE.txt'],
  [markdownIt, 'markdown-it.umd.min.js'],
  [join(dirname(resolve('markdown-it/package.json')), 'LICENSE'), 'markdown-it.LICENSE.txt'],
]) {
  cpSync(from, join(vendor, to));
}
