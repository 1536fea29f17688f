// Every card × role × state as people see it, at two widths, light and dark: npx tsx test/cards/gallery.ts FOLDER
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { everyCard, type Drawn } from './everyCard.js';

const folder = process.argv[2];
if (folder === undefined) throw new Error('say into which folder');
const only = process.argv[3];
mkdirSync(folder, { recursive: true });

const page = join(__dirname, '../../src/local/page');
const files: Record<string, string> = {
  '/vendor/adaptivecards.min.js': require.resolve('adaptivecards/dist/adaptivecards.min.js'),
  '/vendor/markdown-it.umd.min.js': join(
    dirname(require.resolve('markdown-it/package.json')),
    'dist/browser/markdown-it.umd.min.js',
  ),
};
const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

const shell = (
  drawn: readonly Drawn[],
  theme: string,
  columns: number,
) => `<!doctype html><html lang="en-GB" data-theme="${theme}">
<meta charset="utf-8"><link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/card.css">
<style>html, body { height: auto; overflow: auto; display: block } h2 { font-size: 12px; margin: 12px 4px 4px } body { columns: ${columns}; column-gap: 0 } section { break-inside: avoid } .card { background: var(--card); margin: 0 4px }</style>
<script src="/vendor/adaptivecards.min.js"></script><script src="/vendor/markdown-it.umd.min.js"></script>
<script type="module">import { drawCard } from '/card.js';
for (const { name, card } of ${JSON.stringify(drawn.map(({ name, card }) => ({ name, card }))).replaceAll('<', '\\u003c')}) {
  const heading = document.createElement('h2'); heading.textContent = name;
  const section = document.createElement('section'); section.append(heading, drawCard(card, () => {})); document.body.append(section);
}
window.ready = true;</script>`;

const inAPicture = 24;
const looks = [
  { width: 320, theme: 'light', columns: 4 },
  { width: 320, theme: 'dark', columns: 4 },
  { width: 700, theme: 'light', columns: 2 },
  { width: 700, theme: 'dark', columns: 2 },
] as const;

async function main(into: string) {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const cards = everyCard().filter(
    ({ name }) => !/ · (given back|text, later page|file note 70012[45])$/.test(name),
  );
  for (const group of new Set(cards.map((each) => each.group))) {
    if (only !== undefined && !group.includes(only)) continue;
    const ofGroup = cards.filter((each) => each.group === group);
    for (const { width, theme, columns } of looks)
      for (let from = 0; from < ofGroup.length; from += inAPicture) {
        const drawn = ofGroup.slice(from, from + inAPicture);
        const tab = await browser.newPage({ viewport: { width: (width + 8) * columns, height: 800 } });
        tab.on('pageerror', (error) => console.log(group, error.message));
        await tab.route('**', async (route) => {
          const path = new URL(route.request().url()).pathname;
          if (path === '/')
            return route.fulfill({ contentType: 'text/html', body: shell(drawn, theme, columns) });
          const body = readFileSync(files[path] ?? join(page, path), 'utf8');
          return route.fulfill({ contentType: types[path.split('.').at(-1) ?? ''] ?? 'text/plain', body });
        });
        await tab.goto('http://gallery.example/');
        await tab.waitForFunction('window.ready');
        const clipped = await tab.evaluate<string[]>(
          `[...document.querySelectorAll('.card')].filter((card) => card.scrollWidth > card.clientWidth + 1).map((card) => card.previousElementSibling.textContent)`,
        );
        if (clipped.length > 0) console.log(group, width, 'clipped:', clipped.join('; '));
        await tab.screenshot({ path: join(into, `${group}-${width}-${theme}-${from}.png`), fullPage: true });
        await tab.close();
      }
  }
  await browser.close();
}
void main(folder);
