import * as fc from 'fast-check';
import { apply, replay } from '../../src/disputes/apply.js';
import { disputeSchema } from '../../src/disputes/dispute.js';
import { takenOver } from '../../src/disputes/takeOver.js';
import { importedFrom } from '../../src/imports/disputeRecord.js';
import { type DisputeRow, readDisputes } from '../../src/imports/disputes.js';
import { ladders } from '../../src/policy/ladders.js';
import { defaultPolicy } from '../../src/policy/policy.js';
import { keptWith } from '../disputes/builders.js';
import { counts, reading, rowsOf } from './reading.js';

const stage = fc.constantFrom(...ladders.ealing.map(({ id }) => id));
const when = fc.constantFrom('', ':', ':2016-05-03', ':2016-05-04', ':2016-05-10 09:30', ':2016-05-20 16:00');
const stages = fc
  .uniqueArray(fc.tuple(stage, when), { maxLength: 3, selector: ([id]) => id })
  .map((named) => named.map((each) => each.join('')).join(';'));
const maybe = (...cells: string[]) => fc.constantFrom('', ...cells);

/** Cells as people fill them in, more or less: some rows contradict themselves, and are refused. */
const anyRow = fc
  .record({
    kind: fc.constantFrom('informal', 'formal', 'formal', 'formal', 'made-formal'),
    raised: fc.constantFrom('2016-05-03', '2016-05-04'),
    themes: maybe('drift', 'drift/housing;visits', 'safety/missing;safety/gangs'),
    startedAt: fc.oneof(fc.constant(''), stage),
    entered: stages,
    responded: stages,
    outcome: maybe('action-done', 'explanation-accepted', 'withdrawn', 'superseded', 'raised-in-error'),
    closedOn: maybe('2016-05-20', '2016-07-01'),
    closedAt: fc.oneof(fc.constant(''), stage),
    marks: maybe('system-fault', 'resources;review'),
  })
  .map((row) => {
    const onLadder = row.kind === 'informal' ? ['', '', ''] : [row.startedAt, row.entered, row.responded];
    const end = row.kind === 'informal' ? '' : row.closedAt;
    return [row.kind, row.raised, row.themes, ...onLadder, row.outcome, row.closedOn, end, row.marks];
  });

const columns = 'number,kind,raised_on,themes,started_at,entered,responded,outcome,closed_on,closed_at,marks';

function rowsIn(cells: readonly string[][]): readonly DisputeRow[] {
  const lines = cells.map((row, index) => [index + 1, ...row].join(','));
  const table = readDisputes(Buffer.from([columns, ...lines].join('\n')), defaultPolicy, '2026-03-02');
  if (table.kind === 'refused') throw new Error('the file was refused whole');
  expect(table.rows.length + table.refused.length).toBe(cells.length);
  return table.rows.map(({ value }) => value);
}

const names = { iro: '', team: '', children: [], kept: keptWith('ealing') };
const imported = (rows: readonly DisputeRow[]) =>
  rows.map((row) =>
    takenOver(undefined, importedFrom(row, { ...names, marked: true }), '2026-03-02T09:00:00.000Z', false),
  );

const anyFile = fc.array(anyRow, { minLength: 1, maxLength: 8 });
const record = { from: '2016-04-01', to: '2017-03-31', recordedOn: '2026-03-02' };

describe('whatever an old spreadsheet says', () => {
  it('has rows that are taken, and rows that are not', () => {
    const files = fc.sample(anyFile, { numRuns: 100, seed: 1 });
    const taken = files.flatMap(rowsIn).length;
    expect(taken).toBeGreaterThan(50);
    expect(taken).toBeLessThan(files.flat().length);
  });

  it('is kept so that its history tells it again, and a second time changes nothing', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        for (const { document } of imported(rowsIn([row]))) {
          expect(replay(document.history)).toEqual(document);
          expect(disputeSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
          const [again] = rowsIn([row]).map((each) =>
            takenOver(
              document,
              importedFrom(each, { ...names, marked: true }),
              '2026-04-02T09:00:00.000Z',
              true,
            ),
          );
          expect(again).toEqual({ document, change: 'same' });
          expect(document.history.reduce<typeof document | undefined>(apply, undefined)).toEqual(document);
        }
      }),
    );
  });

  it('adds up: no stage is left more often than entered, and each dispute is told or not recorded', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const disputes = imported(rowsIn(file)).map(({ document }) => document);
        const report = reading(disputes, { ...record, asAt: '2026-03-02', recording: { records: [record] } });
        const [entered, resolved, otherwise] = [
          'stages-entered',
          'stages-resolved',
          'stages-ended-otherwise',
        ].map((id) => counts(report, id));
        for (const { id } of ladders.ealing) {
          const left = (resolved?.[id] ?? 0) + (otherwise?.[id] ?? 0);
          expect(entered?.[id] ?? 0).toBeGreaterThanOrEqual(left);
        }
        const raised = counts(report, 'disputes-raised');
        const sum = (measure: string, like: (key: string) => boolean) =>
          rowsOf(report, measure).reduce(
            (total, { key, count }) => total + (like(key) ? (count ?? 0) : 0),
            0,
          );
        const beside = ['all', 'resolved', 'raised-in-error', 'agreed', 'done', 'reopened'];
        expect(sum('outcomes', (key) => !beside.includes(key))).toBe(raised['all']);
        expect(sum('stages-highest', (key) => key !== 'all')).toBe(raised['formal'] ?? 0);
        expect(sum('themes-primary', (key) => key !== 'all' && !key.includes('/'))).toBe(raised['all']);
      }),
    );
  });
});
