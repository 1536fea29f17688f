import { importFiles } from '../../src/flows/import.js';
import { csv } from '../imports/files.js';
import { cast, upn } from './authority.js';
import { type Actor, openTheatre, type Theatre } from './theatre.js';

/** The children of an area are everybody's split by area, and the lead's of the area alone. */
describe('a lead with an area', () => {
  let theatre: Theatre;
  let lena: Actor;
  let lars: Actor;
  beforeEach(async () => {
    theatre = await openTheatre('SQLite', {
      startsAt: '2026-04-01T09:00:00Z',
      people: { ...cast, lars: { name: 'Lars Lead', roles: 'lead' } },
    });
    [lena, lars] = [theatre.person('lena'), theatre.person('lars')];
    const content = `id,name,upn,role,fte,area\n,Lena Lead,${upn('lena')},lead,1,North\n`;
    await imports({ people: { name: 'people.csv', content: Buffer.from(content) } });
  });
  afterEach(() => theatre.close());

  async function imports(files: Parameters<typeof importFiles>[1], complete = false): Promise<void> {
    const { store, now, newId, directoryChanged } = theatre.bot.ports;
    await importFiles({ store, now: now(), newId }, files, { dryRun: false, complete });
    await directoryChanged();
  }
  const lists = (rows: readonly string[], complete = false) =>
    imports(
      { allocations: csv('allocations.csv', 'child,initials,family,iro,team,social_worker,from', ...rows) },
      complete,
    );
  const ofNorth = (child: number) => `${child},AB,,${upn('ida')},North,,2025-01-01`;

  it('is told of an earlier day whom the area had then, though an allocation has ended since', async () => {
    await lists([ofNorth(800001), ofNorth(800002), ofNorth(800003)], true);
    await theatre.moveTo('2026-04-10T09:00:00Z');
    await lists([ofNorth(800003)], true);
    await theatre.moveTo('2026-04-20T09:00:00Z');
    const own = await lena.says('caseload March 2026');
    expect(own.words).toContain('Counted for your area, North.');
    expect(own.words).toMatch(/^3$/m);
    expect((await lars.says('caseload March 2026 by area')).words).toMatch(/^North\n3$/m);
  });

  it('is told of an IRO over 70 by all that they have, in every area', async () => {
    const rows = Array.from({ length: 83 }, (_, index) => {
      const team = index < 43 ? 'North' : 'South';
      return `${810000 + index},AB,,${upn('ida')},${team},,2025-01-01`;
    });
    await lists(rows);
    await lena.says('help');
    const own = await lena.says('caseload March 2026');
    expect(own.words).toMatch(/^43$/m);
    expect(own.words).toContain('IROs over 70 for a full-time equivalent\n1 of 1 (100%)');
    expect(own.words).toContain('over 70 by all that each of these IROs has');
    await theatre.moveTo('2026-04-13T08:00:00Z');
    await theatre.moveTo('2026-04-13T08:01:00Z');
    const [card] = (await lena.seesAll()).filter(({ words }) => words.includes('your week'));
    expect(card?.words).toContain('1 IRO has more than 70 children for a full-time equivalent');
  });
});
