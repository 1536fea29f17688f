import type { Page } from 'playwright-core';
import { stage } from './play.js';

const open = stage();

/** Goes on by Tab to what is called so in somebody's column. */
async function tabsTo(page: Page, column: string, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      const label = activeElement?.getAttribute('aria-labelledby') ?? '';
      return {
        column: activeElement?.closest('section')?.ariaLabel,
        name:
          document.getElementById(label)?.textContent ??
          activeElement?.getAttribute('aria-label') ??
          activeElement?.textContent,
      };
    });
    if (focused.column === column && focused.name === name) return;
  }
  throw new Error(`Tab does not come to "${name}" of ${column}`);
}

describe('without a mouse', () => {
  it('raises a formal one and acknowledges it', async () => {
    const { page, person } = await open('ida', 'tess');
    const [ida, tess] = [person('ida'), person('tess')];
    const { keyboard } = page;

    await tabsTo(page, 'Ida Reviewer', 'Message');
    await keyboard.type('raise');
    await keyboard.press('Enter');
    await ida.seesForm('Child');
    await tabsTo(page, 'Ida Reviewer', 'Child');
    await keyboard.type('700123 (AB)');
    await tabsTo(page, 'Ida Reviewer', 'Informal');
    await keyboard.press('ArrowDown');
    await tabsTo(page, 'Ida Reviewer', 'Theme');
    await keyboard.type('Drift or delay');
    await tabsTo(page, 'Ida Reviewer', 'What is worrying you for this child');
    await keyboard.type('The work agreed in September has not begun.');
    await tabsTo(page, 'Ida Reviewer', 'Raise');
    await keyboard.press('Enter');
    await ida.sees('You raised D-2026-0001');

    await tess.seesButton('Acknowledge');
    await tabsTo(page, 'Tess Teammanager', 'Acknowledge');
    await keyboard.press('Space');
    await tess.sees('You acknowledged this');
    expect(ida.watched()()).toEqual({ fills: 0, clicks: 0 });
    expect(tess.watched()()).toEqual({ fills: 0, clicks: 0 });
  });
});
