import { stage } from './play.js';

const open = stage();

describe('a dispute from its raising to its end', () => {
  it('climbs a stage, is answered, agreed and closed, and every step is in its history', async () => {
    const { person, looksRight, settled } = await open('ida', 'tess', 'olga');
    const [ida, tess, olga] = [person('ida'), person('tess'), person('olga')];

    await ida.writes('raise');
    await ida.fills('Child', '700123 (AB)');
    await ida.chooses('Formal');
    await ida.fills('Theme', 'Drift or delay');
    await ida.fills('What is worrying you for this child', 'The work agreed in September has not begun.');
    await ida.fills('What would put it right, and by when', 'A start date by the end of March.');
    await looksRight();
    await ida.presses('Raise');
    await ida.sees('You raised D-2026-0001 at 09:0');

    await tess.sees('Your answer is needed by Mon 9 Mar');
    await looksRight();
    await tess.presses('Acknowledge');
    await settled();
    await tess.sees('You acknowledged this at 09:0');
    await tess.sees('Your answer is still needed by Mon 9 Mar');
    await tess.presses('Resolve…');
    await tess.fills('How will this be put right?', 'The work starts this month.');
    await looksRight();
    await tess.presses('Send to the IRO');
    await tess.sees('Your answer is with the IRO, Ida Reviewer.');

    await ida.sees('Answer received: is it resolved?');
    await ida.presses('Not resolved…');
    await ida.fills('What is still not right?', 'There is no day yet.');
    await ida.presses('Not resolved');
    await ida.sees('With the team manager, Tess Teammanager, until Mon 9 Mar');
    await ida.presses('Escalate…');
    await ida.fills('Why do you escalate?', 'There is still no day.');
    await ida.presses('Escalate');
    await ida.sees('With the operations manager, Olga Operations');

    await olga.sees('Your answer is needed by');
    await olga.presses('Resolve…');
    await olga.fills('How will this be put right?', 'It starts on Mon 9 March.');
    await olga.fills('By when', '2026-03-09');
    await olga.presses('Send to the IRO');
    await ida.sees('It is to be done by Mon 9 Mar (');
    await ida.presses('Agree…');
    await ida.selects('Outcome', 'The action was done');
    await looksRight();
    await ida.presses('Agree');
    await ida.sees('Closed on Mon 2 Mar');

    const steps = (await ida.history()).map((line) => line.replace(/^Mon 2 Mar at 09:\d\d · /, ''));
    expect(steps).toEqual([
      'Ida Reviewer raised it (formal) for 700123 (AB)',
      'With the team manager (Tess Teammanager), due by Mon 9 Mar',
      'Tess Teammanager acknowledged',
      'Tess Teammanager said how it will be put right',
      'Ida Reviewer found it not resolved; a new answer is due by Mon 9 Mar',
      'Ida Reviewer escalated to the operations manager',
      'With the operations manager (Olga Operations), due by Mon 9 Mar',
      'Olga Operations said how it will be put right, by Mon 9 Mar',
      'Ida Reviewer agreed that it is resolved',
      'Ida Reviewer closed it: the action was done',
    ]);
  });
});
