import { randomUUID } from 'node:crypto';
import { execute } from '../support/activities.js';
import { rowValue } from '../../src/cards/index.js';
import { again, careOf, caseSystem, childOf, pressedBy, reads, saidOf } from './reviewing.js';
import { kindsOf, type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

const everyStep = {
  leadTimes: {
    speakToSocialWorker: 'show',
    childSeen: 'show',
    reportIn: 'show',
    decisionsOut: 'show',
    planUpdated: 'show',
    recordWritten: 'show',
    recordSent: 'chase',
    midway: 'show',
  },
  decisionsNotAgreed: true,
};

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('what is pressed around a review, on %s', (store) => {
  let theatre: Theatre;
  let ida: Actor;
  let ivan: Actor;
  let tess: Actor;
  let tom: Actor;
  let lena: Actor;
  let bess: Actor;
  beforeEach(async () => {
    // The first review of 700123 is due on Mon 9 Mar: three working days before it is Wed 4 Mar.
    theatre = await openTheatre(store, { startsAt: '2026-03-04T09:00:00Z', policy: everyStep });
    const { person } = theatre;
    [ida, ivan, tess, tom, lena, bess] = [
      person('ida'),
      person('ivan'),
      person('tess'),
      person('tom'),
      person('lena'),
      person('bess'),
    ];
    await reads(theatre, careOf());
  });
  afterEach(() => theatre.close());

  const kinds = async () => (await saidOf(theatre)).map(({ kind }) => kind);

  it('“Report not in” is one press, recorded once, by whoever is first', async () => {
    const card = await ida.says('700123');
    expect(card.words).toContain('Report in by Wed 4 Mar (today)');
    const press = ida.press('Report not in');
    expect((await ida.sends(press)).words).toContain('You recorded “Report not in” at 09:00.');
    expect((await ida.sends(again(press))).words).toContain(
      'This is recorded already: You recorded “Report not in” at 09:00.',
    );
    expect((await lena.sends(pressedBy(lena, press))).words).toContain(
      'This is recorded already: Ida Reviewer recorded “Report not in” at 09:00.',
    );
    expect(await saidOf(theatre)).toMatchObject([{ kind: 'step', step: 'reportIn', said: 'not-in' }]);
    expect((await ida.sees()).words).toContain('On Wed 4 Mar the report was not in.');
  });

  it('pressed together, it is recorded once', async () => {
    await ida.says('700123');
    const press = ida.press('Report not in');
    await Promise.all(
      [press, again(press), again(press), pressedBy(lena, press)].map((each) => theatre.deliver(each)),
    );
    expect(await kinds()).toEqual(['step']);
  });

  it('is for the child’s IRO, leads, and for the report the manager of its team', async () => {
    await ida.says('700123');
    const press = ida.press('Report not in');
    expect((await ivan.sends(pressedBy(ivan, press))).words).toContain('Nothing found');
    expect((await tom.sends(pressedBy(tom, press))).words).toContain('Nothing found');
    expect((await bess.sends(pressedBy(bess, press))).words).toContain('This is not yours to record');
    expect(await kinds()).toEqual([]);
    await tess.sends(pressedBy(tess, press));
    expect(await saidOf(theatre)).toMatchObject([{ said: 'not-in' }]);
    expect((await saidOf(theatre))[0]).not.toHaveProperty('onBehalfOf');
  });

  it('is adjourned once, by at most 20 working days, and stays due on its day', async () => {
    await ida.says('700123');
    const asked = await ida.presses('Adjourn: not enough information…');
    expect(asked.words).toContain('Once, and for at most 20 working days. The due day stays Mon 9 Mar.');
    expect((await ida.presses('Save', { Until: '2026-04-02' })).words).toContain(
      'That is more than 20 working days from today.',
    );
    expect((await ida.presses('Save', { Until: '2026-03-04' })).words).toContain('Choose a day after today.');
    const late = ida.press('Save', { Until: '2026-03-19' });
    const done = await ida.presses('Save', { Until: '2026-03-18' });
    expect(done.words).toContain('At 09:00 you adjourned it until Wed 18 Mar.');
    expect(done.words).toContain('Adjourned until Wed 18 Mar (10 working days left).');
    expect(done.words).toContain('First review due Mon 9 Mar (3 working days left)');
    expect(done.buttons).not.toContain('Adjourn: not enough information…');
    expect((await ida.sends(again(late))).words).toContain('This is recorded already');
    expect(await kinds()).toEqual(['adjourned']);
  });

  it('is not adjourned a second time from a card that was drawn before', async () => {
    await ida.says('700123');
    await lena.says('700123');
    await ida.presses('Adjourn: not enough information…');
    await lena.presses('Adjourn: not enough information…');
    await ida.presses('Save', { Until: '2026-03-18' });
    expect((await lena.presses('Save', { Until: '2026-03-20' })).words).toContain(
      'It was adjourned before, and once is all: change its date instead.',
    );
    expect(await kinds()).toEqual(['adjourned']);
  });

  it('is neither adjourned, moved nor asked for sooner from a card of the review before it', async () => {
    const of = { press: 'review', child: '700123', card: 'child', review: '2026-03-09' };
    await bess.says('700123');
    await bess.presses('Record the review…');
    await bess.presses('Save', { 'Held on': '2026-03-04', 'How the child took part': 'PN1' });
    for (const more of [
      { act: 'adjourn', until: '2026-03-13' },
      { act: 'change-date', plannedOn: '2026-03-13' },
      { act: 'ask-sooner', ground: 'child' },
    ]) {
      const data = { ...of, ...more, form: randomUUID() };
      const answer = await ida.sends(execute(theatre.scene(), ida.user, { verb: 'review', data }));
      expect(answer.words).toContain('The review of Wed 4 Mar is recorded by now, and nothing was changed');
      // It was business support who recorded it, and not the case system.
      expect(answer.words).toContain('Of the review of Wed 4 Mar not everything is recorded yet');
    }
    expect(await kinds()).toEqual(['review']);
  });

  it('is planned for another day, which moves no due day', async () => {
    await ida.says('700123');
    await ida.presses('Change the date…');
    expect((await ida.presses('Save', { 'Planned for': '2026-03-03' })).words).toContain(
      'Choose today or a later day.',
    );
    const done = await ida.presses('Save', { 'Planned for': '2026-03-12' });
    expect(done.words).toContain('At 09:00 you planned it for Thu 12 Mar.');
    expect(done.words).toContain('That is after Mon 9 Mar, the day on which it is due.');
    expect(done.words).toContain('Planned for Thu 12 Mar (6 working days left).');
    expect(done.words).toContain('First review due Mon 9 Mar');
  });

  it('is asked for sooner on a ground of the regulations', async () => {
    await reads(theatre, caseSystem('R1,CLA1,2026-03-03,2026-03-03,N,PN1'));
    await ida.says('700123');
    await ida.presses('Ask for a sooner review…');
    expect((await ida.presses('Save')).words).toContain('Choose why.');
    expect((await ida.presses('Save', { 'Why sooner': 'child', 'By when': '2026-06-03' })).words).toContain(
      'It is due by then as it is: choose an earlier day.',
    );
    const done = await ida.presses('Save', { 'Why sooner': 'child', 'By when': '2026-04-01' });
    expect(done.words).toContain('You asked for a sooner review at 09:00.');
    expect(done.words).toContain(
      'A sooner one was asked for by Wed 1 Apr (20 working days left): the child asks for it.',
    );
    expect(await saidOf(theatre)).toMatchObject([
      { kind: 'sooner-asked', ground: 'child', wantedBy: '2026-04-01' },
    ]);
  });

  it('decisions and record are sent in one press, or on another day, by business support too', async () => {
    await reads(theatre, caseSystem('R1,CLA1,2026-02-27,2026-02-27,N,PN1'));
    const card = await bess.says('700123');
    expect(card.words).toContain('Decisions out by Fri 6 Mar (2 working days left)');
    expect(card.buttons).toEqual(expect.arrayContaining(['Decisions sent', 'Sent earlier…']));
    await bess.presses('Sent earlier…');
    expect((await bess.presses('Save', { 'Sent on': '2026-03-05' })).words).toContain(
      'Choose today or an earlier day.',
    );
    expect((await bess.presses('Save', { 'Sent on': '2026-02-26' })).words).toContain(
      'That is before the review was held.',
    );
    const done = await bess.presses('Save', { 'Sent on': '2026-03-03' });
    expect(done.words).toContain('You recorded “Decisions sent” for Tue 3 Mar at 09:00.');
    expect(await saidOf(theatre)).toMatchObject([
      {
        kind: 'step',
        step: 'decisionsOut',
        on: '2026-03-03',
        review: '2026-02-27',
        onBehalfOf: expect.stringMatching(/^person:/),
      },
    ]);
    expect((await ida.says('700123')).words).not.toContain('Decisions out');

    await theatre.moveTo('2026-03-25T10:00:00.000Z');
    await ida.says('700123');
    expect((await ida.presses('Record sent')).words).toContain('You recorded “Record sent” at 10:00.');
  });

  describe('the midway check', () => {
    beforeEach(async () => {
      // Held on Fri 27 Feb, the next due on Wed 27 May: half way is Mon 13 Apr.
      await reads(theatre, caseSystem('R1,CLA1,2026-02-27,2026-02-27,N,PN1'));
      await theatre.moveTo('2026-04-09T09:00:00.000Z');
    });

    it('is on track in one press', async () => {
      expect((await ida.says('700123')).words).toContain('Midway check by Mon 13 Apr (2 working days left)');
      expect((await ida.presses('On track')).words).toContain('You recorded “On track” at 10:00.');
      expect(await saidOf(theatre)).toMatchObject([{ step: 'midway', said: 'done' }]);
    });

    it('has a concern that is logged, for the IRO’s own eyes', async () => {
      await ida.says('700123');
      await ida.presses('Log a concern…');
      expect((await ida.presses('Save')).words).toContain('Say what the concern is.');
      const done = await ida.presses('Save', { 'What is the concern': 'Contact has stopped.' });
      expect(done.words).toContain('You logged a concern at 10:00.');
      expect(done.words).not.toContain('Contact has stopped.');
      expect(await saidOf(theatre)).toMatchObject([{ said: 'concern', text: 'Contact has stopped.' }]);
      expect((await ida.presses('Show text')).words).toContain('Contact has stopped.');
      expect((await ida.says('700123')).words).toContain(
        'A concern was logged at the midway check on Thu 9 Apr.',
      );
      expect((await bess.says('700123')).words).not.toContain('concern');
      const seen = await tess.says('700123');
      expect(seen.words).not.toMatch(/Contact|concern/);
      expect(seen.buttons).not.toContain('Show text');
    });

    it('has a concern that a lead who answers for the team does not read', async () => {
      await ida.says('700123');
      await ida.presses('Log a concern…');
      await ida.presses('Save', { 'What is the concern': 'Contact has stopped.' });
      expect((await lena.says('700123')).words).toContain('A concern was logged');
      await theatre.givesStage('team-manager', 'lena');
      expect((await lena.says('700123')).words).not.toContain('concern');
    });

    it('has a concern that is logged and raised with the same words', async () => {
      await ida.says('700123');
      await ida.presses('Log a concern…');
      const asked = await ida.presses('Save', {
        'What is the concern': 'Contact has stopped.',
        'And then': 'raise',
      });
      expect(asked.words).toContain('Contact has stopped.');
      await ida.presses('Raise', { Theme: 'contact' });
      const dispute = await theatre.newest();
      expect(kindsOf(dispute)).toEqual(['raised']);
      expect(dispute.history[0]).toMatchObject({
        marks: { cameFrom: 'midway' },
        worrying: 'Contact has stopped.',
        dispute: 'informal',
      });
      expect((await saidOf(theatre)).map((fact) => 'said' in fact && fact.said)).toEqual([
        'concern',
        'raised',
      ]);
    });

    it('is settled by what is raised from it', async () => {
      await ida.says('700123');
      const card = await ida.sees();
      expect(card.words).toContain('Midway check');
      const raise = theatre.person('ida');
      await raise.sends(
        execute(theatre.scene(), ida.user, {
          verb: 'open-raise',
          data: { press: 'open-raise', child: '700123', cameFrom: 'midway' },
          replyToId: ida.cards().at(-1)?.id ?? '',
        }),
      );
      await raise.presses('Raise', { Theme: 'drift', 'What is worrying you for this child': 'It drifts.' });
      expect(await saidOf(theatre)).toMatchObject([{ step: 'midway', said: 'raised' }]);
      expect((await ida.says('700123')).words).not.toContain('Midway check by');
    });
  });

  it('decisions that are not agreed are recorded where the policy has it', async () => {
    await reads(theatre, caseSystem('R1,CLA1,2026-02-27,2026-02-27,N,PN1'));
    await ida.says('700123');
    await ida.presses('Decisions not agreed…');
    const done = await ida.presses('Save', { 'What is not agreed': 'The move.' });
    expect(done.words).toContain('You recorded that the decisions are not agreed at 09:00.');
    expect(done.words).toContain('The decisions of Fri 27 Feb are not agreed.');
    expect(done.words).not.toContain('The move.');
  });

  it('a manager lets the IRO know, who reads it and is not pinged', async () => {
    const before = ida.cards().length;
    const card = await tess.says('700123');
    expect(card.buttons).not.toContain('Record the review…');
    await tess.presses('Tell the IRO…');
    expect((await tess.presses('Tell the IRO')).words).toContain('Choose what it is about.');
    const done = await tess.presses('Tell the IRO', {
      'What it is about': 'court',
      'On which day': '2026-03-20',
      'In one line': 'The final hearing.',
    });
    expect(done.words).toContain('You told the IRO at 09:00.');
    await theatre.settled();
    expect(ida.cards()).toHaveLength(before);
    const read = await ida.says('700123');
    expect(read.words).toContain('Court, Fri 20 Mar: Tess Teammanager let the IRO know.');
    expect(read.words).not.toContain('hearing');
    expect(read.buttons).not.toContain('Tell the IRO…');
    expect((await ida.presses('Show text')).words).toContain('The final hearing.');
    expect((await tom.says('700123')).words).toContain('Nothing found');
  });

  it('several rows are saved at once, each once, and says which were before and which are not one’s own', async () => {
    await reads(theatre, caseSystem('R1,CLA1,2026-02-27,2026-02-27,N,PN1'));
    const rows = ['700123', '700140', 'nobody'].map((child) => rowValue({ child, review: '2026-02-27' }));
    const ticked = (values: string) =>
      execute(theatre.scene(), ida.user, {
        verb: 'review-steps',
        data: { press: 'review-steps', act: 'decisions-sent', card: 'morning', rows: values },
      });
    const answer = await ida.sends(ticked(rows.join(',')));
    expect(answer.words).toContain(
      '1 row is recorded: Decisions sent (700123). 2 rows are not yours to record.',
    );
    expect((await ida.sends(ticked(rows[0] ?? ''))).words).toContain('Recorded before: 700123.');
    expect((await ida.sends(ticked('|,%,700123|yesterday'))).words).toContain('No row was ticked.');
    expect((await ida.sends(ticked(rowValue({ child: '700131', review: '2026-02-27' })))).words).toContain(
      '1 row has no review of which that could be said.',
    );
    expect(await saidOf(theatre)).toMatchObject([{ step: 'decisionsOut', review: '2026-02-27' }]);
    expect((await childOf(theatre, '700140')).facts.filter(({ source }) => source === 'teams')).toEqual([]);
  });
});

describe('a press about a review that is none of ours', () => {
  let theatre: Theatre;
  let ida: Actor;
  beforeAll(async () => {
    theatre = await openTheatre('SQLite', { startsAt: '2026-03-04T09:00:00Z', policy: everyStep });
    ida = theatre.person('ida');
    await reads(theatre, careOf());
  });
  afterAll(() => theatre.close());

  const of = { child: '700123', card: 'child', review: '2026-03-09' };
  it.each([
    ['an act that is none', { press: 'review-step', ...of, act: 'nothing' }],
    ['a form in the place of a step', { press: 'review-step', ...of, act: 'record' }],
    ['no day', { press: 'review-step', ...of, act: 'report-in', review: 'soon' }],
    ['30 February', { press: 'review-step', ...of, act: 'report-in', review: '2026-02-30' }],
    ['no child', { press: 'review-step', ...of, act: 'report-in', child: '' }],
    ['a child that is a list', { press: 'review-step', ...of, act: 'report-in', child: ['700123'] }],
    ['a very long reference', { press: 'show-child', ...of, what: 'card', child: '7'.repeat(5000) }],
    ['a form without an id', { press: 'review', ...of, act: 'adjourn', until: '2026-03-10' }],
    ['another card', { press: 'open-review', ...of, act: 'record', card: 'elsewhere' }],
    ['two days that are none', { press: 'same-or-two', ...of, one: 'a', other: 'b' }],
  ])('%s is answered, and nothing is recorded', async (_, data) => {
    const { status } = await theatre.deliver(execute(theatre.scene(), ida.user, { verb: 'press', data }));
    expect(status).toBe(200);
    expect(await saidOf(theatre)).toEqual([]);
  });

  it.each([
    [
      'a child that nobody knows',
      { press: 'open-review', ...of, act: 'record', child: 'nobody' },
      'Nothing found',
    ],
    [
      'two days of which no review is known',
      { press: 'same-or-two', ...of, one: '2026-01-01', other: '2026-01-02', day: '2026-01-01' },
      'There is no review of which that could be said.',
    ],
    [
      'decisions of a review that was not held',
      { press: 'review-step', ...of, act: 'decisions-sent' },
      'There is no review of which that could be said.',
    ],
  ])('%s is refused in kind words', async (_, data, words) => {
    const answer = await ida.sends(execute(theatre.scene(), ida.user, { verb: 'press', data }));
    expect(answer.words).toContain(words);
    expect(await saidOf(theatre)).toEqual([]);
  });
});
