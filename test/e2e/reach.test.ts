import { axeFinds } from './axe.js';
import { stage } from './play.js';

const open = stage();

describe('the page, for everybody', () => {
  it('has nothing that axe finds, with a form, its menus and its windows open', async () => {
    const { page, person, settled } = await open('ida', 'tess');
    const [ida, tess] = [person('ida'), person('tess')];
    expect(await axeFinds(page)).toEqual([]);
    await ida.writes('raise');
    await ida.seesForm('Child');
    expect(await axeFinds(page)).toEqual([]);
    await ida.fills('Child', '700123 (AB)');
    await ida.chooses('Formal');
    await ida.fills('Theme', 'Visits');
    await ida.fills('What is worrying you for this child', 'Two visits have been missed.');
    await ida.presses('Raise');
    await settled();
    await ida.presses('More');
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await tess.presses('Resolve…');
    await tess.seesForm('How will this be put right?');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: 'People' }).click();
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Move the clock' }).click();
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const name of ['Raise…', 'Find…']) {
      await ida.presses('From any chat, for Ida Reviewer');
      expect(await axeFinds(page)).toEqual([]);
      await page.getByRole('button', { name }).filter({ visible: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Close the window' }).waitFor();
      await settled();
      expect(await axeFinds(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  it('reads a card in its order: what it is, what is wanted, of whom, by when, what can be pressed', async () => {
    const { person } = await open('ida', 'tess');
    const [ida, tess] = [person('ida'), person('tess')];
    await ida.writes('raise');
    await ida.fills('Child', '700123 (AB)');
    await ida.chooses('Formal');
    await ida.fills('Theme', 'Visits');
    await ida.fills('What is worrying you for this child', 'Two visits have been missed.');
    await ida.presses('Raise');
    await tess.seesButton('Acknowledge');
    const read = await tess.newestCard.ariaSnapshot();
    const order = [
      'D-2026-0001 · Dispute, formal',
      'Stage 1 of 4',
      'Your answer is needed by Mon 9 Mar',
      'Visits · 700123 (AB)',
      'Show text',
      'Raised by',
      'After you',
      'History',
      'Acknowledge',
      'Resolve…',
      'Disagree…',
      'Ask the IRO…',
      'More',
    ].map((words) => read.indexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('is read without scrolling sideways at twice its size', async () => {
    const { page, person } = await open('ida');
    // A laptop of 1280 by 800 at 200%: half as many pixels for the page.
    await page.setViewportSize({ width: 640, height: 400 });
    await person('ida').writes('raise');
    await person('ida').seesForm('Child');
    const sideways = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.messages, form.card')]
        .filter((each) => each.scrollWidth > each.clientWidth)
        .map(({ className }) => className),
    );
    expect(sideways).toEqual([]);
  });

  it('shows every button, and which is pressed next, in high contrast', async () => {
    const { page, person } = await open('ida');
    await page.emulateMedia({ forcedColors: 'active' });
    const ida = person('ida');
    await ida.writes('raise');
    await ida.seesForm('Child');
    const borders = await ida.newestCard
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).borderTopWidth));
    expect(new Set(borders)).toEqual(new Set(['1px']));
    await ida.newestCard.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('Shift+Tab');
    const outline = await ida.newestCard
      .getByRole('button', { name: 'Raise', exact: true })
      .evaluate((button) => getComputedStyle(button).outlineStyle);
    expect(outline).toBe('solid');
  });
});
