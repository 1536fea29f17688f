import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { cardsToLookAt, clippedOn, looks, openSheet } from './sheet.js';

const inAPicture = 12;
const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/**
 * Every card × role × state as people see it, light and dark, narrow and wide, and once in high contrast: sheets of
 * a dozen. `only`: the groups whose name has this in it. Answers what is cut off or complained of.
 */
export async function drawGallery(browser: Browser, folder: string, only = ''): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const cards = cardsToLookAt();
  const found: string[] = [];
  for (const group of new Set(cards.map((each) => each.group))) {
    if (!group.includes(only)) continue;
    const ofGroup = cards.filter((each) => each.group === group);
    for (const look of [...looks, { width: 320, theme: 'dark', highContrast: true } as const])
      for (let from = 0; from < ofGroup.length; from += inAPicture) {
        const { width, theme } = look;
        const high = 'highContrast' in look;
        const { page, troubles } = await openSheet(
          browser,
          ofGroup.slice(from, from + inAPicture),
          look,
          width < 500 ? 4 : 2,
        );
        found.push(...troubles, ...(await clippedOn(page)).map((name) => `${width} px: ${name}`));
        const name = `${slug(group)}-${high ? 'high-contrast' : theme}-${width}-${from / inAPicture + 1}.png`;
        await page.screenshot({ path: join(folder, name), fullPage: true });
        await page.close();
      }
  }
  return found;
}
