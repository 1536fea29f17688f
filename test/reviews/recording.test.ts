import * as fc from 'fast-check';
import { lastSaidBy } from '../../src/reviews/takingBack.js';
import { stepActNames } from '../../src/reviews/acts.js';
import { isLive } from '../../src/reviews/facts.js';
import type { Child } from '../../src/reviews/child.js';
import { record } from '../../src/reviews/recording.js';
import type { HeldForm, Recorded, ReviewWord, Saying } from '../../src/reviews/reviewWord.js';
import { stepsOf } from '../../src/reviews/coming.js';
import { defaultPolicy } from '../../src/policy/policy.js';
import { soonerGrounds } from '../../src/reviews/said.js';
import { timetableOf } from '../../src/reviews/timetable.js';
import { careFrom, heldOn, plainPolicy } from './childFacts.js';

const at = '2026-03-11T09:00:00.000Z';
const today = '2026-03-11';
const child: Child = {
  id: 'child:700123',
  type: 'child',
  shape: 1,
  ref: '700123',
  facts: [
    careFrom('2025-11-10'),
    heldOn('2025-12-08'),
    heldOn('2026-03-05', { source: 'ssd', sourceId: 'R1' }),
  ],
};

const day = fc
  .integer({ min: -200, max: 60 })
  .map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10));
const anyForm = fc.record({
  heldOn: day,
  withoutMeeting: fc.boolean(),
  participation: fc.constantFrom('PN1' as const, 'PN7' as const, undefined),
  parents: fc.constantFrom('none' as const, undefined),
  lateReason: fc.constantFrom('other', undefined),
  of: fc.oneof(fc.constant(undefined), day),
});
const anyWord: fc.Arbitrary<ReviewWord> = fc.oneof(
  fc.record({
    act: fc.constantFrom('record', 'already-held'),
    form: anyForm,
    asksHow: fc.boolean(),
  }),
  fc.record({ act: fc.constantFrom(...stepActNames), review: day, on: day }),
  fc.record({ act: fc.constant('not-held'), held: day }),
  fc.record({ act: fc.constant('adjourn'), review: day, until: day }),
  fc.record({ act: fc.constant('change-date'), review: day, plannedOn: day }),
  fc.record({
    act: fc.constant('ask-sooner'),
    review: day,
    ground: fc.constantFrom(...soonerGrounds),
    wantedBy: fc.oneof(day, fc.constant(undefined)),
  }),
  fc.record({ act: fc.constant('log-concern'), review: day, text: fc.string() }),
  fc.record({
    act: fc.constant('same-or-two'),
    days: fc.tuple(day, day),
    day: fc.oneof(day, fc.constant(undefined)),
  }),
);

const says = (to: Child, word: ReviewWord, formId?: string): Recorded =>
  record(to, word, { by: 'person:iro', at, today, ...(formId === undefined ? {} : { formId }) }, plainPolicy);
const after = (to: Child, words: readonly ReviewWord[], saying: Saying = { by: 'person:iro', at, today }) =>
  words.reduce((now, word) => {
    const said = record(now, word, saying, plainPolicy);
    return said.kind === 'done' ? said.child : now;
  }, to);

const theForm = (heldOn: string, more: Partial<HeldForm> = {}): ReviewWord => ({
  act: 'record',
  asksHow: false,
  form: { heldOn, withoutMeeting: false, participation: 'PN1', ...more },
});

describe('a review that is recorded', () => {
  it('was late by the day that counts of a series of meetings, as the policy has it', () => {
    // Due on Mon 8 Mar.
    const of = { ...child, facts: child.facts.slice(0, 2) };
    const series = theForm('2026-03-10', { firstOn: '2026-03-06', lateReason: 'other' });
    const kept = (seriesCounts: 'first' | 'last') => {
      const said = record(of, series, { by: 'person:iro', at, today }, { ...plainPolicy, seriesCounts });
      return said.kind === 'done' && 'lateReason' in said.fact ? said.fact.lateReason : undefined;
    };
    expect(kept('last')).toBe('other');
    expect(kept('first')).toBeUndefined();
  });
});

describe('a review that was not held after all', () => {
  const steps = (of: Child) =>
    of.facts.filter(isLive).flatMap((fact) => (fact.kind === 'step' ? [[fact.step, fact.review]] : []));
  const recorded = after({ ...child, facts: child.facts.slice(0, 2) }, [
    { act: 'decisions-sent', review: '2025-12-08', on: '2025-12-10' },
    theForm('2026-03-09'),
    { act: 'decisions-sent', review: '2026-03-09' },
  ]);

  it('takes what was said of it with it: none of that passes on to the one before', () => {
    expect(steps(recorded)).toHaveLength(2);
    const now = after(recorded, [
      { act: 'not-held', held: '2026-03-09' },
      { act: 'record-sent', review: '2026-03-09' },
    ]);
    expect(steps(now)).toEqual([['decisionsOut', '2025-12-08']]);
  });

  it('may be recorded again, and is then there', () => {
    const now = after(recorded, [{ act: 'not-held', held: '2026-03-09' }, theForm('2026-03-09')]);
    expect(says(now, theForm('2026-03-09', { of: '2026-03-09', participation: 'PN2' }))).toMatchObject({
      kind: 'done',
      fact: { participation: 'PN2' },
    });
  });

  it('is one that was recorded in Teams alone', () => {
    expect(says(recorded, { act: 'not-held', held: '2025-12-08' })).toEqual({ kind: 'no-review' });
    const told = {
      ...recorded,
      facts: [...recorded.facts, heldOn('2026-03-09', { source: 'ssd', sourceId: 'R1' })],
    };
    expect(says(told, { act: 'not-held', held: '2026-03-09' })).toEqual({ kind: 'imported' });
  });
});

describe('two days that are told of one review', () => {
  const days = ['2026-03-05', '2026-03-09'] as const;
  const of = { ...child, facts: [...child.facts, heldOn('2026-03-09', { source: 'teams' })] };
  const choosing = (...which: Partial<Extract<ReviewWord, { act: 'same-or-two' }>>[]) =>
    which.reduce<Recorded>(
      (last, each) => {
        const to = last.kind === 'done' ? last.child : of;
        return says(to, { act: 'same-or-two', days, day: days[0], ...each });
      },
      { kind: 'no-review' },
    );

  it('are of one, held on the day that was chosen, or of two', () => {
    expect(choosing({})).toMatchObject({ kind: 'done', fact: { same: true, heldOn: '2026-03-05' } });
    const two = choosing({ day: undefined });
    expect(two).toMatchObject({ kind: 'done', fact: { same: false, by: 'person:iro' } });
    expect('fact' in two && two.fact).not.toHaveProperty('heldOn');
  });

  it('are settled once, in whichever order they are named', () => {
    const fact = { same: true, heldOn: '2026-03-05' };
    expect(choosing({}, { days: ['2026-03-09', '2026-03-05'] })).toMatchObject({ kind: 'already', fact });
  });

  it('are two days that sources tell of, and the right one is one of them', () => {
    expect(choosing({ day: '2026-03-06' })).toEqual({ kind: 'no-review' });
    expect(choosing({ days: ['2026-03-05', '2026-03-05'] })).toEqual({ kind: 'no-review' });
    expect(choosing({ days: ['2026-03-05', '2026-03-10'] })).toEqual({ kind: 'no-review' });
  });
});

describe('a reason that is given for a review which is there', () => {
  /** The first review was due on Mon 8 Dec 2025. */
  const late = heldOn('2025-12-10', { source: 'ssd', sourceId: 'R1' });
  const of = { ...child, facts: [careFrom('2025-11-10'), late] };
  const reason = { act: 'late-reason', held: '2025-12-10', lateReason: 'other' } as const;
  const asked = (to: Child) =>
    stepsOf(to, '2025-12-12', { ...defaultPolicy, ...plainPolicy }).flatMap((row) =>
      row.step === 'answers' ? row.asked : [],
    );
  const then: Saying = { by: 'person:iro', at: '2025-12-11T09:00:00.000Z', today: '2025-12-11' };
  const known = {
    ...of,
    facts: of.facts.map((fact) => ({ ...fact, recordedAt: '2025-12-10T09:00:00.000Z' })),
  };
  const giving = (to: Child, word: ReviewWord, more: Partial<Saying> = {}) =>
    after(to, [word], { ...then, ...more });

  it('answers nothing else: the rest is asked as before', () => {
    expect(asked(known)).toEqual(['late-reason', 'parents', 'seen-alone']);
    expect(asked(giving(known, reason))).toEqual(['parents', 'seen-alone']);
  });

  it('asks nothing anew of whoever had the form before them', () => {
    const recorded = giving(known, theForm('2025-12-10', { of: '2025-12-10' }), { formId: 'a-form' });
    expect(asked(recorded)).toEqual([]);
    expect(asked(giving(recorded, reason))).toEqual([]);
  });

  it('leaves to the IRO what business support could not say', () => {
    const entered = giving(known, theForm('2025-12-10', { of: '2025-12-10' }), {
      by: 'person:admin',
      onBehalfOf: 'person:iro',
      formId: 'a-form',
    });
    expect(asked(giving(entered, reason))).toEqual(['parents', 'seen-alone']);
  });
});

describe('whatever somebody says of a child’s reviews', () => {
  it('takes no fact away: what is no longer so stays, with the day on which it was taken back', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 6 }), (words) => {
        const { facts } = after(child, words);
        for (const before of child.facts)
          expect(facts.some((fact) => JSON.stringify(fact) === JSON.stringify(before))).toBe(true);
        expect(facts.length).toBeGreaterThanOrEqual(child.facts.length);
      }),
    );
  });

  it('never has two reviews of one day, nor one in the future', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 8 }), (words) => {
        const { facts } = after(child, words);
        const days = facts
          .filter(isLive)
          .filter((fact) => fact.kind === 'review')
          .filter(({ source }) => source === 'teams')
          .map((fact) => fact.heldOn);
        expect(new Set(days).size).toBe(days.length);
        expect(days.filter((held) => held > today)).toEqual([]);
      }),
    );
  });

  it('never has two reviews in Teams within ten days that nobody said are two', () => {
    fc.assert(
      fc.property(fc.array(anyForm, { maxLength: 8 }), (forms) => {
        const words = forms.map(({ heldOn, ...form }) => theForm(heldOn, { ...form, of: undefined }));
        const days = after(child, words)
          .facts.filter(isLive)
          .filter((fact) => fact.kind === 'review')
          .flatMap(({ source, heldOn }) => (source === 'teams' ? [Date.parse(heldOn) / 86_400_000] : []))
          .toSorted((one, other) => one - other);
        for (const [index, each] of days.slice(1).entries())
          expect(each - (days[index] ?? 0)).toBeGreaterThan(10);
      }),
    );
  });

  it('is recorded once for each form, and told so', () => {
    fc.assert(
      fc.property(anyWord, anyWord, (word, other) => {
        const first = says(child, word, 'a-form');
        fc.pre(first.kind === 'done');
        const again = says(first.kind === 'done' ? first.child : child, other, 'a-form');
        expect(again.kind).toBe('already');
      }),
    );
  });

  it('leaves everything as it was where the last word is taken back, but for a review that was held', () => {
    const later = { by: 'person:iro', at: '2026-03-11T09:01:00.000Z', today };
    const live = ({ facts }: Child) => facts.filter(isLive).filter(({ kind }) => kind !== 'taken-back');
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 4 }), anyWord, (words, word) => {
        const before = after(child, words);
        const said = after(before, [word], later);
        const last = lastSaidBy(said, 'person:iro', today);
        fc.pre(last?.recordedAt === later.at);
        const back = after(said, [{ act: 'take-back', said: later.at }], {
          ...later,
          at: '2026-03-11T09:02:00.000Z',
        });
        expect(live(said)).not.toEqual(live(before));
        expect(live(back)).toEqual(live(before));
        expect(back.facts).toHaveLength(said.facts.length + 1);
      }),
    );
  });

  it('moves the due day by a review that was held alone', () => {
    const dueOf = (of: Child) => timetableOf(of, today, plainPolicy).next;
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 6 }), (words) => {
        const others = words.filter(({ act }) => act !== 'record' && act !== 'already-held');
        expect(dueOf(after(child, others))).toEqual(dueOf(child));
      }),
    );
  });

  it('adjourns a review once', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 6 }), day, (words, until) => {
        const adjourned = (of: Child) => of.facts.filter(({ kind }) => kind === 'adjourned').length;
        const others = words.filter(({ act }) => act !== 'record' && act !== 'already-held');
        expect(
          adjourned(after(child, [...others, { act: 'adjourn', review: today, until }])),
        ).toBeLessThanOrEqual(1);
      }),
    );
  });
});
