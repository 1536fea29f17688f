import { stage } from './play.js';

const open = stage();

describe('a due day that passes', () => {
  it('is recorded as no response, and the IRO is asked what comes next', async () => {
    const { person, movesTheClock, looksRight } = await open('ida', 'tess', 'olga');
    const [ida, tess, olga] = [person('ida'), person('tess'), person('olga')];
    await ida.writes('raise');
    await ida.fills('Child', '700123 (AB)');
    await ida.chooses('Formal');
    await ida.fills('Theme', 'Drift or delay');
    await ida.fills('What is worrying you for this child', 'The work agreed in September has not begun.');
    await ida.presses('Raise');
    await tess.sees('Your answer is needed by Mon 9 Mar');

    await movesTheClock('2026-03-06');
    await tess.sees('(1 working day left)');
    expect((await tess.history()).join('\n')).toMatch(
      /Fri 6 Mar at 0\d:\d\d · A reminder to the team manager was due/,
    );
    // Its older card is a pointer to this one.
    await tess.sees('The current card is further down.');

    await movesTheClock('2026-03-10');
    await ida.sees('No answer was recorded by Mon 9 Mar.');
    await ida.sees('You can escalate to the operations manager, or allow more time.');
    await tess.sees('Your answer was needed by Mon 9 Mar');
    await looksRight();
    // The clock stops a moment before where it is moved to, so that the card of the day is there too.
    const steps = (await ida.history()).map((line) => line.replace(/ at 08:5\d · /, ': '));
    expect(steps).toContain('Tue 10 Mar: No answer was recorded by Mon 9 Mar');

    const escalating = ida.watched();
    await ida.presses('Escalate');
    await ida.sees('You escalated this to the operations manager');
    expect(escalating()).toEqual({ fills: 0, clicks: 1 });
    await olga.sees('Your answer is needed by Tue 17 Mar');
  });
});
