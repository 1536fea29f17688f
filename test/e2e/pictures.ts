// The pictures of the README, from the demo, and every card in every look into pictures/: npm run pictures [GROUP]
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { readSettings } from '../../src/config.js';
import { startDemo } from '../../src/demo/demo.js';
import { recordedLog } from '../support/recordedLog.js';
import { type AtThePage, personAt } from './atThePage.js';
import { openBrowser, openPage } from './browser.js';
import { drawGallery } from './gallery.js';

const folder = path.join(__dirname, '../../docs/pictures');

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const started = await startDemo(readSettings({ PORT: '0' }), recordedLog());
  if ('problems' in started) throw new Error(started.problems.join('\n'));
  const { bot, greeting } = started;
  const browser = await openBrowser();
  const address = /http\S+/.exec(greeting)?.[0] ?? '';

  /** Draws one picture: of the whole page, or of the part that `shows` answers. */
  async function picture(
    name: string,
    look: { width: number; height: number },
    shows: (amara: AtThePage, tess: AtThePage) => Promise<Locator | undefined>,
  ): Promise<void> {
    const { page, troubles } = await openPage(browser, address, look);
    const settled = () => bot.settle();
    const amara = personAt(page, 'Amara Iroby', settled);
    const tess = personAt(page, 'Tess Teamby', settled);
    await amara.sees('4 open disputes');
    const part = await shows(amara, tess);
    const file = path.join(folder, `${name}.png`);
    await page.mouse.move(0, 0);
    await (part ?? page).screenshot({ path: file });
    await page.close();
    if (troubles.length > 0) throw new Error(`${name}: ${troubles.join('\n')}`);
    process.stdout.write(`${name}.png ${Math.round(statSync(file).size / 1024)} KB\n`);
  }

  try {
    await picture('side-by-side', { width: 1280, height: 720 }, async (amara, tess) => {
      await amara.writes('D-2026-0021');
      await amara.sees('With the team manager, Tess Teamby, until Mon 16 Mar');
      await tess.writes('D-2026-0021');
      await tess.seesButton('Acknowledge');
      return undefined;
    });
    await picture('responder', { width: 1240, height: 1000 }, async (_amara, tess) => {
      await tess.writes('D-2026-0015');
      await tess.newestCard.getByText('After you').waitFor();
      await tess.presses('Show text');
      await tess.seesButton('Hide text');
      return tess.newestCard;
    });
    await picture('raise', { width: 1240, height: 1400 }, async (amara) => {
      await amara.writes('raise');
      await amara.fills('Child', '700107 (FV)');
      await amara.chooses('Formal');
      await amara.fills('Theme', 'Visits');
      await amara.fills('What is worrying you for this child', 'Two visits have been missed since January.');
      await amara.fills('What would put it right, and by when', 'A visit this week.');
      await amara.column.locator(':focus').blur();
      return amara.newestCard;
    });
    await picture('morning', { width: 720, height: 1400 }, async (amara) => {
      await amara.writes('my day');
      await amara.sees('700108 (LP)');
      return amara.newestCard;
    });
    await picture('figures', { width: 1240, height: 1100 }, async (amara) => {
      const lena = personAt(amara.column.page(), 'Lena Leadwell', () => bot.settle());
      await amara.column.page().getByRole('button', { name: 'People' }).click();
      await amara.column.page().getByLabel('Lena Leadwell').check();
      await amara.column.page().keyboard.press('Escape');
      await lena.writes('stages this year');
      await lena.seesButton('As a table');
      return lena.newestCard;
    });
    const cut = await drawGallery(browser, path.join(__dirname, '../../pictures'), process.argv[2]);
    if (cut.length > 0) throw new Error(`cut off: ${cut.join('\n')}`);
    process.stdout.write('Every card, light and dark, narrow and wide: pictures/\n');
  } finally {
    await browser.close();
    await bot.close();
  }
}
main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
