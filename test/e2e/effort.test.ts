import { stage } from './play.js';

const open = stage();

describe('what a press costs, from the form or the card on', () => {
  it('logs an informal one by three fields and a click', async () => {
    const ida = (await open('ida')).person('ida');
    await ida.writes('raise');
    await ida.seesForm('Child');

    const effort = ida.watched();
    await ida.fills('Child', '700123 (AB)');
    await ida.fills('Theme', 'Drift or delay');
    await ida.fills('What is worrying you for this child', 'The work agreed in September has not begun.');
    await ida.presses('Raise');
    await ida.sees('You raised D-2026-0001');
    expect(effort()).toEqual({ fills: 3, clicks: 1 });
  });

  it('acknowledges by a click, and escalates by a reason and a click', async () => {
    const { person } = await open('ida', 'tess');
    const [ida, tess] = [person('ida'), person('tess')];
    await ida.writes('raise');
    await ida.fills('Child', '700123 (AB)');
    await ida.chooses('Formal');
    await ida.fills('Theme', 'Drift or delay');
    await ida.fills('What is worrying you for this child', 'The work agreed in September has not begun.');
    await ida.presses('Raise');
    await tess.seesButton('Acknowledge');

    const acknowledging = tess.watched();
    await tess.presses('Acknowledge');
    await tess.sees('You acknowledged this');
    expect(acknowledging()).toEqual({ fills: 0, clicks: 1 });

    await ida.presses('Escalate…');
    await ida.seesForm('Why do you escalate?');
    const escalating = ida.watched();
    await ida.fills('Why do you escalate?', 'This cannot wait for a week.');
    await ida.presses('Escalate');
    await ida.sees('You escalated this to the operations manager');
    expect(escalating()).toEqual({ fills: 1, clicks: 1 });
  });
});
