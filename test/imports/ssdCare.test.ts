import { allocations, emptyAuthority, people, ssd, ssda903 } from './files.js';
import { isLive } from '../../src/reviews/facts.js';
import { careOf } from '../../src/reviews/careOf.js';
import { timetableOf } from '../../src/reviews/timetable.js';
import { plainPolicy } from '../reviews/childFacts.js';
import type { FileResult } from '../../src/imports/report.js';
import type { SourceFiles } from '../../src/imports/source.js';

/** The service's own lists make 700123 known; the extracts say the rest. */
const known = {
  people: people(',Test IRO,iro@test.example,iro,1'),
  allocations: allocations('700123,AB,,iro@test.example,North 1,'),
};

async function reading(...imports: readonly SourceFiles[]) {
  const { store, read } = emptyAuthority();
  let results: FileResult[] = [];
  for (const files of imports) results = await read(files);
  const { document } = (await store.load('child', 'child:700123'))!;
  const periods = careOf(document.facts.filter(isLive));
  return {
    next: timetableOf(document, '2026-03-03', plainPolicy).next,
    periods: periods.map(({ startedOn, knownFrom, endedOn }) => [startedOn, knownFrom, endedOn]),
    statuses: periods.flatMap(({ legalStatuses }) => legalStatuses.map(({ code }) => code)),
    adoption: periods[0]?.adoption,
    of: (file: string) => results.find((result) => result.file === file),
    all: document.facts,
  };
}
const episodesFile = 'ssd_cla_episodes.csv';

describe('periods of care from the case system’s episodes alone', () => {
  it('start at reason S and end at a reason other than X1', async () => {
    const care = [
      'E1,700123,CLA1,2025-02-03,S,2025-05-01,X1',
      'E2,700123,CLA1,2025-05-01,P,2025-09-30,E4A',
      'E3,700123,CLA2,2026-02-12 00:00:00,S,NULL,NULL',
    ];
    const { periods, next, of } = await reading({ ...known, ssd: ssd({ care }) });
    expect(periods).toEqual([
      ['2025-02-03', '2025-02-03', '2025-09-30'],
      ['2026-02-12', '2026-02-12', undefined],
    ]);
    expect(next).toEqual({ due: 'known', type: 'first', dueOn: '2026-03-12' });
    expect(of(episodesFile)).toMatchObject({ added: 3, changed: 0, same: 0, refused: [], warned: [] });
  });

  it('have no known start where the S is not in the extract', async () => {
    const { periods, next } = await reading({
      ...known,
      ssd: ssd({ care: ['E9,700123,CLA1,2024-05-01,P,,'] }),
    });
    expect(periods).toEqual([[null, '2024-05-01', undefined]]);
    expect(next).toEqual({ due: 'not-known' });
  });

  it('read the codes where a system writes the code set’s words beside them, or in place of the S and the X1', async () => {
    const care = [
      'E1,700123,CLA1,2025-02-03,S - Started to be looked after,2025-05-01,"X1 Episode ceases, and new episode begins"',
      'E2,700123,CLA1,2025-05-01,P - Change of placement,2025-09-30,E4A Returned home',
      'E3,700123,CLA2,2025-11-03,Started to be looked after,2025-12-01,"Episode ceases, and new episode begins on same day"',
      'E4,700123,CLA2,2025-12-01,L,,',
    ];
    const { periods, of } = await reading({ ...known, ssd: ssd({ care }) });
    expect(periods).toEqual([
      ['2025-02-03', '2025-02-03', '2025-09-30'],
      ['2025-11-03', '2025-11-03', undefined],
    ]);
    expect(of(episodesFile)?.warned).toEqual([]);
  });

  it('stay open where a reason has no code or no day, and make nothing of days that cannot be; each row is listed', async () => {
    const care = [
      'E1,700123,CLA1,2025-02-03,Beginning,2025-05-01,Went home',
      'E2,700123,CLA1,2025-03-03,P,,E4A',
      'E3,700123,CLA1,2025-04-03,P,2025-05-01,',
      'E4,700123,CLA1,,P,,',
      'E5,700123,CLA1,2026-05-01,P,,',
      'E6,700123,CLA1,2025-05-01,P,2025-04-01,X1',
      'E7,700123,CLA1,99/99/2025,P,,',
    ];
    const { periods, of } = await reading({ ...known, ssd: ssd({ care }) });
    expect(periods).toEqual([[null, '2025-02-03', undefined]]);
    expect(of(episodesFile)).toMatchObject({ added: 3, same: 3 });
    expect(of(episodesFile)?.warned).toEqual([
      { line: 2, reason: 'clae_cla_episode_start_reason "Beginning" has no code: read as no start of care' },
      {
        line: 2,
        reason: 'clae_cla_episode_ceased_reason "Went home" has no code: the period stays open',
      },
      { line: 3, reason: 'E4A ends care, but clae_cla_episode_ceased is empty: the period stays open' },
      { line: 4, reason: 'clae_cla_episode_ceased without a reason: the period stays open' },
      { line: 5, reason: 'there is no clae_cla_episode_start_date: no period is made of it' },
      { line: 6, reason: 'the episode begins or ends in the future: no period is made of it' },
      {
        line: 7,
        reason: 'clae_cla_episode_ceased is before clae_cla_episode_start_date: no period is made of it',
      },
    ]);
    expect(of(episodesFile)?.refused).toEqual([
      {
        line: 8,
        reason: 'clae_cla_episode_start_date is no valid date (yyyy-mm-dd or dd/mm/yyyy is wanted)',
      },
    ]);
  });

  it('are short breaks by ssd_legal_status, from the days of its rows', async () => {
    const [breaks, order] = ['L1,700123,Short breaks (V4),2025-02-03,', 'L2,700123,C2,2025-06-02,'];
    const care = ['E1,700123,CLA1,2025-02-03,S,,'];
    expect(await reading({ ...known, ssd: ssd({ care, legalStatuses: [breaks] }) })).toMatchObject({
      statuses: ['V4'],
      next: { due: 'short-break' },
    });
    expect(await reading({ ...known, ssd: ssd({ care, legalStatuses: [breaks, order] }) })).toMatchObject({
      statuses: ['V4', 'C2'],
      next: { due: 'known', type: 'first', dueOn: '2025-06-30' },
    });
  });

  it('have no legal status and no placement of an earlier time of care', async () => {
    const care = ['E1,700123,CLA1,2022-01-06,S,2022-12-01,E8', 'E2,700123,CLA2,2026-02-12,S,,'];
    const legalStatuses = ['L1,700123,V4,2022-01-06,2022-12-01', 'L2,700123,C1,2026-02-13,'];
    const placements = ['P1,CLA1,700123,2022-06-02,A5,', 'P2,CLA2,700123,2026-02-13,U4,'];
    const { next } = await reading({ ...known, ssd: ssd({ care, legalStatuses, placements }) });
    expect(next).toMatchObject({ due: 'known', type: 'first' });
  });

  it('list a start of care while the last one goes on', async () => {
    const care = ['E1,700123,CLA1,2025-02-03,S,,', 'E2,700123,CLA2,2026-02-12,S,,'];
    const { of } = await reading({ ...known, ssd: ssd({ care }) });
    expect(of(episodesFile)?.warned).toEqual([
      { line: 3, reason: 'S starts a period of care before the last one has ended' },
    ]);
  });

  it('refuse statuses and placements of nobody, of no day and of the future, and list what has no code', async () => {
    const care = ['E1,700123,CLA1,2025-02-03,S,,'];
    const placements = [
      'P1,CLA1,700123,2025-02-03,U4,',
      'P2,CLA9,700999,2025-05-01,A5,',
      'P3,CLA1,700123,,A5,',
      'P4,CLA1,700123,2026-05-01,A5,',
      'P5,CLA1,700123,2025-05-01,Adoptive placement,',
      'P6,CLA1,700123,2025-06-01,Placement order: A5,',
    ];
    const legalStatuses = ['L1,700123,Short breaks,2025-02-03,'];
    const { of, adoption } = await reading({ ...known, ssd: ssd({ care, placements, legalStatuses }) });
    expect(of('ssd_cla_placement.csv')).toMatchObject({
      same: 3,
      refused: [
        { line: 3, reason: 'the child 700999 is unknown' },
        { line: 4, reason: 'there is no clap_cla_placement_start_date' },
        { line: 5, reason: 'clap_cla_placement_start_date is in the future' },
      ],
      warned: [
        {
          line: 6,
          reason:
            'clap_cla_placement_type "Adoptive placement" has no code: read as a placement that is not for adoption',
        },
      ],
    });
    expect(of('ssd_legal_status.csv')?.warned).toEqual([
      {
        line: 2,
        reason: 'lega_legal_status "Short breaks" has no code: read as a legal status of the usual kind',
      },
    ]);
    expect(adoption?.at(-1)).toEqual({ from: '2025-06-01', placed: true });
  });

  describe('are adoption by ssd_cla_placement', () => {
    const care = ['E1,700123,CLA1,2025-02-03,S,2025-06-02,X1', 'E2,700123,CLA1,2025-06-02,P,,'];
    const adoptionOf = async (...readings: readonly string[][]) =>
      (await reading(...readings.map((placements) => ({ ...known, ssd: ssd({ care, placements }) }))))
        .adoption;
    const foster = 'P1,CLA1,700123,2025-02-03,U4,2025-06-05';
    const [before, placed] = [
      { from: '2025-02-03', placed: false },
      { from: '2025-06-05', placed: true },
    ];

    it('from its own day, by the code or the words', async () => {
      for (const type of ['A4', 'a5 - placed for adoption', 'Placed for adoption with consent']) {
        const placements = [foster, `P2,CLA1,700123,2025-06-05,${type},`];
        const { adoption, next } = await reading({ ...known, ssd: ssd({ care, placements }) });
        expect(next).toEqual({ due: 'adoption' });
        expect(adoption).toEqual([before, placed]);
      }
      expect((await reading({ ...known, ssd: ssd({ care }) })).adoption).toBeUndefined();
    });

    it('until it ends, which a temporary one and an empty cell do not say', async () => {
      const adoption = 'P2,CLA1,700123,2025-06-05,A5,2025-11-03';
      const others = ['P3,CLA1,700123,2025-07-01,T0,2025-07-04', 'P4,CLA1,700123,2025-08-01,,'];
      expect(await adoptionOf([foster, adoption, ...others])).toEqual([
        before,
        placed,
        { from: '2025-11-03', placed: false },
      ]);
    });

    it('as the newest extract has it: corrected, moved or taken out', async () => {
      const placedOn = (day: string, type = 'A5') => [foster, `P2,CLA1,700123,${day},${type},`];
      expect(await adoptionOf(placedOn('2025-06-05'), placedOn('2025-06-05', 'U6'))).toEqual([
        before,
        { from: '2025-06-05', placed: false },
      ]);
      for (const moved of ['2025-09-01', '2025-04-01'])
        expect(await adoptionOf(placedOn('2025-06-05'), placedOn(moved))).toContainEqual({
          from: moved,
          placed: true,
        });
      expect(await adoptionOf(placedOn('2025-06-05'), placedOn('2025-09-01'))).not.toContainEqual(placed);
      expect(await adoptionOf(placedOn('2025-06-05'), [foster])).toEqual([before]);
    });
  });

  it('go on with what a return has told, and neither takes anything from the other', async () => {
    const aReturn = ssda903({
      header: ['700123,1,09/05/2010,WBRI,,,'],
      episodes: ['700123,26/04/2024,S,C2,N1,U4,PR1,,,,,,'],
    });
    const care = ['E1,700123,CLA1,2024-04-26,S,2025-01-31,X1', 'E2,700123,CLA1,2025-01-31,P,2025-09-30,E4A'];
    const extracts = { ...known, ssd: ssd({ care }) };
    const { periods, statuses, all } = await reading({ ssda903: aReturn }, extracts);
    expect(periods).toEqual([['2024-04-26', '2024-04-26', '2025-09-30']]);
    expect(statuses).toEqual(['C2']);
    const again = await reading({ ssda903: aReturn }, extracts, { ssda903: aReturn }, extracts);
    expect(again.all).toEqual(all);
    expect(again.of(episodesFile)).toMatchObject({ added: 0, changed: 0, same: 2 });
  });

  it('differ from the return’s, and are listed: what was read later shows, and a second time changes nothing', async () => {
    const aReturn = ssda903({
      header: ['700123,1,09/05/2010,WBRI,,,'],
      episodes: ['700123,26/04/2024,S,C2,N1,U4,PR1,20/11/2025,E4A,,,,'],
    });
    const care = ['E1,700123,CLA1,2024-04-26,S,2025-11-21,E4A'];
    const extracts = { ...known, ssd: ssd({ care, legalStatuses: ['L1,700123,V4,2024-04-26,'] }) };
    const once = await reading({ ssda903: aReturn }, extracts);
    expect(once.periods).toEqual([['2024-04-26', '2024-04-26', '2025-11-21']]);
    expect(once.statuses).toEqual(['V4']);
    expect(once.of(episodesFile)?.warned).toEqual([
      {
        line: 2,
        reason:
          'care ended on 2025-11-21 by this row and on 2025-11-20 by the national return: what was read later shows',
      },
    ]);
    const again = await reading({ ssda903: aReturn }, extracts, { ssda903: aReturn }, extracts);
    expect(again.all).toEqual(once.all);
    expect(again.of(episodesFile)).toMatchObject({ changed: 0, same: 1 });
  });

  it('start on the corrected day, from which the first review is due', async () => {
    const extract = (day: string) => ({ ...known, ssd: ssd({ care: [`E1,700123,CLA1,${day},S,,`] }) });
    const { periods, next, of } = await reading(extract('2026-02-20'), extract('2026-02-13'));
    expect(periods).toEqual([['2026-02-13', '2026-02-13', undefined]]);
    expect(next).toMatchObject({ type: 'first', dueOn: '2026-03-13' });
    expect(of(episodesFile)).toMatchObject({ added: 0, changed: 1 });
  });

  it('go on where an extract takes the end back', async () => {
    const extract = (end: string) => ({
      ...known,
      ssd: ssd({ care: [`E1,700123,CLA1,2025-05-01,S,${end}`] }),
    });
    const { periods } = await reading(extract('2025-12-01,E11'), extract(','));
    expect(periods).toEqual([['2025-05-01', '2025-05-01', undefined]]);
  });

  it('stay two where the case system calls both by one id', async () => {
    const [first, next] = ['E1,700123,P1,2024-05-01,S,2024-12-01,E11', 'E2,700123,P1,2025-05-01,S,,'];
    const corrected = next.replace('05-01', '05-05');
    const extracts = [next, corrected].map((row) => ({ ...known, ssd: ssd({ care: [first, row] }) }));
    expect((await reading(...extracts)).periods).toEqual([
      ['2024-05-01', '2024-05-01', '2024-12-01'],
      ['2025-05-05', '2025-05-05', undefined],
    ]);
  });

  it('start on another day than in the return, and are listed: what was read later shows', async () => {
    const aReturn = ssda903({
      header: ['700123,1,09/05/2010,WBRI,,,'],
      episodes: [
        '700123,12/05/2025,S,C2,N1,U4,PR1,01/07/2025,X1,,,,',
        '700123,01/07/2025,P,C2,N1,U4,PR1,,,,,,',
      ],
    });
    const care = ['E1,700123,CLA1,2025-05-01,S,2025-07-01,X1', 'E2,700123,CLA1,2025-07-01,P,,'];
    const extracts = { ...known, ssd: ssd({ care }) };
    const { periods, of } = await reading({ ssda903: aReturn }, extracts);
    expect(periods).toEqual([['2025-05-01', '2025-05-01', undefined]]);
    expect(of(episodesFile)?.warned).toEqual([
      {
        line: 2,
        reason:
          'care started on 2025-05-01 by this row and on 2025-05-12 by the national return: what was read later shows',
      },
    ]);
  });

  it('are not read from an extract that has not the columns', async () => {
    const { periods, of } = await reading({
      ...known,
      ssd: ssd({ episodes: ['E1,700123,CLA1,2024-05-01'] }),
    });
    expect(periods).toEqual([]);
    expect(of(episodesFile)).toMatchObject({ added: 0, same: 1 });
  });
});
