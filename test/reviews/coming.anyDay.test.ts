import * as fc from 'fast-check';
import type { ChildFact } from '../../src/reviews/child.js';
import { heldReviewOf } from '../../src/reviews/comingReview.js';
import { soonerGrounds, steps } from '../../src/reviews/said.js';
import { timedReviews } from '../../src/reviews/timetable.js';
import { realHolidays } from '../calendar/realHolidays.js';
import { careFrom, heldOn, theTimetable } from './childFacts.js';
import { everyLead, said, theSteps } from './saidFacts.js';

const dayLength = 86_400_000;
const textOf = (time: number) => new Date(time).toISOString().slice(0, 10);
const after = (day: string, days: number) => textOf(Date.parse(day) + days * dayLength);
const isWorking = (day: string) => ![0, 6].includes(new Date(day).getUTCDay()) && !realHolidays.includes(day);

/** Day after day, with nothing of the calendar under test: how many working days there are after one, up to another. */
function workingDaysAfter(from: string, to: string): number {
  let count = 0;
  for (let day = after(from, 1); day <= to; day = after(day, 1)) if (isWorking(day)) count++;
  return count;
}

const recordedAt = '2020-01-01T09:00:00.000Z';
const startOfCare = fc
  .integer({ min: Date.UTC(2020, 1, 1) / dayLength, max: Date.UTC(2024, 1, 1) / dayLength })
  .map((number) => textOf(number * dayLength));

/** A child in care, reviews held some time apart, and a day to look on. */
const anyChild = fc
  .record({
    startedOn: startOfCare,
    gaps: fc.array(fc.integer({ min: 12, max: 220 }), { maxLength: 4 }),
    later: fc.integer({ min: 0, max: 200 }),
    // A child protection enquiry, so many days before that day, and whether its initial conference was held.
    enquiry: fc.option(fc.record({ before: fc.integer({ min: 0, max: 120 }), held: fc.boolean() })),
  })
  .map(({ startedOn, gaps, later, enquiry }) => {
    const days: string[] = [];
    for (const gap of gaps) days.push(after(days.at(-1) ?? startedOn, gap));
    const facts: ChildFact[] = [
      careFrom(startedOn, { recordedAt }),
      ...days.map((day) => heldOn(day, { recordedAt })),
    ];
    const today = after(days.at(-1) ?? startedOn, later);
    if (enquiry === null) return { facts, today };
    const strategyOn = after(today, -enquiry.before);
    const initial: ChildFact = {
      kind: 'conference',
      source: 'ssd',
      conference: 'initial',
      sourceId: 'C1',
      strategyOn,
      ...(enquiry.held ? { heldOn: after(strategyOn, Math.min(20, enquiry.before)), plans: true } : {}),
      recordedAt,
    };
    return { facts: [...facts, initial], today };
  });

/** Anything that people may have said, of any day about then. */
const anySaid = (today: string) => {
  const day = fc.integer({ min: -200, max: 200 }).map((days) => after(today, days));
  const recorded = { source: 'teams', by: 'person:iro', recordedAt } as const;
  const step = fc.constantFrom(...steps);
  return fc.array(
    fc.oneof(
      fc
        .record({ review: day, step, on: day })
        .map((each): ChildFact => ({ kind: 'step', said: 'done', ...each, ...recorded })),
      fc
        .record({ review: day, until: day })
        .map((each): ChildFact => ({ kind: 'adjourned', ...each, ...recorded })),
      fc
        .record({ review: day, plannedOn: day })
        .map((each): ChildFact => ({ kind: 'date-changed', ...each, ...recorded })),
      fc
        .record({ review: day, ground: fc.constantFrom(...soonerGrounds), wantedBy: day })
        .map((each): ChildFact => ({ kind: 'sooner-asked', ...each, ...recorded })),
    ),
    { maxLength: 6 },
  );
};
const anyChildSpokenOf = anyChild.chain((child) =>
  fc.record({ child: fc.constant(child), spoken: anySaid(child.today) }),
);

describe('whatever was said of a child’s reviews', () => {
  it('moves no due day, and makes no review late or on time', () => {
    fc.assert(
      fc.property(anyChildSpokenOf, ({ child: { facts, today }, spoken }) => {
        expect(theTimetable([...facts, ...spoken], {}, today)).toEqual(theTimetable(facts, {}, today));
      }),
    );
  });

  it('leaves each step at most once, by day, and the review as long as it is not held', () => {
    fc.assert(
      fc.property(anyChildSpokenOf, ({ child: { facts, today }, spoken }) => {
        const rows = theSteps([...facts, ...spoken], today, everyLead);
        expect(new Set(rows.map(({ step }) => step)).size).toBe(rows.length);
        expect(rows.map(({ on }) => on)).toEqual(rows.map(({ on }) => on).toSorted());
        expect(rows.filter(({ step }) => step === 'review')).toHaveLength(1);
        for (const { step, acts } of rows) expect(acts.length > 0).toBe(step !== 'conference');
      }),
    );
  });
});

describe('any step', () => {
  it('has its days counted as they are counted one after another', () => {
    fc.assert(
      fc.property(anyChild, ({ facts, today }) => {
        for (const row of theSteps(facts, today, everyLead)) {
          const left = row.on < today ? -workingDaysAfter(row.on, today) : workingDaysAfter(today, row.on);
          expect(row.workingDaysLeft + 0).toBe(left + 0);
          expect(row.standing).toBe(row.on === today ? 'today' : row.on < today ? 'passed' : 'coming');
        }
      }),
    );
  });

  it('of the report is 3 working days before the review, and the decisions go out 5 after it', () => {
    fc.assert(
      fc.property(anyChild, ({ facts, today }) => {
        const rows = theSteps(facts, today, everyLead);
        for (const row of rows.filter(({ step }) => step === 'reportIn'))
          expect('meetsOn' in row && workingDaysAfter(after(row.on, -1), after(row.meetsOn, -1))).toBe(3);
        for (const row of rows.filter(({ step }) => step === 'decisionsOut'))
          expect('heldOn' in row && workingDaysAfter(row.heldOn, row.on)).toBe(5);
      }),
    );
  });

  it('is gone once somebody speaks of it under its own day, and it alone', () => {
    fc.assert(
      fc.property(anyChild, fc.nat(), ({ facts, today }, which) => {
        const rows = theSteps(facts, today, { ...everyLead, ask: [] });
        const row = rows[which % rows.length];
        if (row === undefined || row.step === 'review' || row.step === 'answers') return;
        if (row.step === 'conference') return;
        const spoken = [...facts, said(row.step, row.review, { recordedAt })];
        expect(theSteps(spoken, today, { ...everyLead, ask: [] }).map(({ step }) => step)).toEqual(
          rows.map(({ step }) => step).filter((step) => step !== row.step),
        );
      }),
    );
  });

  it('stays with its review where a later file has that held some days earlier or later', () => {
    fc.assert(
      fc.property(anyChild, fc.integer({ min: -5, max: 5 }), ({ facts, today }, moved) => {
        const timetable = theTimetable(facts, {}, today);
        for (const timed of timedReviews(timetable)) {
          const { heldOn: day } = timed.review;
          const meant = heldReviewOf(timetable, after(day, moved));
          expect(meant?.review.heldOn).toBe(day);
        }
      }),
    );
  });
});
