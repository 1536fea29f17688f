import { emptyAuthority, ssda903 } from '../imports/files.js';
import { anAuthority } from '../people/authority.js';
import { start, walked, walks } from '../disputes/walk.js';
import * as fc from 'fast-check';
import { reportOn } from '../../src/reports/reports.js';
import { reviewRecording } from '../../src/reports/reviewRecording.js';
import { always, readingChildren, row } from './reading.js';

/** Four children of 2024/25: one has left, one is in no list of sexes. */
async function children(uasc?: string[]) {
  const { store, read } = emptyAuthority();
  const files = ssda903({
    header: [
      '700201,1,09/05/2010,WBRI,,,',
      '700202,2,09/05/2010,BAFR,,,',
      '700203,1,09/05/2010,ZZZZ,,,',
      '700204,,09/05/2010,,,,',
    ],
    episodes: [
      '700201,02/06/2024,S,C2,N1,U5,PR1,,,,,,',
      '700202,02/06/2024,S,C2,N1,U5,PR1,,,,,,',
      '700203,02/06/2024,S,C2,N1,U5,PR1,01/09/2024,E13,,,,',
      '700204,02/06/2024,S,C2,N1,U5,PR1,,,,,,',
    ],
    reviews: ['700201,09/05/2010,30/06/2024,PN1'],
    ...(uasc === undefined ? {} : { uasc }),
  });
  const results = await read({ ssda903: files });
  expect(results.flatMap(({ refused }) => refused)).toEqual([]);
  return (await store.all('child')).map(({ document }) => document);
}

describe('who the children are', () => {
  it('is of those looked after at the end, by sex and ethnicity of the return', async () => {
    const report = readingChildren(await children(), { name: 'caseload' });
    const of = (key: string) => row(report, 'profile', key);
    expect([of('all'), of('sex-1'), of('sex-2'), of('sex-not-recorded')]).toEqual([
      '3 of 3: 100',
      '1 of 3: 33.3',
      '1 of 3: 33.3',
      '1 of 3: 33.3',
    ]);
    expect([of('ethnicity-WBRI'), of('ethnicity-BAFR'), of('ethnicity-not-recorded')]).toEqual([
      '1 of 3: 33.3',
      '1 of 3: 33.3',
      '1 of 3: 33.3',
    ]);
    expect(
      row(
        readingChildren(await children(), { name: 'caseload', to: '2024-08-01' }),
        'profile',
        'ethnicity-ZZZZ',
      ),
    ).toBe('1 of 4: 25');
  });

  it('says who is unaccompanied where the return has the list, until the day on which that ceased', async () => {
    const none = readingChildren(await children(), { name: 'caseload' });
    expect(row(none, 'profile', 'unaccompanied')).toBe('not recorded');
    const listed = await children(['700201,1,09/05/2010,', '700202,2,09/05/2010,01/12/2024']);
    const at = (to: string) =>
      row(readingChildren(listed, { name: 'caseload', to }), 'profile', 'unaccompanied');
    expect([at('2024-11-30'), at('2025-03-31')]).toEqual(['2 of 3: 66.7', '1 of 3: 33.3']);
  });
});

describe('meetings', () => {
  it('are the reviews held with a meeting', async () => {
    const report = readingChildren(await children());
    expect(['all', 'first', 'without-meeting'].map((key) => row(report, 'meetings', key))).toEqual([
      '1',
      '1',
      '0',
    ]);
  });
});

describe('disputes for each 100 children', () => {
  it('are as many as there are, of the children looked after at the end', async () => {
    const looked = await children();
    fc.assert(
      fc.property(fc.array(walks, { maxLength: 4 }), (several) => {
        const histories = several.map((walk) => (walked(walk).at(-1)?.after ?? start(walk)).history);
        const report = reportOn(
          'disputes',
          {
            histories,
            goodPractice: [],
            children: looked,
            recording: always,
            reviewRecording: reviewRecording(looked),
            directory: anAuthority(),
          },
          { period: { from: '2024-04-01', to: '2026-03-31' }, asAt: '2028-01-01' },
        );
        const rate = report.measures.find(({ id }) => id === 'per-100-children')?.rows[0];
        const raised = report.measures.find(({ id }) => id === 'disputes-raised')?.rows[0];
        expect([rate?.count, rate?.of]).toEqual([raised?.count, 3]);
        expect(rate?.value).toBeCloseTo(((rate?.count ?? 0) * 100) / 3, 1);
      }),
      { numRuns: 20 },
    );
  });
});
