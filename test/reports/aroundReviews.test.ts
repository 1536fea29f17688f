import { defaultPolicy } from '../../src/policy/policy.js';
import type { Child, ChildFact, ReviewFact } from '../../src/reviews/child.js';
import type { SaidFact } from '../../src/reviews/said.js';
import { anAuthority } from '../people/authority.js';
import { careFrom, heldOn } from '../reviews/childFacts.js';
import { adjourned, said, soonerAsked } from '../reviews/saidFacts.js';
import { always, readingChildren, row, rowsOf, type Reading } from './reading.js';

const recordedAt = '2024-06-03T09:00:00.000Z';
let refs = 0;
/** Looked after from Mon 25 March 2024: the first review is due on Wed 24 April. */
const child = (...facts: ChildFact[]): Child => {
  const ref = `7${String(++refs).padStart(5, '0')}`;
  const all = [careFrom('2024-03-25'), ...facts].map((fact) => ({ ...fact, recordedAt }));
  return { id: `child:${ref}`, type: 'child', shape: 1, ref, facts: all };
};
const told = (differs: Partial<ReviewFact>, day = '2024-04-22') =>
  child(heldOn(day, { source: 'teams', by: 'person:iro', ...differs }));
const reading = (name: Reading['name'], children: readonly Child[], differs: Reading = {}) =>
  readingChildren(children, { ...(name === undefined ? {} : { name }), ...differs });

describe('the parents’ part', () => {
  const all = [
    told({ parents: 'took-part' }),
    told({ parents: 'other-way' }),
    told({ parents: 'did-not' }),
    told({ parents: 'not-invited' }),
    told({ parents: 'none' }),
    told({}),
  ];
  const of = (key: string) => row(reading('participation', all), 'parents', key);

  it('is of those with a parent to invite of whom it is recorded; the others stand beside', () => {
    expect(of('all')).toBe('2 of 4: 50');
    expect(of('not-invited')).toBe('1 of 4: 25');
    expect(of('none')).toBe('1');
    expect(of('not-recorded')).toBe('1');
  });

  it('is not recorded where nobody was asked, and no 0', () => {
    const report = reading('participation', [told({}), told({})]);
    expect(row(report, 'parents', 'all')).toBe('not recorded');
    expect(row(report, 'parents', 'not-recorded')).toBe('2');
  });
});

describe('whether the child was seen alone', () => {
  it('is of those of whom it is recorded', () => {
    const all = [
      told({ seenAlone: 'yes' }),
      told({ seenAlone: 'no' }),
      told({ seenAlone: 'declined' }),
      told({}),
    ];
    const report = reading('participation', all);
    expect(row(report, 'seen-alone', 'all')).toBe('1 of 3: 33.3');
    expect(row(report, 'seen-alone', 'declined')).toBe('1 of 3: 33.3');
    expect(row(report, 'seen-alone', 'not-recorded')).toBe('1');
  });
});

describe('why reviews were late', () => {
  const late = (lateReason?: string) => told(lateReason === undefined ? {} : { lateReason }, '2024-04-26');
  const all = [late('worker-absent'), late('worker-absent'), late('gone-from-the-policy'), late(), told({})];

  it('is by the reason that was recorded, of all that were late; one of another policy has its own row', () => {
    const report = reading('late-reviews', all);
    expect(row(report, 'late-by-reason', 'all')).toBe('3 of 4: 75');
    expect(row(report, 'late-by-reason', 'worker-absent')).toBe('2 of 4: 50');
    expect(row(report, 'late-by-reason', 'told-late')).toBe('0 of 4: 0');
    expect(row(report, 'late-by-reason', 'gone-from-the-policy')).toBe('1 of 4: 25');
    expect(row(report, 'late-by-reason', 'not-recorded')).toBe('1 of 4: 25');
  });

  it('stands with each review that was late', () => {
    const { items } = reading('late-reviews', all).measures[0]!;
    expect(items.map(({ reason }) => reason)).toEqual([
      'worker-absent',
      'worker-absent',
      'gone-from-the-policy',
      null,
    ]);
  });

  it('is not recorded where no reason is', () => {
    const report = reading('late-reviews', [late(), late()]);
    expect(row(report, 'late-by-reason', 'told-late')).toBe('not recorded');
    expect(row(report, 'late-by-reason', 'not-recorded')).toBe('2 of 2: 100');
  });
});

describe('what was said around reviews', () => {
  const withSteps = (...facts: ChildFact[]) => child(heldOn('2024-04-22'), ...facts);
  const of = (measure: string, key: string, children: readonly Child[], differs: Reading = {}) =>
    row(reading('records', children, differs), measure, key);

  it('has a report late that was not in, whether it came later or not', () => {
    const all = [
      withSteps(said('reportIn', '2024-04-24', { said: 'not-in', on: '2024-04-18' })),
      withSteps(
        said('reportIn', '2024-04-24', { said: 'not-in', on: '2024-04-18' }),
        said('reportIn', '2024-04-24', { on: '2024-04-19' }),
      ),
      withSteps(said('reportIn', '2024-04-24', { on: '2024-04-18' })),
      withSteps(),
    ];
    expect(of('report-late', 'all', all)).toBe('2 of 3: 66.7');
    expect(of('report-late', 'not-recorded', all)).toBe('1');
  });

  it('has a record in time that was sent within the policy’s working days, and beside it those with time left', () => {
    const sent = (on: string) => withSteps(said('recordSent', '2024-04-22', { on }));
    // 20 working days after Mon 22 April 2024, with the bank holiday of 6 May between, is Tue 21 May.
    const all = [sent('2024-05-21'), sent('2024-05-22'), withSteps()];
    expect(of('records-in-time', 'all', all)).toBe('1 of 2: 50');
    expect(of('records-in-time', 'not-recorded', all)).toBe('1');
    expect(of('records-in-time', 'not-yet', all)).toBe('0');
    const leadDays = { ...defaultPolicy.leadDays, recordSent: 21 };
    const directory = anAuthority({ policy: { ...defaultPolicy, leadDays } });
    expect(of('records-in-time', 'all', all, { directory })).toBe('2 of 2: 100');
    const early = [
      {
        ...withSteps(),
        facts: withSteps().facts.map((fact) => ({ ...fact, recordedAt: '2024-04-23T09:00:00.000Z' })),
      },
    ];
    expect(of('records-in-time', 'not-yet', early, { asAt: '2024-05-21' })).toBe('1');
    expect(of('records-in-time', 'not-yet', early, { asAt: '2024-05-22' })).toBe('0');
  });

  it('has what midway checks found before second and later reviews, the gravest of each', () => {
    const second = (...facts: SaidFact[]) => child(heldOn('2024-04-22'), heldOn('2024-07-15'), ...facts);
    const check = (found: 'done' | 'concern' | 'raised') => said('midway', '2024-07-22', { said: found });
    const all = [
      second(check('done')),
      second(check('concern')),
      second(check('concern'), check('raised')),
      second(),
      child(heldOn('2024-04-22')),
    ];
    expect(of('midway', 'all', all)).toBe('1 of 3: 33.3');
    expect(of('midway', 'concern', all)).toBe('1 of 3: 33.3');
    expect(of('midway', 'raised', all)).toBe('1 of 3: 33.3');
    expect(of('midway', 'not-recorded', all)).toBe('1');
  });

  it('has those that were adjourned of all that were held, and none only where somebody could have pressed it', () => {
    const all = [withSteps(adjourned('2024-04-24', '2024-05-08')), withSteps()];
    expect(of('adjourned', 'all', all)).toBe('1 of 2: 50');
    expect(of('adjourned', 'all', [withSteps()])).toBe('not recorded');
    expect(
      row(readingChildren([withSteps()], { name: 'records', pressing: always }), 'adjourned', 'all'),
    ).toBe('0 of 1: 0');
  });

  it('has sooner reviews by the ground on which they were asked for, by the day of asking', () => {
    const all = [withSteps(soonerAsked('2024-07-22')), withSteps(soonerAsked('2024-07-22')), withSteps()];
    expect(of('sooner-by-reason', 'all', all)).toBe('2 of 2: 100');
    expect(of('sooner-by-reason', 'child', all)).toBe('2 of 2: 100');
    expect(of('sooner-by-reason', 'iro', all)).toBe('0 of 2: 0');
    expect(of('sooner-by-reason', 'all', [withSteps()])).toBe('not recorded');
    const before = { from: '2023-04-01', to: '2024-03-31' };
    expect(of('sooner-by-reason', 'all', all, before)).toBe('not recorded');
  });

  it('knows at an as-at day what had been said by then', () => {
    const all = [withSteps(adjourned('2024-04-24', '2024-05-08'))];
    expect(of('adjourned', 'all', all, { asAt: '2024-06-02' })).toBe('not recorded');
  });

  it('counts nothing of it for another review of the child', () => {
    const other = child(heldOn('2024-04-22'), heldOn('2024-07-15'), adjourned('2024-07-22', '2024-07-15'));
    const april = { from: '2024-04-01', to: '2024-04-30' };
    expect(rowsOf(reading('records', [other], april), 'adjourned')[0]?.count).toBeNull();
  });
});

describe('one review that somebody recorded in Teams', () => {
  it('does not make a record of everything since it was held', () => {
    const old = told({}, '2022-05-02');
    const year = { from: '2023-04-01', to: '2024-03-31' };
    expect(row(readingChildren([old], year), 'reviews-held', 'all')).toBe('not recorded');
  });
});
