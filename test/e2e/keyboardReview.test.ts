import { personAt, tabsTo } from './atThePage.js';
import { demoStage } from './demoStage.js';

describe('without a mouse', () => {
  const { settled, openFor } = demoStage();

  it('records a review that was late: the day, how the child took part, and what held it up', async () => {
    const iro = 'Amara Iroby';
    const { page, troubles } = await openFor(iro);
    const amara = personAt(page, iro, settled);
    const done = amara.watched();
    const presses = async (name: string, key = 'Enter') => {
      await settled();
      await tabsTo(page, iro, name);
      await page.keyboard.press(key);
    };

    // The first button of that name is of the review that is late, in the card of the day.
    await amara.sees('Was due Thu 5 Mar');
    await presses('Record the review…');
    await amara.seesForm('Outcome, in one line');
    await presses('Was there and spoke for themselves', 'Space');
    await tabsTo(page, iro, 'What held it up?');
    await page.keyboard.type('The report');
    expect(await amara.valueOf('What held it up?')).toBe('report-not-ready');
    await presses('Save');
    await amara.sees('You recorded the review of Tue 10 Mar');
    await amara.sees('Next review by');
    expect(done()).toEqual({ fills: 0, clicks: 0 });
    expect(troubles).toEqual([]);
    await page.close();
  });
});
