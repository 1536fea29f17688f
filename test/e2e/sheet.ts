import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { everyCard, type Drawn } from '../cards/everyCard.js';

/** Cards side by side on one page, drawn as the page of the local channel draws them. */
const page = join(__dirname, '../../src/local/page');
const files: Record<string, string> = {
  '/vendor/adaptivecards.min.js': require.resolve('adaptivecards/dist/adaptivecards.min.js'),
  '/vendor/markdown-it.umd.min.js': join(
    dirname(require.resolve('markdown-it/package.json')),
    'dist/browser/markdown-it.umd.min.js',
  ),
};
const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

const shell = (drawn: readonly Drawn[], theme: string, columns: number) => `<!doctype html>
<html lang="en-GB" data-theme="${theme}"><head><title>Cards</title>
<meta charset="utf-8"><link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/card.css">
<style>html, body { height: auto; overflow: auto; display: block } h2 { font-size: 12px; margin: 12px 4px 4px } main { display: block; columns: ${columns}; column-gap: 0; padding: 0; overflow: visible } section { break-inside: avoid } .card { background: var(--card); margin: 0 4px }</style>
<script src="/vendor/adaptivecards.min.js"></script><script src="/vendor/markdown-it.umd.min.js"></script></head>
<body><main><h1 class="unseen">Cards</h1></main>
<script type="module">import { drawCard } from '/card.js';
for (const { name, card } of ${JSON.stringify(drawn.map(({ name, card }) => ({ name, card }))).replaceAll('<', '\\u003c')}) {
  const heading = document.createElement('h2'); heading.textContent = name;
  const section = document.createElement('section'); section.append(heading, drawCard(card, () => {}));
  document.querySelector('main').append(section);
}
window.ready = true;</script></body></html>`;

export interface Look {
  readonly width: number;
  readonly theme: 'light' | 'dark';
  /** As Windows' high contrast has it. */
  readonly highContrast?: boolean;
}

/** A page with these cards, each as wide as the look says; and what the browser complained of. */
export async function openSheet(
  browser: Browser,
  drawn: readonly Drawn[],
  { width, theme, highContrast = false }: Look,
  columns = 1,
): Promise<{ page: Page; troubles: string[] }> {
  const tab = await browser.newPage({
    viewport: { width: (width + 8) * columns, height: 800 },
    forcedColors: highContrast ? 'active' : 'none',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const troubles: string[] = [];
  tab.on('pageerror', ({ message }) => troubles.push(message));
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  await tab.route('**', async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: shell(drawn, theme, columns) });
    if (path === '/favicon.ico') return route.fulfill({ status: 204 });
    const body = readFileSync(files[path] ?? join(page, path), 'utf8');
    return route.fulfill({ contentType: types[path.split('.').at(-1) ?? ''] ?? 'text/plain', body });
  });
  await tab.goto('http://cards.example/');
  await tab.waitForFunction('window.ready');
  return { page: tab, troubles };
}

/** What is cut off, by the name of its card: a card wider than its place, or a button that hides some of its words. */
export const clippedOn = (tab: Page): Promise<string[]> =>
  tab.evaluate(() =>
    [...document.querySelectorAll('form.card, form.card button')]
      .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)
      .map((each) => {
        const card = each.closest('section')?.querySelector('h2')?.textContent ?? '';
        return each.tagName === 'BUTTON' ? `${card}: ${each.textContent ?? ''}` : card;
      }),
  );

/** The cards without those that differ from another only in what stands in the same place. */
export const cardsToShow = (): Drawn[] =>
  everyCard().filter(({ name }) => !/ · (given back|text, later page|file note 70012[45])$/.test(name));

/** As many of them as somebody can look at: each form once a role and state of its own, a file note once a role. */
export function cardsToLookAt(): Drawn[] {
  const seen = new Set<string>();
  return cardsToShow().filter(({ group, name }) => {
    const [verb = '', , state = ''] = name.split(' · ');
    const key = group.startsWith('forms of')
      ? `${group} ${verb} ${state}`
      : name.includes('file note')
        ? `${group} file note`
        : `${group} ${name}`;
    return !seen.has(key) && seen.add(key);
  });
}

export const looks: readonly Look[] = [
  { width: 320, theme: 'light' },
  { width: 320, theme: 'dark' },
  { width: 900, theme: 'light' },
  { width: 900, theme: 'dark' },
];
