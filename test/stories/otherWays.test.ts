import type { Dispute } from '../../src/disputes/dispute.js';
import {
  type Actor,
  expectReplayed,
  kindsOf,
  openTheatre,
  type Setting,
  type StoreName,
  type Theatre,
} from './theatre.js';

const stores: StoreName[] = ['SQLite', 'Cosmos DB'];

let theatre: Theatre;
let ida: Actor;
let lena: Actor;
let tess: Actor;
let olga: Actor;
let amir: Actor;

async function opens(store: StoreName, more: Setting = {}): Promise<void> {
  theatre = await openTheatre(store, more);
  const person = theatre.person;
  [ida, lena, tess, olga, amir] = [
    person('ida'),
    person('lena'),
    person('tess'),
    person('olga'),
    person('amir'),
  ];
}

/** The dispute raised last, replayed, with nothing left to be told. */
async function stands(): Promise<Dispute> {
  const dispute = await theatre.newest();
  expect(dispute.intents).toEqual([]);
  expectReplayed(dispute);
  return dispute;
}

const offer = { 'How will this be put right?': 'The work starts next week.' };

describe.each(stores)('up the ladder, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  it('goes to a later stage at once, naming the one left out, which is no escalation', async () => {
    await ida.raises();
    const form = await ida.presses('Escalate…');
    expect(JSON.stringify(form.card)).toContain('Assistant director (leaves out the operations manager)');
    const up = await ida.presses('Escalate', {
      'Why do you escalate?': 'It is urgent.',
      To: 'assistant-director',
    });
    expect(up.words).toContain(
      'You escalated this to the assistant director, leaving out the operations manager,',
    );
    expect(up.words).toContain('Stage 3 of 4');
    const dispute = await stands();
    expect(kindsOf(dispute)).toEqual(['raised', 'stageEntered', 'bypassed', 'stageEntered']);
    expect(dispute.history[2]).toMatchObject({ to: 'assistant-director', left: ['operations-manager'] });
    expect((await amir.sees()).words).toContain('Your answer is needed by Mon 9 Mar');
    expect(olga.cards()).toEqual([]);
  });

  it('is referred to Cafcass: the responders see the date alone, the lead and the IRO the reason', async () => {
    const reason = 'The plan breaks the court’s own order.';
    await ida.presses('Refer to Cafcass…');
    const referred = await ida.presses('Record the referral', { Why: reason });
    expect(referred.words).toContain('Referred on Mon 2 Mar');
    expect((await stands()).turn).toBe(2);
    const responder = await amir.looksAgain();
    expect(responder.words).toContain('Referred on Mon 2 Mar');
    expect((await amir.presses('Show text')).words).not.toContain(reason);
    await lena.says('D-2026-0001');
    expect((await lena.presses('Show text')).words).toContain(reason);
    expect((await ida.presses('Show text')).words).toContain(reason);
    ida.reopens();
  });

  it('has advice taken, which the IRO side alone sees', async () => {
    await ida.presses('Advice taken…');
    const taken = await ida.presses('Save', {
      'Whose advice': 'legal',
      'What was advised': 'Ask for the plan in writing.',
    });
    expect(taken.words).toContain('Legal, Mon 2 Mar');
    const responder = await amir.looksAgain();
    expect(responder.words).not.toMatch(/[Aa]dvice|[Ll]egal/);
    expect((await amir.presses('Show text')).words).not.toContain('in writing');
    amir.reopens();
    expect((await lena.says('D-2026-0001')).words).toContain('Legal, Mon 2 Mar');
    expect(kindsOf(await stands())).toContain('adviceTaken');
  });

  it('is agreed until a day, and stays open', async () => {
    await amir.presses('Resolve…');
    await amir.presses('Send to the IRO', offer);
    await ida.sees();
    await ida.presses('Agree…');
    const agreed = await ida.presses('Agree', { Outcome: 'plan-changed', 'Check on': '2026-03-06' });
    expect(agreed.words).toContain('Agreed: you check on Fri 6 Mar');
    expect(await stands()).toMatchObject({ status: 'agreed', checkOn: '2026-03-06' });
    expect((await amir.looksAgain()).words).toContain('checks on Fri 6 Mar');
  });

  it('is not done on the day, and opens again at the same stage under the same number', async () => {
    await theatre.moveTo('2026-03-06T10:00:00Z');
    expect((await ida.says('D-2026-0001')).words).toContain('You agreed to check today: has it been done?');
    await ida.presses('Not done…');
    const open = await ida.presses('Not done', { 'What has not been done?': 'There is no plan yet.' });
    expect(open.words).toContain('D-2026-0001');
    const dispute = await stands();
    expect(dispute).toMatchObject({
      status: 'waiting',
      stage: { id: 'assistant-director', dueOn: '2026-03-13' },
      formal: { totalDueOn: '2026-03-30' },
    });
    expect(dispute).not.toHaveProperty('outcome');
    expect((await amir.looksAgain()).words).toContain('Your answer is needed by Fri 13 Mar');
  });

  it('is not done again, and opens at the next stage', async () => {
    await amir.presses('Resolve…');
    await amir.presses('Send to the IRO', offer);
    await ida.sees();
    await ida.presses('Agree…');
    await ida.presses('Agree', { Outcome: 'action-done', 'Check on': '2026-03-06' });
    await ida.presses('Not done…');
    await ida.presses('Not done', { 'What has not been done?': 'Still no plan.', 'Who has it next': 'next' });
    expect(await stands()).toMatchObject({ status: 'waiting', stage: { id: 'director' } });
    const director = await theatre.person('dina').sees();
    expect(director.buttons).toContain('Resolve…');
    expect(director.buttons).not.toContain('Pass on…');
    expect((await ida.looksAgain()).buttons).not.toContain('Escalate…');
  });

  it('is done before its day in one press, which closes it', async () => {
    const dina = theatre.person('dina');
    await dina.presses('Resolve…');
    await dina.presses('Send to the IRO', offer);
    await ida.sees();
    await ida.presses('Agree…');
    await ida.presses('Agree', { Outcome: 'plan-changed', 'Check on': '2026-03-20' });
    const done = await ida.presses('Done');
    expect(done.words).toContain('checked that it has been done and closed it');
    const dispute = await stands();
    expect(dispute).toMatchObject({ status: 'closed', outcome: 'plan-changed' });
    expect(kindsOf(dispute).slice(-3)).toEqual(['agreed', 'checkedDone', 'closed']);
    expect(kindsOf(dispute).filter((kind) => kind === 'reopened')).toHaveLength(2);
  });
});

describe.each(stores)('other answers, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  it('is disagreed with, and the IRO accepts the explanation in one press', async () => {
    await ida.raises();
    await tess.sees();
    await tess.presses('Disagree…');
    await tess.presses('Send to the IRO', { 'Why do you disagree?': 'The plan was started in January.' });
    const answered = await ida.sees();
    expect(answered.words).toContain('do you accept the explanation?');
    expect(answered.buttons).not.toContain('Agree…');
    await ida.presses('Accept the explanation');
    const dispute = await stands();
    expect(dispute).toMatchObject({ status: 'closed', outcome: 'explanation-accepted' });
    expect(kindsOf(dispute)).toEqual(['raised', 'stageEntered', 'disagreed', 'closed']);
  });

  it('is not the manager’s, and goes to the one who holds the stage by now with the due day as it was', async () => {
    await ida.raises();
    await tess.sees();
    await tess.presses('Not mine…');
    await tess.presses('Send back to the IRO', { 'Whose is it, if you know?': 'The child has moved team.' });
    expect((await ida.sees()).words).toContain(
      'Returned to you: who has it next? The team manager, Tess Teammanager, says that it is not theirs.',
    );
    await theatre.givesStage('team-manager', 'tom');
    await theatre.moveTo('2026-03-04T10:00:00Z');
    await ida.says('D-2026-0002');
    const sent = await ida.presses('Send to Tom Teammanager');
    expect(sent.words).toContain('You sent this to Tom Teammanager');
    const tom = await theatre.person('tom').sees();
    expect(tom.words).toContain('Your answer is needed by Mon 9 Mar');
    const dispute = await stands();
    expect(kindsOf(dispute)).toEqual(['raised', 'stageEntered', 'returned', 'sentAgain']);
    const past = await tess.looksAgain();
    expect(past.words).toContain('Tom Teammanager');
    expect(past.buttons).not.toContain('Resolve…');
    await theatre.givesStage('team-manager', 'tess');
  });

  it('is asked about and answered: one notice for each, and the due day stays', async () => {
    await ida.raises();
    await tess.sees();
    const [before, beforeTess] = [ida.cards().length, tess.cards().length];
    await tess.presses('Ask the IRO…');
    const asked = await tess.presses('Ask the IRO', { 'What do you want to ask?': 'Which plan is meant?' });
    expect(asked.words).toContain('Your answer is still needed by Wed 11 Mar');
    expect((await ida.sees()).words).toContain('The team manager, Tess Teammanager, asks you a question');
    expect(ida.cards()).toHaveLength(before + 1);
    await ida.presses('Answer the question…');
    await ida.presses('Answer', { 'Your answer': 'The one agreed in September.' });
    expect((await tess.sees()).words).toContain('Your answer is needed by Wed 11 Mar');
    expect(tess.cards()).toHaveLength(beforeTess + 1);
    expect(ida.cards()).toHaveLength(before + 1);
    const dispute = await stands();
    expect(kindsOf(dispute)).toEqual(['raised', 'stageEntered', 'asked', 'questionAnswered']);
    expect(dispute).toMatchObject({ status: 'waiting', turn: 1 });
  });

  it('is given more time, which beyond the total is said', async () => {
    await ida.raises();
    await ida.presses('Allow more time…');
    const refused = await ida.presses('Allow more time', { Until: '2026-03-04', Why: 'School holidays.' });
    expect(refused.words).toContain('Choose a day after today and after the due day.');
    expect(refused.words).toContain('School holidays.');
    const allowed = await ida.presses('Allow more time', { Until: '2026-04-13', Why: 'School holidays.' });
    expect(allowed.words).toContain('That is beyond Wed 1 Apr');
    const dispute = await stands();
    expect(dispute.history.at(-1)).toMatchObject({ kind: 'moreTimeAllowed', beyondTotal: true });
    const manager = (await tess.looksAgain()).words;
    expect(manager).toContain('Your answer is needed by Mon 13 Apr');
    expect(manager).toMatch(/Wed 1 Apr \(.*\); this stage’s own day is later/);
  });

  it('is passed up by the manager, which is their move and no escalation', async () => {
    await ida.raises();
    await tess.sees();
    await tess.presses('Pass to the operations manager…');
    await tess.presses('Pass to the operations manager', { 'Why do you pass it on?': 'needs-funding' });
    const dispute = await stands();
    expect(kindsOf(dispute)).toEqual(['raised', 'stageEntered', 'passedUp', 'stageEntered']);
    expect(dispute.history[2]).toMatchObject({ to: 'operations-manager', reason: 'needs-funding' });
    expect((await olga.sees()).words).toContain('Your answer is needed by Wed 11 Mar');
    expect((await ida.looksAgain()).words).toContain('Olga Operations');
  });

  it('has a note of everybody who may read it, and nobody is sent one', async () => {
    const [before, beforeOlga] = [ida.cards().length, olga.cards().length];
    await tess.looksAgain();
    await tess.presses('Add a note…');
    const noted = await tess.presses('Add the note', { 'Your note': 'The money is asked for.' });
    expect(noted.words).toContain('You added a note');
    expect((await ida.looksAgain()).words).toContain('Tess Teammanager added a note');
    expect(await stands()).toMatchObject({ turn: 2 });
    expect(ida.cards()).toHaveLength(before);
    expect(olga.cards()).toHaveLength(beforeOlga);
  });

  it('is closed as it stands, with the line and what it changed in the history', async () => {
    await ida.presses('Close…');
    const asked = await ida.presses('Close', { 'Why is it closed, in one line?': 'The ladder has ended.' });
    expect(asked.words).toContain('Choose an outcome.');
    expect(asked.words).toContain('The ladder has ended.');
    const closed = await ida.presses('Close', { Outcome: 'stands-not-agreed' });
    expect(closed.words).toMatch(/Closed on Wed 4 Mar/);
    expect(await stands()).toMatchObject({ status: 'closed', outcome: 'stands-not-agreed' });
    expect((await olga.looksAgain()).buttons).not.toContain('Resolve…');
  });

  it('is withdrawn, and the manager’s card says so', async () => {
    await ida.raises();
    expect((await tess.sees()).buttons).toContain('Resolve…');
    await ida.presses('Withdraw…');
    await ida.presses('Withdraw', { 'Why is it withdrawn, in one line?': 'The plan was found.' });
    const dispute = await stands();
    expect(dispute).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
    expect(kindsOf(dispute)).toEqual(['raised', 'stageEntered', 'withdrawn']);
    const manager = await tess.looksAgain();
    expect(manager.words).toMatch(/[Ww]ithdrawn/);
    expect(manager.buttons).not.toContain('Resolve…');
  });
});

describe('children and files', () => {
  beforeAll(() => opens('SQLite'));
  afterAll(() => theatre.close());

  it('has a child added, out of the IRO’s own', async () => {
    await ida.raises({ 'and the other children of this family': 'true' });
    const form = await ida.presses('Add a child…');
    expect(JSON.stringify(form.card)).toContain('700131 (CD)');
    expect(JSON.stringify(form.card)).not.toContain('700140');
    const added = await ida.presses('Add the child', { Child: '700131' });
    expect(added.words).toContain('700123 (AB), 1 more of the family and 1 other child');
    expect((await stands()).children.map(({ ref }) => ref)).toEqual(['700123', '700124', '700131']);
  });

  it('gives a note for one child’s file that names no other', async () => {
    const note = await ida.presses('File note');
    expect(note.words).toContain('D-2026-0001, for 700123 (AB)');
    expect(note.words).toContain('The plan has not been started.');
    const [text] = note.words.split('Changes made here');
    expect(text).not.toMatch(/700124|700131|\(CB\)|\(CD\)/);
    const other = await ida.presses('Note for 700124 (CB)');
    expect(other.words.split('Changes made here')[0]).not.toMatch(/700123|700131/);
  });

  it('is recorded on file for each child', async () => {
    const recorded = await ida.presses('Recorded on file');
    expect(recorded.words).toContain('You recorded this on the file of 700124 (CB)');
    await ida.presses('Recorded on file…');
    await ida.presses('Recorded on file', { Child: '700131' });
    expect((await ida.presses('Recorded on file')).words).toContain('Recorded for 3 of 3 children');
    const dispute = await stands();
    expect(dispute.onFile).toEqual(['700124', '700131', '700123']);
    expect(dispute.turn).toBe(1);
  });

  it('gives no file note to a manager', async () => {
    expect((await tess.sees()).buttons).not.toContain('File note');
  });
});

describe('words replaced by a lead', () => {
  const words = 'Words that name somebody who must not be named.';
  beforeAll(() => opens('SQLite', { policy: { textInCards: 'always' } }));
  afterAll(() => theatre.close());

  it('stand in the cards where the policy has them there', async () => {
    await ida.raises({ 'What is worrying you for this child': words });
    await tess.sees();
    await tess.presses('Acknowledge');
    await theatre.settled();
    expect(JSON.stringify([tess.cards(), ida.cards()])).toContain(words);
  });

  it('are gone everywhere after it, and that somebody wrote them stays', async () => {
    await lena.says('D-2026-0001');
    await lena.presses('Redact…');
    await lena.presses('Replace the words', {
      'Whose words': '1',
      'Why are the words replaced?': 'They name a neighbour.',
    });
    const dispute = await stands();
    expect(JSON.stringify(dispute)).not.toContain(words);
    expect(dispute.history[0]).toMatchObject({ kind: 'raised', redacted: true });
    for (const actor of [ida, tess, lena]) {
      actor.reopens();
      expect(JSON.stringify(actor.cards())).not.toContain(words);
      await actor.says('D-2026-0001');
      const text = await actor.presses('Show text');
      expect(text.words).toContain('[words replaced by a lead]');
      expect(text.words).not.toContain(words);
    }
  });

  it('are for a lead alone to replace', async () => {
    expect((await ida.looksAgain()).buttons).not.toContain('Redact…');
    expect((await tess.looksAgain()).buttons).not.toContain('Redact…');
  });
});
