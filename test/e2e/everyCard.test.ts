import type { Browser, Page } from 'playwright-core';
import type { Drawn } from '../cards/everyCard.js';
import { axeFinds } from './axe.js';
import { openBrowser } from './browser.js';
import { cardsToShow, clippedOn, looks, openSheet } from './sheet.js';

/** The bones of a card: what axe and the eye could find fault with, whatever the words are. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((each) => JSON.stringify(shapeOf(each))))];
  if (typeof value !== 'object' || value === null)
    return value === '' || typeof value === 'boolean' ? value : 0;
  const { type, style, ...rest } = value as Record<string, unknown>;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, shapeOf(each)])),
    type,
    style,
  };
}
const shapes = [
  ...new Map(
    cardsToShow().map((each): [string, Drawn] => [JSON.stringify(shapeOf(each.card)), each]),
  ).values(),
];

/** Histories and what stands under *More details*. */
const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const button of document.querySelectorAll('button'))
      if (/^(History \(|More details)/.test(button.textContent ?? '')) button.click();
  });

describe('every card, as Chromium draws it', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('is one of many shapes', () => {
    expect(shapes.length).toBeGreaterThan(60);
  });

  it.each(looks)(
    'has nothing that axe finds, $width px, $theme',
    async (look) => {
      const { page, troubles } = await openSheet(browser, shapes, look);
      await openAll(page);
      expect(await axeFinds(page)).toEqual([]);
      expect(troubles).toEqual([]);
      await page.close();
    },
    240_000,
  );

  it.each(looks)(
    'cuts nothing off, no word of a button either, $width px, $theme',
    async (look) => {
      const { page } = await openSheet(browser, cardsToShow(), look);
      expect(await clippedOn(page)).toEqual([]);
      await page.close();
    },
    240_000,
  );

  it('notices what axe should find, and what is cut off', async () => {
    const { page } = await openSheet(browser, shapes.slice(0, 2), { width: 320, theme: 'light' });
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'data:,';
      const button = document.createElement('button');
      button.textContent = 'Unbreakable'.repeat(9);
      button.style.cssText = 'width: 40px; overflow: hidden';
      document.querySelector('form.card')?.append(image, button);
    });
    expect((await axeFinds(page)).join()).toContain('image-alt');
    expect(await clippedOn(page)).not.toEqual([]);
    await page.close();
  });
});
