import { join } from 'node:path';
import { readSources } from '../../src/cli/files.js';
import { importFiles } from '../../src/flows/import.js';
import { protectionOf } from '../../src/reviews/protection.js';
import { openSqlite } from '../../src/store/sqlite.js';

const data = join(__dirname, '../../src/demo/data');
const file = (name: string) => join(data, name);

describe('the example of the case system’s extracts', () => {
  it('goes in beside the service’s lists and its return without a refused or a warned row, and once', async () => {
    const store = openSqlite(':memory:');
    let ids = 0;
    const files = await readSources({
      people: file('people.csv'),
      teams: file('teams.csv'),
      allocations: file('allocations.csv'),
      ssda903: file('ssda903'),
      ssd: file('ssd'),
    });
    const read = async () =>
      importFiles({ store, now: '2026-03-10T09:00:00.000Z', newId: () => `p${++ids}` }, files, {
        dryRun: false,
      });
    const first = await read();
    expect(first.map((each) => each.file).filter((name) => name.startsWith('ssd_'))).toHaveLength(9);
    expect(first.flatMap(({ refused, warned }) => [...refused, ...warned])).toEqual([]);
    expect((await read()).filter(({ added, changed }) => added + changed > 0)).toEqual([]);
    const child = await store.load('child', 'child:700105');
    expect(protectionOf(child?.document.facts ?? [], '2026-03-10')).toMatchObject([
      { next: { type: 'later-review', dueOn: '2026-08-25' } },
    ]);
  });
});
