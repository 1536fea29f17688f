import { labelsOf } from './cardReading.js';
import { again, careOf, caseSystem, childOf, pressedBy, reads, saidOf } from './reviewing.js';
import { randomUUID } from 'node:crypto';
import { execute } from '../support/activities.js';
import { ssd, ssda903 } from '../imports/files.js';
import { type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

const form = 'Record the review…';
const mistake = 'It was not held: this recording is a mistake';

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('recording a review, on %s', (store) => {
  let theatre: Theatre;
  let ida: Actor;
  let ivan: Actor;
  let lena: Actor;
  let bess: Actor;
  beforeEach(async () => {
    theatre = await openTheatre(store, { startsAt: '2026-03-11T09:00:00Z' });
    const { person } = theatre;
    [ida, ivan, lena, bess] = [person('ida'), person('ivan'), person('lena'), person('bess')];
    await reads(theatre, careOf());
  });
  afterEach(() => theatre.close());

  const held = {
    'Held on': '2026-03-11',
    'How the child took part': 'PN1',
    Parents: 'took-part',
    'You spoke to the child alone': 'declined',
    'What held it up?': 'worker-absent',
  };

  it('asks what the policy asks, says what comes next, and keeps who said it', async () => {
    await ida.says('700123');
    const asked = await ida.presses(form);
    expect(labelsOf(asked.card)).toEqual([
      'Held on',
      'It was held without a meeting',
      'How the child took part',
      'Parents',
      'You spoke to the child alone',
      'What held it up?',
      'Outcome, in one line',
      'First day',
      'Why no parent was invited',
    ]);
    const done = await ida.presses('Save', { ...held, 'Outcome, in one line': 'The plan stays as it is.' });
    expect(done.words).toContain(
      'You recorded the review of Wed 11 Mar at 09:00. Next review by Thu 11 Jun (3 months after this one).',
    );
    expect(done.words).toContain('Held on Wed 11 Mar, 2 working days late (due Mon 9 Mar)');
    expect(done.words).not.toContain('The plan stays');
    expect(await saidOf(theatre)).toMatchObject([
      {
        kind: 'review',
        heldOn: '2026-03-11',
        participation: 'PN1',
        parents: 'took-part',
        seenAlone: 'declined',
        lateReason: 'worker-absent',
        outcome: 'The plan stays as it is.',
        by: expect.stringMatching(/^person:/),
      },
    ]);
    expect((await saidOf(theatre))[0]).not.toHaveProperty('onBehalfOf');
  });

  it('shows the outcome to the IRO’s own press alone', async () => {
    await ida.says('700123');
    await ida.presses(form);
    await ida.presses('Save', { ...held, 'Outcome, in one line': 'The plan stays as it is.' });
    expect((await ida.presses('Show text')).words).toContain('The plan stays as it is.');
    expect((await ida.looksAgain()).words).not.toContain('The plan stays');
    ida.reopens();
    expect((await ida.presses('Correct the review…')).words).toContain('The plan stays as it is.');
    expect((await ida.looksAgain()).words).not.toContain('The plan stays');
  });

  it('refuses what cannot be at its field, and keeps what was typed', async () => {
    await ida.says('700123');
    await ida.presses(form);
    const problem = async (fields: Record<string, string>) =>
      (await ida.presses('Save', { ...held, 'Outcome, in one line': 'As it was.', ...fields })).words;
    for (const [day, why] of [
      ['2026-03-12', 'Choose today or an earlier day.'],
      ['2011-09-20', 'The child was not born by then: choose a later day.'],
      ['2026-02-08', 'By the files the child was not looked after on that day.'],
      ['', 'Choose a date.'],
    ] as const) {
      const words = await problem({ 'Held on': day });
      expect(words).toContain(why);
      expect(words).toContain('As it was.');
    }
    expect(await problem({ 'How the child took part': '' })).toContain('Choose how the child took part.');
    expect(await problem({ 'First day': '2026-03-12' })).toContain(
      'The first day is not after the last one.',
    );
    for (const [day, why] of [
      ['2001-03-09', 'The child was not born by then: choose a later day.'],
      ['2026-02-08', 'By the files the child was not looked after on that day.'],
    ] as const)
      expect(await problem({ 'First day': day })).toContain(why);
    expect(await problem({ 'What held it up?': 'nothing' })).toContain('Choose one of the list.');
    expect(await problem({ 'Outcome, in one line': 'x'.repeat(4001) })).toContain(
      'longer than 4,000 characters',
    );
    expect(await saidOf(theatre)).toEqual([]);
    expect((await ida.presses('Cancel')).buttons).toContain(form);
  });

  it('warns of personal detail before it saves, and saves it anyway', async () => {
    await ida.says('700123');
    await ida.presses(form);
    const warned = await ida.presses('Save', { ...held, 'Outcome, in one line': 'Write to SW1A 2AA.' });
    expect(warned.words).toContain('This looks as if it has a postcode in it.');
    expect(await saidOf(theatre)).toEqual([]);
    ida.reopens();
    expect((await ida.sees()).words).not.toContain('SW1A');
    await ida.says('700123');
    await ida.presses(form);
    await ida.presses('Save', { ...held, 'Outcome, in one line': 'Write to SW1A 2AA.' });
    expect((await ida.presses('Save anyway')).words).toContain('You recorded the review');
    expect(await saidOf(theatre)).toMatchObject([{ savedAnyway: true }]);
  });

  it('happens once for each form, however often it is sent, at once or one after another', async () => {
    await ida.says('700123');
    await ida.presses(form);
    const saves = ida.press('Save', held);
    const answers = await Promise.all([saves, again(saves), again(saves)].map((each) => ida.sends(each)));
    const told = answers.filter(({ words }) =>
      words.includes('This is recorded already: You recorded the review'),
    );
    expect(told).toHaveLength(2);
    expect((await ida.sends(again(saves))).words).toContain('recorded already');
    expect(await saidOf(theatre)).toHaveLength(1);
  });

  it('gives words back that came with the same form later', async () => {
    await ida.says('700123');
    await ida.presses(form);
    const first = ida.press('Save', { ...held, 'Outcome, in one line': 'One thing.' });
    const other = again(ida.press('Save', { ...held, 'Outcome, in one line': 'Another thing.' }));
    await ida.sends(first);
    const answer = await ida.sends(other);
    expect(answer.words).toContain('This is recorded already');
    expect(answer.words).toContain('Another thing.');
    expect(await saidOf(theatre)).toMatchObject([{ outcome: 'One thing.' }]);
  });

  it('is entered by business support for the IRO, who may then add what only they can tell', async () => {
    const card = await bess.says('700123');
    expect(card.buttons).toEqual([form, 'Already held…']);
    expect(card.words).toContain('Ida Reviewer');
    expect(card.words).not.toMatch(/dispute|North|Tess/i);
    const asked = await bess.presses(form);
    expect(asked.words).toContain('You enter this for the IRO, Ida Reviewer.');
    expect(labelsOf(asked.card)).toEqual([
      'Held on',
      'It was held without a meeting',
      'How the child took part',
      'First day',
    ]);
    await bess.presses('Save', { 'Held on': '2026-03-10', 'How the child took part': 'PN5' });
    expect(await saidOf(theatre)).toMatchObject([
      { heldOn: '2026-03-10', participation: 'PN5', onBehalfOf: expect.stringMatching(/^person:/) },
    ]);

    const seen = await ida.says('700123');
    expect(seen.words).toContain('Held on Tue 10 Mar');
    // One button, called as what it opens.
    expect(seen.buttons.filter((title) => /^(Correct|Complete)/.test(title))).toEqual([
      'Correct the review…',
    ]);
    const correcting = await ida.presses('Correct the review…');
    expect(correcting.words).toContain('Correct the review');
    expect(correcting.words).toContain('2026-03-10');
    await ida.presses('Save', { Parents: 'none' });
    expect(await saidOf(theatre)).toMatchObject([
      { heldOn: '2026-03-10', participation: 'PN5', parents: 'none' },
    ]);
  });

  it('is put right by business support that entered it, until the IRO has recorded it', async () => {
    await bess.says('700123');
    await bess.presses(form);
    await bess.presses('Save', { 'Held on': '2026-03-10', 'How the child took part': 'PN5' });
    const asked = await bess.presses('Correct the review…');
    expect(labelsOf(asked.card)).toEqual([
      'Held on',
      'It was held without a meeting',
      'How the child took part',
      'First day',
    ]);
    await bess.presses('Save', { 'Held on': '2026-03-09', 'How the child took part': 'PN6' });
    expect(await saidOf(theatre)).toMatchObject([{ heldOn: '2026-03-09', participation: 'PN6' }]);
    await ida.says('700123');
    await ida.presses('Correct the review…');
    await ida.presses('Save', { Parents: 'none' });
    expect((await bess.says('700123')).buttons).toEqual([form, 'Already held…']);
  });

  it('that the IRO recorded is not overwritten by business support, however often it is saved', async () => {
    const opened = async () => {
      await bess.says('700123');
      await bess.presses(form);
    };
    await opened();
    await ida.says('700123');
    await ida.presses(form);
    await ida.presses('Save', { ...held, 'First day': '2026-03-09' });
    const before = await saidOf(theatre);
    const again = 'is recorded already, and the IRO puts it right';
    const sameDay = { 'Held on': '2026-03-11', 'How the child took part': 'PN7' };
    for (const fields of [sameDay, {}]) expect((await bess.presses('Save', fields)).words).toContain(again);
    await opened();
    const near = await bess.presses('Save', { 'Held on': '2026-03-10', 'How the child took part': 'PN7' });
    expect(near.words).toContain(
      'The review of Wed 11 Mar is recorded already, and the IRO puts it right. Choose another day',
    );
    expect((await bess.presses('Save')).words).toContain(again);
    expect(await saidOf(theatre)).toEqual(before);
    await bess.presses('It is another review');
    expect((await saidOf(theatre)).map((fact) => 'heldOn' in fact && fact.heldOn)).toEqual([
      '2026-03-11',
      '2026-03-10',
    ]);
  });

  it('is no more than business support may enter, whatever is sent', async () => {
    await ida.says('700123');
    await ida.presses(form);
    const sent = ida.press('Save', { ...held, 'Outcome, in one line': 'What support may not say.' });
    await bess.sends(pressedBy(bess, sent));
    const [fact] = await saidOf(theatre);
    expect(fact).toMatchObject({ heldOn: '2026-03-11', participation: 'PN1' });
    expect(fact).not.toHaveProperty('parents');
    expect(fact).not.toHaveProperty('outcome');
  });

  it('is for the child’s IRO, leads and business support alone', async () => {
    await ida.says('700123');
    await ida.presses(form);
    const sent = ida.press('Save', { ...held, 'Outcome, in one line': 'Theirs.' });
    for (const who of [ivan, theatre.person('tess'), theatre.person('tom')]) {
      const answer = await who.sends(pressedBy(who, sent));
      expect(answer.words).toContain('This is not yours to record');
      expect(answer.words).toContain('Theirs.');
    }
    expect(await saidOf(theatre)).toEqual([]);
    await lena.sends(pressedBy(lena, sent));
    expect(await saidOf(theatre)).toMatchObject([{ onBehalfOf: expect.stringMatching(/^person:/) }]);
  });

  it('of a day that somebody recorded meanwhile is given back, and adds to it when it is saved again', async () => {
    await ida.says('700123');
    await ida.presses(form);
    await bess.says('700123');
    await bess.presses(form);
    await bess.presses('Save', { 'Held on': '2026-03-11', 'How the child took part': 'PN2' });
    const refused = await ida.presses('Save', { ...held, 'Outcome, in one line': 'Kept.' });
    expect(refused.words).toContain('That day is recorded already. Save again to add to what is there');
    expect(labelsOf(refused.card)).not.toContain(mistake);
    expect(refused.words).toContain('Kept.');
    await ida.presses('Save');
    expect(await saidOf(theatre)).toMatchObject([
      { heldOn: '2026-03-11', participation: 'PN1', outcome: 'Kept.' },
    ]);
  });

  it('that somebody recorded meanwhile for a day near by is one, and its day is corrected when it is saved again', async () => {
    await ida.says('700123');
    await ida.presses(form);
    await bess.says('700123');
    await bess.presses(form);
    await bess.presses('Save', { 'Held on': '2026-03-09', 'How the child took part': 'PN2' });
    const refused = await ida.presses('Save', held);
    expect(refused.words).toContain(
      'The review of Mon 9 Mar is recorded already. Save again to correct its day',
    );
    const done = await ida.presses('Save');
    expect(done.words).toContain('Next review by Thu 11 Jun (3 months after this one).');
    expect(await saidOf(theatre)).toMatchObject([{ heldOn: '2026-03-11', participation: 'PN1' }]);
  });

  it('is one with another that is near, from a fresh card too, unless somebody says that there were two', async () => {
    const enters = async (day: string) => {
      await bess.says('700123');
      await bess.presses(form);
      return bess.presses('Save', { 'Held on': day, 'How the child took part': 'PN2' });
    };
    await enters('2026-03-10');
    const asked = await enters('2026-03-09');
    expect(asked.words).toContain(
      'The review of Tue 10 Mar is recorded already. Save again to correct its day',
    );
    expect((await bess.presses('Save')).words).toContain('Held on Mon 9 Mar, on time');
    expect(await saidOf(theatre)).toMatchObject([{ heldOn: '2026-03-09' }]);
    await enters('2026-03-11');
    const done = await bess.presses('It is another review');
    expect(done.words).toContain('You recorded the review of Wed 11 Mar');
    expect(await saidOf(theatre)).toMatchObject([{ heldOn: '2026-03-09' }, { heldOn: '2026-03-11' }]);
  });

  it('as a series of meetings begins no earlier than the review before it', async () => {
    await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-02-20,N,PN3'));
    await ida.says('700123');
    await ida.presses(form);
    const refused = await ida.presses('Save', {
      'Held on': '2026-03-11',
      'How the child took part': 'PN1',
      'First day': '2026-02-19',
    });
    expect(refused.words).toContain('The first day is not before the review of Fri 20 Feb');
    await ida.presses('Save', { 'First day': '2026-03-09' });
    expect(await saidOf(theatre)).toMatchObject([{ firstOn: '2026-03-09', heldOn: '2026-03-11' }]);
  });

  it('that the case system brought meanwhile was late all the same, and keeps why', async () => {
    await ida.says('700123');
    await ida.presses(form);
    await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-03-11,N,PN3'));
    const done = await ida.presses('Save', held);
    expect(done.words).toContain('Held on Wed 11 Mar, 2 working days late (due Mon 9 Mar)');
    expect(await saidOf(theatre)).toMatchObject([{ heldOn: '2026-03-11', lateReason: 'worker-absent' }]);
    expect((await ida.says('late reasons')).words).not.toContain('700123');
  });

  it('is of one of the two days that were told, whatever a card says', async () => {
    await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-03-06,N,PN1'));
    await ida.says('700123');
    await ida.presses(form);
    await ida.presses('Save', { 'Held on': '2026-03-09', 'How the child took part': 'PN1' });
    const press = ida.press('One, held Fri 6 Mar');
    const { action } = press['value'] as { action: { data: object } };
    Object.assign(action.data, { day: '2026-12-25' });
    expect((await ida.sends(press)).words).toContain('There is no review of which that could be said.');
    expect(await saidOf(theatre)).toMatchObject([{ kind: 'review', heldOn: '2026-03-09' }]);
  });

  it('is corrected on another day, and what was said before stays in the facts', async () => {
    await ida.says('700123');
    await ida.presses(form);
    await ida.presses('Save', held);
    await ida.presses('Correct the review…');
    const done = await ida.presses('Save', { 'Held on': '2026-03-09' });
    expect(done.words).toContain('Held on Mon 9 Mar, on time');
    const [now, ...others] = await saidOf(theatre);
    expect(others).toEqual([]);
    expect(now).toMatchObject({ heldOn: '2026-03-09', parents: 'took-part' });
    // Of a review that was in time nothing held it up.
    expect(now).not.toHaveProperty('lateReason');
  });

  it('is corrected by emptying what was typed, and no answer keeps the words of another', async () => {
    await ida.says('700123');
    await ida.presses(form);
    const why = 'Why no parent was invited';
    const outcome = 'Outcome, in one line';
    const typed = { Parents: 'not-invited', [why]: 'It was not safe.', [outcome]: 'Of another child.' };
    await ida.presses('Save', { ...held, ...typed });
    await ida.presses('Correct the review…');
    // It is refused in between, and is emptied all the same.
    await ida.presses('Save', { [outcome]: '', 'Held on': '2026-03-12' });
    await ida.presses('Save', { 'Held on': '2026-03-11' });
    const [emptied] = await saidOf(theatre);
    expect(emptied).not.toHaveProperty('outcome');
    expect(emptied).toMatchObject({ parentsWhy: 'It was not safe.', lateReason: 'worker-absent' });
    await ida.presses('Correct the review…');
    await ida.presses('Save', { Parents: 'took-part' });
    const [answered] = await saidOf(theatre);
    expect(answered).toMatchObject({ parents: 'took-part' });
    expect(answered).not.toHaveProperty('parentsWhy');
  });

  it('keeps typed words that the form did not show, as it stands in the chat later', async () => {
    await ida.says('700123');
    await ida.presses(form);
    await ida.presses('Save', { ...held, 'Outcome, in one line': 'The plan stays.' });
    await ida.presses('Correct the review…');
    ida.reopens();
    expect((await ida.sees()).words).not.toContain('The plan stays.');
    await ida.presses('Save', { Parents: 'none' });
    expect(await saidOf(theatre)).toMatchObject([{ parents: 'none', outcome: 'The plan stays.' }]);
  });

  it('that was not held is taken away by the IRO, and the facts keep it with who said so', async () => {
    await bess.says('700123');
    await bess.presses(form);
    await bess.presses('Save', { 'Held on': '2026-03-11', 'How the child took part': 'PN1' });
    const asked = await bess.presses('Correct the review…');
    expect(labelsOf(asked.card)).not.toContain(mistake);
    await ida.says('700123');
    const correct = ida.press('Correct the review…');
    await ida.sends(correct);
    const refused = await ida.presses('Save', { 'Held on': '2026-03-12' });
    expect(labelsOf(refused.card)).toContain(mistake);
    const done = await ida.presses('Save', { [mistake]: 'true' });
    expect(done.words).toContain('At 09:00 you recorded that the review of Wed 11 Mar was not held.');
    expect(done.words).toContain('First review was due Mon 9 Mar (2 working days late)');
    expect(await saidOf(theatre)).toMatchObject([
      { kind: 'not-held', heldOn: '2026-03-11', by: expect.stringMatching(/^person:/) },
    ]);
    const { facts } = await childOf(theatre);
    expect(facts.filter(({ kind }) => kind === 'review')).toMatchObject([
      { heldOn: '2026-03-11', participation: 'PN1', supersededAt: expect.any(String) },
    ]);
    // An older form, and an older card, mean that review and none before it.
    const gone = 'recorded that the review of Wed 11 Mar was not held.';
    expect((await bess.presses('Save')).words).toContain(gone);
    expect((await ida.sends(again(correct))).words).toContain(gone);
    expect(await saidOf(theatre)).toHaveLength(1);
  });

  it('that an import has too is not taken away', async () => {
    await ida.says('700123');
    await ida.presses(form);
    await ida.presses('Save', held);
    await ida.presses('Correct the review…');
    await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-03-11,N,PN3'));
    const refused = await ida.presses('Save', { [mistake]: 'true' });
    expect(refused.words).toContain('The files have this review too');
    expect(await saidOf(theatre)).toMatchObject([{ kind: 'review', heldOn: '2026-03-11' }]);
    const asked = await ida.says('700123').then(() => ida.presses('Correct the review…'));
    expect(labelsOf(asked.card)).not.toContain(mistake);
  });

  it('that was held already asks for the day and what the policy asks', async () => {
    await ida.says('700123');
    const asked = await ida.presses('Already held…');
    expect(labelsOf(asked.card)).toEqual([
      'Held on',
      'It was held without a meeting',
      'Parents',
      'You spoke to the child alone',
      'What held it up?',
      'First day',
      'Why no parent was invited',
    ]);
    await ida.presses('Save', { 'Held on': '2026-03-06' });
    expect(await saidOf(theatre)).toMatchObject([{ heldOn: '2026-03-06', participation: null }]);
  });

  it('by the fallback of an old client works too, and leaves no typed words of others in the chat', async () => {
    await ida.says('700123');
    await ida.submits(form);
    const refused = await ida.submits('Save', {
      ...held,
      'Held on': '2026-03-12',
      'Outcome, in one line': 'Mine.',
    });
    expect(refused.words).toContain('Choose today or an earlier day.');
    expect(refused.words).toContain('Mine.');
    const done = await ida.submits('Save', { 'Held on': '2026-03-11' });
    expect(done.words).toContain('You recorded the review of Wed 11 Mar');
    expect(done.words).not.toContain('Mine.');
  });
});

describe('a day before the last review', () => {
  let theatre: Theatre;
  let ida: Actor;
  const day = 'Held on';
  const outcome = 'Outcome, in one line';
  beforeEach(async () => {
    theatre = await openTheatre('SQLite', { startsAt: '2026-03-11T09:00:00Z' });
    ida = theatre.person('ida');
    const born = '21/09/2011';
    await reads(theatre, {
      ssda903: ssda903({
        header: [`700123,2,${born},WIRT,,,`],
        episodes: ['700123,09/02/2024,S,C1,N1,U5,PR1,,,,,,'],
        reviews: ['15/05/2025', '12/11/2025'].map((held) => `700123,${born},${held},PN1`),
      }),
    });
    await ida.says('700123');
    await ida.presses(form);
  });
  afterEach(() => theatre.close());
  const question = 'That is before the last review, of Wed 12 Nov 2025: save again if it is right.';

  it('is asked about once, and nothing that was typed is lost', async () => {
    const typed = { 'How the child took part': 'PN1', [outcome]: 'The plan stays.' };
    const asked = await ida.presses('Save', { ...typed, [day]: '2025-03-11' });
    expect(asked.words).toContain(question);
    expect(asked.words).toContain('The plan stays.');
    expect(await saidOf(theatre)).toEqual([]);
    // Another one is another question.
    expect((await ida.presses('Save', { [day]: '2025-03-12' })).words).toContain(question);
    await ida.presses('Save');
    expect(await saidOf(theatre)).toMatchObject([{ heldOn: '2025-03-12', outcome: 'The plan stays.' }]);
  });

  it('is put right on the card like the last one', async () => {
    await ida.presses('Save', { [day]: '2025-03-11', 'How the child took part': 'PN1' });
    const saved = await ida.presses('Save');
    expect(saved.buttons).not.toContain('Correct the review…');
    await ida.presses('Correct the review of Tue 11 Mar 2025…');
    const done = await ida.presses('Save', { [day]: '2026-03-11' });
    expect(done.words).toContain('Held on Wed 11 Mar');
    expect(await saidOf(theatre)).toMatchObject([{ heldOn: '2026-03-11', participation: 'PN1' }]);
    expect(done.buttons).toContain('Correct the review…');
  });
});

describe('a child who is not looked after', () => {
  let theatre: Theatre;
  afterEach(() => theatre.close());
  const opens = async (startsAt: string) => {
    theatre = await openTheatre('SQLite', { startsAt });
    const { person } = theatre;
    return [person('ida'), person('bess'), person('tess')] as const;
  };

  it('has no review that could be recorded, whatever is sent', async () => {
    const [ida, bess] = await opens('2026-03-05T09:00:00Z');
    const conferences = ssd({
      enquiries: ['S1,700123,2026-01-02'],
      initialConferences: ['I1,700123,S1,P1,N,2026-01-23,2026-01-16,Y'],
    });
    await reads(theatre, { ssd: conferences });
    expect((await ida.says('700123')).buttons).not.toContain(form);
    const of = { card: 'child', child: '700123', review: '2026-03-04' };
    const sends = (who: Actor, data: object) =>
      who.sends(execute(theatre.scene(), who.user, { verb: 'review', data: { ...of, ...data } }));
    const words = {
      heldOn: '2026-03-04',
      participation: 'PN1',
      outcome: 'The plan stays.',
      text: 'It drifts.',
    };
    const why = 'By the files this child is not looked after: there is no review to record.';
    expect((await sends(bess, { press: 'open-review', act: 'record' })).words).toContain(why);
    expect((await sends(ida, { press: 'review-step', act: 'report-in' })).words).toContain(why);
    for (const act of ['record', 'already-held', 'log-concern']) {
      const refused = await sends(ida, { press: 'review', act, form: randomUUID(), ...words });
      expect(refused.words).toContain(why);
      expect(refused.words).toContain('The plan stays.');
    }
    expect(await saidOf(theatre)).toEqual([]);
  });

  it('has one that was held by the day care ended, for 20 working days', async () => {
    const [ida, bess, tess] = await opens('2026-03-11T09:00:00Z');
    const born = '21/09/2011';
    await reads(theatre, {
      ssda903: ssda903({
        header: [`700123,2,${born},WIRT,,,`],
        episodes: ['700123,09/02/2026,S,C1,N1,U5,PR1,10/03/2026,E4A,,,,'],
      }),
    });
    const held = 'Already held…';
    expect((await tess.says('700123')).buttons).not.toContain(held);
    expect((await bess.says('700123')).buttons).toContain(held);
    expect((await ida.says('700123')).buttons).toContain(held);
    await ida.presses(held);
    const done = await ida.presses('Save', { 'Held on': '2026-03-09' });
    expect(done.words).toContain('Held on Mon 9 Mar, on time');
    await theatre.moveTo('2026-04-09T09:00:00Z');
    expect((await ida.says('700123')).buttons).toContain(held);
    await theatre.moveTo('2026-04-10T09:00:00Z');
    expect((await ida.says('700123')).buttons).not.toContain(held);
  });
});

describe('what is asked at a review', () => {
  let theatre: Theatre;
  afterEach(() => theatre.close());

  it('does not ask how a child under four took part, and says so', async () => {
    theatre = await openTheatre('SQLite');
    const ida = theatre.person('ida');
    await reads(theatre, careOf('10/03/2022'));
    await ida.says('700123');
    const asked = await ida.presses(form);
    expect(labelsOf(asked.card)).not.toContain('How the child took part');
    expect(asked.words).toContain('How the child took part is not asked of a child under 4.');
    await ida.presses('Save', { 'Held on': '2026-03-02' });
    expect(await saidOf(theatre)).toMatchObject([{ participation: 'PN0' }]);
  });

  it('fills in PN0 for a day before the fourth birthday, whatever was chosen', async () => {
    theatre = await openTheatre('SQLite', { startsAt: '2026-03-11T09:00:00Z' });
    const ida = theatre.person('ida');
    await reads(theatre, careOf('10/03/2022'));
    await ida.says('700123');
    await ida.presses(form);
    await ida.presses('Save', { 'Held on': '2026-03-09', 'How the child took part': 'PN4' });
    expect(await saidOf(theatre)).toMatchObject([{ participation: 'PN0' }]);
  });

  it('is what the policy asks, and the service’s own questions', async () => {
    theatre = await openTheatre('SQLite', {
      policy: { ask: [], questions: [{ id: 'place', label: 'Did the child choose the place?' }] },
    });
    const ida = theatre.person('ida');
    await reads(theatre, careOf());
    await ida.says('700123');
    const asked = await ida.presses(form);
    expect(labelsOf(asked.card)).toEqual([
      'Held on',
      'It was held without a meeting',
      'How the child took part',
      'Did the child choose the place?',
      'Outcome, in one line',
      'First day',
    ]);
    await ida.presses('Save', {
      'How the child took part': 'PN1',
      'Did the child choose the place?': 'false',
    });
    expect(await saidOf(theatre)).toMatchObject([{ answers: { place: false } }]);
  });

  it('of a review that the case system brought is asked of the IRO, with the day and the code filled in', async () => {
    theatre = await openTheatre('SQLite', { startsAt: '2026-03-11T09:00:00Z' });
    const ida = theatre.person('ida');
    await reads(theatre, careOf());
    await reads(theatre, caseSystem('R1,CLA1,2026-03-09,2026-03-09,N,PN3'));
    const card = await ida.says('700123');
    expect(card.words).toContain('Of the review of Mon 9 Mar not everything is recorded yet');
    expect(await saidOf(theatre)).toEqual([]);
    const asked = await ida.presses('Complete the review…');
    expect(labelsOf(asked.card)).toContain('Parents');
    expect(labelsOf(asked.card)).not.toContain('What held it up?');
    await ida.presses('Save', { Parents: 'did-not' });
    expect(await saidOf(theatre)).toMatchObject([
      { heldOn: '2026-03-09', participation: 'PN3', parents: 'did-not' },
    ]);
    expect((await ida.says('700123')).words).not.toContain('not everything is recorded yet');
  });
});
