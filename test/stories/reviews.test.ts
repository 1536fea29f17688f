import { importFiles } from '../../src/flows/import.js';
import type { SourceFiles } from '../../src/imports/source.js';
import { ssd, ssda903 } from '../imports/files.js';
import { type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('the reviews of a child, on %s', (store) => {
  let theatre: Theatre;
  let ida: Actor;
  beforeEach(async () => {
    theatre = await openTheatre(store);
    ida = theatre.person('ida');
  });
  afterEach(() => theatre.close());

  async function reads(files: SourceFiles) {
    const { store: open, now, newId } = theatre.bot.ports;
    await importFiles({ store: open, now: now(), newId }, files, { dryRun: false });
    // As the bot sees it a quarter of a minute later.
    await theatre.bot.ports.directoryChanged();
  }
  const extracts = (...reviews: string[]) => ({
    ssd: ssd({ episodes: ['E1,700123,CLA1,2026-02-09'], reviews }),
  });

  it('are read from what the council has, and shown to the IRO who asks', async () => {
    expect((await ida.says('700123')).words).toContain('Next review\nDue date not known');

    await reads({
      ssda903: ssda903({
        header: ['700123,2,21/09/2011,WIRT,,,'],
        episodes: ['700123,09/02/2026,S,C1,N1,U5,PR1,,,,,,'],
      }),
      ...extracts('R1,CLA1,2026-03-11,,N,'),
    });
    const coming = await ida.says('700123');
    expect(coming.words).toContain('Last review\nNot known');
    expect(coming.words).toContain('Next review\nFirst review due Mon 9 Mar (5 working days left)');
    expect(coming.words).toContain('Case system\nDue Wed 11 Mar, 2 working days later than by law');

    await theatre.moveTo('2026-03-12T09:00:00.000Z');
    const overdue = await ida.says('700123');
    expect(overdue.words).toContain('Next review\nFirst review was due Mon 9 Mar (3 working days late)');
    expect(overdue.words).toContain('Case system as at Mon 2 Mar\n');

    await reads(extracts('R1,CLA1,2026-03-11,2026-03-11,N,PN1', 'R2,CLA1,2026-06-11,,N,'));
    const held = await ida.says('700123');
    expect(held.words).toContain('Last review\nHeld on Wed 11 Mar, 2 working days late (due Mon 9 Mar)');
    expect(held.words).toContain('Next review\nSecond review due Thu 11 Jun (');
    expect(held.words).not.toContain('Case system');
  });
});
