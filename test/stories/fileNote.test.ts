import { openTheatre } from './theatre.js';

it('a file note has every answer and judgement, with its year, and no reason of Cafcass or advice', async () => {
  const theatre = await openTheatre('SQLite');
  const [ida, tess] = [theatre.person('ida'), theatre.person('tess')];
  await ida.raises();
  await tess.sees();
  await tess.presses('Resolve…');
  await tess.presses('Send to the IRO', { 'How will this be put right?': 'It starts on Monday.' });
  await ida.sees();
  await ida.presses('Not resolved…');
  await ida.presses('Not resolved', { 'What is still not right?': 'There is no named worker.' });
  await ida.presses('Refer to Cafcass…');
  await ida.presses('Record the referral', { Why: 'A reason for us alone.' });
  const note = (await ida.presses('File note')).words;
  expect(note).toContain('The plan has not been started.');
  expect(note).toContain('It starts on Monday.');
  expect(note).toContain('There is no named worker.');
  expect(note).toContain('Mon 2 Mar 2026');
  expect(note).not.toContain('A reason for us alone.');
  await theatre.close();
});
