import { stage } from './play.js';

const open = stage();

describe('a lead’s figures', () => {
  it('are drawn as bars, and are there as a table and in words', async () => {
    const { person, settled } = await open('ida', 'lena');
    const [ida, lena] = [person('ida'), person('lena')];
    for (const theme of ['Visits', 'Visits', 'Drift or delay']) {
      await ida.writes('raise');
      await ida.fills('Child', '700123 (AB)');
      await ida.fills('Theme', theme);
      await ida.fills('What is worrying you for this child', 'Nothing has begun.');
      await ida.presses('Raise');
      await settled();
    }
    await lena.writes('themes this year');
    const chart = lena.newestCard.getByRole('figure');
    await chart.getByText('Visits').waitFor();
    const [visits, drift] = await chart
      .locator('rect')
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    expect(drift).toBeCloseTo((visits ?? 0) / 2, 0);
    await lena.presses('As a table');
    await lena.sees('2 of 3 (66.7%)');
    await lena.presses('What this counts');
    await lena.sees('Percentages are computed and need not add up to 100.');
    expect(await lena.newestCard.ariaSnapshot()).toContain('Visits');
  });
});
