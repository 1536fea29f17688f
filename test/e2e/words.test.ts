import { stage } from './play.js';

const open = stage();

describe('words that are shown for one press alone', () => {
  it('stay: those asked for, and those typed into a form that was not taken', async () => {
    const { person, settled, looksRight } = await open('ida', 'tess');
    const [ida, tess] = [person('ida'), person('tess')];
    await ida.writes('raise');
    await ida.fills('Child', '700123 (AB)');
    await ida.chooses('Formal');
    await ida.fills('Theme', 'Drift or delay');
    await ida.fills('What is worrying you for this child', 'The work agreed in September has not begun.');
    await ida.presses('Raise');

    await tess.seesButton('Acknowledge');
    await tess.presses('Show text');
    await tess.seesButton('Hide text');
    await settled();
    await looksRight();
    await tess.sees('The work agreed in September has not begun.');

    await tess.presses('Resolve…');
    await tess.fills('How will this be put right?', 'Ring the office on 01632 960123.');
    await tess.presses('Send to the IRO');
    await tess.sees('It is not saved yet.');
    await settled();
    await looksRight();
    expect(await tess.valueOf('How will this be put right?')).toBe('Ring the office on 01632 960123.');
    await tess.presses('Save anyway');
    await tess.sees('You sent the IRO an answer');
  });
});
