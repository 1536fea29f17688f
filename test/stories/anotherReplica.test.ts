import { importFiles } from '../../src/flows/import.js';
import type { Person } from '../../src/people/person.js';
import { everyHolder, teamsFile } from './authority.js';
import { type Actor, openTheatre, type Theatre } from './theatre.js';

let theatre: Theatre;
let ida: Actor;
let lena: Actor;

/** Everybody is in this one's memory by now; what is written into the store is news to it for 15 seconds. */
beforeEach(async () => {
  theatre = await openTheatre('SQLite');
  [ida, lena] = [theatre.person('ida'), theatre.person('lena')];
  await ida.says('help');
  await lena.says('cover');
});
afterEach(() => theatre.close());

const stored = async () => {
  const all = await theatre.bot.ports.store.all('person');
  const found = all.find(({ document }) => document.upn.startsWith('ida@'));
  if (found === undefined) throw new Error('nobody is called that');
  return found;
};
const meanwhile = async (differs: Partial<Person>) => {
  const { document, etag } = await stored();
  expect(await theatre.bot.ports.store.save({ ...document, ...differs }, etag)).toBe('saved');
};
const away = { from: '2026-03-04', to: '2026-03-06', enteredBy: 'person:x', at: '2026-03-02T08:59:00.000Z' };

describe('what was written by another replica a moment ago', () => {
  it('an absence that it overlaps has a cover refused, and nothing is saved', async () => {
    await meanwhile({ covers: [away] });
    const refused = await lena.says('cover ida from Wed 4 Mar to Fri 6 Mar by ivan');
    expect(refused.words).toContain('Ida Reviewer is already away on some of those days');
    expect((await stored()).document.covers).toEqual([away]);
  });

  it('an absence that was ended there is in the way of none', async () => {
    await meanwhile({ covers: [away] });
    await theatre.bot.ports.directoryChanged();
    await lena.says('cover');
    await meanwhile({ covers: [] });
    const entered = await lena.says('cover ida from Wed 4 Mar to Fri 6 Mar by ivan');
    expect(entered.words).toContain('Ivan Reviewer covers for Ida Reviewer');
    expect((await stored()).document.covers).toHaveLength(1);
  });

  it('an absence is ended', async () => {
    await meanwhile({ covers: [{ ...away, from: '2026-03-02' }] });
    expect((await ida.says('back')).words).toContain('Ida Reviewer is back');
    expect((await stored()).document.covers).toEqual([]);
  });

  it('an absence that was ended there is not ended again', async () => {
    await meanwhile({ covers: [away] });
    await theatre.bot.ports.directoryChanged();
    await lena.says('cover');
    await meanwhile({ covers: [] });
    expect((await ida.says('back')).words).toContain('Ida Reviewer is not away');
  });

  it('a pause is ended by resume', async () => {
    await meanwhile({ pausedUntil: '2026-03-05T08:00:00.000Z' });
    const resumed = await ida.says('resume');
    expect(resumed.words).toContain('What waited and still holds comes now');
    expect(resumed.words).not.toContain('They were not paused.');
    expect((await stored()).document.pausedUntil).toBeUndefined();
  });

  it('a pause is what “pause” tells of', async () => {
    await meanwhile({ pausedUntil: '2026-03-05T08:00:00.000Z' });
    expect((await ida.says('pause')).words).toContain('You have paused until Thu 5 Mar');
  });

  it('a pause and an absence are in the day of the next card', async () => {
    await meanwhile({ pausedUntil: '2026-03-04T08:00:00.000Z', covers: [away] });
    expect((await ida.says('not today')).words).toContain('Your next morning card comes on Mon 9 Mar');
    expect((await ida.says('my day')).words).toContain('Your next morning card comes on Mon 9 Mar');
  });
});

describe('a stage that was given to somebody else there a moment ago', () => {
  it('is told to who has it by now, and not to who had it, also where the import took longer than a memory lasts', async () => {
    const [tess, olga] = [theatre.person('tess'), theatre.person('olga')];
    await ida.raises();
    await tess.sees();
    const before = tess.cards().length;
    const { store, directory, newId } = theatre.bot.ports;
    const teams = teamsFile({ ...everyHolder, 'team-manager': 'olga' });
    await directory();
    await importFiles({ store, now: '2026-03-02T08:59:30.000Z', newId }, { teams }, { dryRun: false });
    await theatre.settled();
    expect((await olga.sees()).words).toContain('Your answer is needed by Mon 9 Mar');
    expect(tess.cards()).toHaveLength(before);
  });
});
