import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands, with the name of the card where there is one. */
export async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: found } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await found.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, target }) => {
        const card = document.querySelector(String(target[0]))?.closest('section');
        return `${id}: ${card?.querySelector('h2')?.textContent ?? ''}: ${html.slice(0, 200)}`;
      }),
    );
  });
}
