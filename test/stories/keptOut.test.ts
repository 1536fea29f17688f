import { importFiles } from '../../src/flows/import.js';
import { type Actor, openTheatre, type Theatre } from './theatre.js';

/** Words that nobody else writes, one for each place where somebody types. */
const words = {
  worrying: 'Wortamsel is what worries me.',
  right: 'Wortbuche would put it right.',
  tooLong: `Wortdachs ${'x'.repeat(4000)}`,
  detail: 'Wortesche lives at SW1A 2AA.',
  question: 'Wortfalke, which plan?',
  reply: 'Wortginster, the one of September.',
  offer: 'Worthasel starts on Monday.',
  stillNot: 'Wortigel is not there yet.',
  overtaken: 'Wortkiefer comes too late.',
  cafcass: 'Wortlerche is why Cafcass.',
  advice: 'Wortmohn was advised.',
  note: 'Wortnelke is a note.',
  closing: 'Wortotter is why it ends.',
  changed: 'Wortpappel changed for the child.',
  good: 'Wortquitte was done well.',
};
const markers = Object.values(words).map((text) => text.split(/[ ,]/)[0] ?? '');

/** What the return and the allocations know of the child beside the reference. */
const child = {
  born: ['21/09/2011', '2011-09-21', '21 Sep'],
  upn: ['A123456789012'],
  ethnicity: ['WIRT'],
  postcode: ['ZZ9'],
  socialWorker: ['Socialworker'],
};

async function knowsTheChild(theatre: Theatre): Promise<void> {
  const file = (name: string, ...lines: string[]) => ({
    name,
    content: Buffer.from(`${lines.join('\n')}\n`),
  });
  const { store, now, newId } = theatre.bot.ports;
  const results = await importFiles(
    { store, now: now(), newId },
    {
      ssda903: {
        header: file(
          'header.csv',
          'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
          `700123,2,${child.born[0]},${child.ethnicity[0]},${child.upn[0]},,`,
        ),
        episodes: file(
          'episodes.csv',
          'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
          '700123,27/09/2024,S,C2,N1,U5,PR1,,,,ZZ9 1AA,ZZ9 9ZZ,SC1234567',
        ),
        reviews: file(
          'reviews.csv',
          'CHILD,DOB,REVIEW,REVIEW_CODE',
          `700123,${child.born[0]},25/10/2025,PN1`,
        ),
      },
    },
    { dryRun: false },
  );
  expect(results.flatMap(({ refused }) => refused)).toEqual([]);
}

/** A dispute in which every field is filled in by somebody, some of them more than once. */
async function everyField(theatre: Theatre): Promise<void> {
  const [ida, tess, lena]: Actor[] = [theatre.person('ida'), theatre.person('tess'), theatre.person('lena')];
  if (ida === undefined || tess === undefined || lena === undefined) throw new Error('nobody there');
  const raising = { 'What would put it right, and by when': words.right };
  await ida.raises({ ...raising, 'What is worrying you for this child': words.tooLong });
  await theatre.settled();
  await ida.presses('Raise', { 'What is worrying you for this child': words.worrying });
  await tess.sees();
  await tess.presses('Show text');
  await tess.presses('Ask the IRO…');
  await tess.presses('Ask the IRO', { 'What do you want to ask?': words.question });
  await ida.sees();
  await ida.presses('Answer the question…');
  await ida.presses('Answer', { 'Your answer': words.reply });
  await ida.presses('Add a note…');
  await ida.presses('Add the note', { 'Your note': words.detail });
  await theatre.settled();
  await ida.presses('Save anyway');
  await ida.presses('Refer to Cafcass…');
  await ida.presses('Record the referral', { Why: words.cafcass });
  await ida.presses('Advice taken…');
  await ida.presses('Save', { 'Whose advice': 'legal', 'What was advised': words.advice });
  await tess.sees();
  await tess.presses('Resolve…');
  await tess.presses('Send to the IRO', { 'How will this be put right?': words.offer });
  await ida.sees();
  await ida.presses('Not resolved…');
  await ida.presses('Not resolved', { 'What is still not right?': words.stillNot });
  await tess.sees();
  await tess.presses('Disagree…');
  await ida.presses('Escalate…');
  const late = tess.press('Send to the IRO', { 'Why do you disagree?': words.overtaken });
  await ida.presses('Escalate', { 'Why do you escalate?': words.stillNot });
  expect((await tess.sends(late)).words).toContain(words.overtaken);
  await theatre.settled();
  await tess.presses('Keep as a note');
  await lena.says('D-2026-0001');
  await lena.presses('Show text');
  await lena.presses('Add a note…');
  await lena.presses('Add the note', { 'Your note': words.note });
  await ida.says('D-2026-0001');
  await ida.presses('File note');
  await ida.presses('Back');
  await ida.presses('Close…');
  await ida.presses('Close', {
    Outcome: 'action-done',
    'Why is it closed, in one line?': words.closing,
    'What changed for the child': words.changed,
  });
  await ida.says('good practice');
  await ida.presses('Send to the team manager', { Child: '700123', 'What was good': words.good });
  await tess.sees();
  await tess.presses('Show text');
  await tess.presses('Pass on');
  await ida.says('700123');
  await tess.says('700123');
  await theatre.settled();
}

const sent = (theatre: Theatre) => JSON.stringify(theatre.connector.requests.map(({ body }) => body));

describe('what goes to Teams', () => {
  let theatre: Theatre;
  afterEach(() => theatre.close());

  it('has no word that somebody typed while the policy keeps them out, and nothing of a child but its reference', async () => {
    theatre = await openTheatre('SQLite');
    await knowsTheChild(theatre);
    await everyField(theatre);
    const all = sent(theatre);
    expect(all).toContain('700123 (AB)');
    expect(markers.filter((marker) => all.includes(marker))).toEqual([]);
    const known = Object.values(child).flat();
    expect(known.filter((fact) => all.includes(fact))).toEqual([]);
    // All of it is known: it is in the store.
    const [dispute] = await theatre.disputes();
    const { store } = theatre.bot.ports;
    const stored = JSON.stringify([dispute, await store.all('good-practice'), await store.all('child')]);
    expect(markers.filter((marker) => !stored.includes(marker))).toEqual(['Wortdachs']);
    expect(stored).toContain('2011-09-21');
  });

  it('has no word of theirs in the log', async () => {
    theatre = await openTheatre('SQLite');
    await everyField(theatre);
    const log = theatre.log.text();
    expect(markers.filter((marker) => log.includes(marker))).toEqual([]);
    for (const name of ['Ida', 'Tess', '700123']) expect(log).not.toContain(name);
  });

  it('has them where the policy wants them in the cards, of Cafcass and advice for the IRO side alone', async () => {
    theatre = await openTheatre('SQLite', { policy: { textInCards: 'always' } });
    await everyField(theatre);
    const all = sent(theatre);
    for (const text of [words.worrying, words.right, words.offer, words.stillNot, words.good])
      expect(all).toContain(text);
    const managers = JSON.stringify([theatre.person('tess').cards(), theatre.person('olga').cards()]);
    expect(managers).toContain(words.worrying);
    for (const text of [words.cafcass, words.advice]) expect(managers).not.toContain(text);
  });

  it('has a neutral line where a phone shows it locked', async () => {
    theatre = await openTheatre('SQLite', { policy: { textInCards: 'always' } });
    await everyField(theatre);
    const summaries = theatre.connector.requests
      .filter(({ call }) => call === 'post' || call === 'update')
      .map(({ body }) => (body as { summary?: string }).summary ?? '');
    expect(summaries).toContain('A dispute needs your answer');
    for (const summary of summaries) expect(summary).not.toMatch(/Wort|700\d|\(AB\)|Drift/);
  });
});
