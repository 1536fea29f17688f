import { importFiles } from '../../src/flows/import.js';
import { csv, ssda903 } from '../imports/files.js';
import { cast, upn } from './authority.js';
import { type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

const closing = { Outcome: 'action-done', 'Why is it closed, in one line?': 'It is done.' };

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('a lead who asks for figures, on %s', (store) => {
  let theatre: Theatre;
  let lena: Actor;
  beforeEach(async () => {
    theatre = await openTheatre(store);
    lena = theatre.person('lena');
    const ida = theatre.person('ida');
    await ida.raises();
    await ida.raises({ Child: '700131', Theme: 'visits' });
    await ida.presses('Close…');
    await ida.presses('Close', closing);
    await theatre.person('ivan').raises({ Child: '700140', Kind: 'informal', Theme: 'visits' });
  });
  afterEach(() => theatre.close());

  it('is told how many, of how many, as at when, and what it counts', async () => {
    const raised = await lena.says('Disputes this year');
    expect(raised.words).toContain('Disputes raised · 2025/26');
    expect(raised.words).toMatch(/^3$/m);
    expect(raised.words).toContain('As at 2 March 2026.');
    expect(raised.words).toContain('1 of 3 (33.3%)');
    expect(raised.words).toContain('Disputes raised in the period, each once');
    const outcomes = await lena.says('outcomes');
    expect(outcomes.words).toContain('33.3%');
    expect(outcomes.words).toContain('1 of 3');
  });

  it.each(['themes 2025/26', '2025/26 Themes', 'THEMES in this year', 'themes primary since April'])(
    'asks in any order and case: %s',
    async (words) => {
      const themes = await lena.says(words);
      expect(themes.words).toContain('Visits\n2 of 3 (66.7%)');
      expect(themes.words).toContain('Drift or delay\n1 of 3 (33.3%)');
    },
  );

  it('splits it by team and by IRO, and goes on from there', async () => {
    await lena.says('disputes this year');
    const teams = await lena.presses('By team');
    expect(teams.words).toContain('North\n2 of 3 (66.7%)');
    const iros = await lena.presses('By IRO');
    expect(iros.words).toContain('Ida Reviewer\n2 of 3 (66.7%)');
    expect(iros.words).toContain('More recorded is not worse: it shows challenge.');
    await lena.says('disputes this year by area');
    expect((await lena.sees()).words).toContain('South\n1 of 3 (33.3%)');
  });

  it('splits the measure that was asked for, and says what is not split', async () => {
    const closed = await lena.says('time to close this year by team');
    expect(closed.words).toContain('Time to close, by team · 2025/26');
    expect(closed.words).toContain('North\n0 working days, the median of 1');
    const origins = await lena.says('by origin this year');
    expect(origins.words).toContain('Not recorded\n3 of 3 (100%)');
    const noted = await lena.says('good practice this year by team');
    expect(noted.words).toContain('Good practice · 2025/26');
    expect(noted.words).toContain('Not by team: that is not known of what is counted here.');
  });

  it('keeps who asked for what', async () => {
    await lena.says('stages this year by IRO');
    const [audit] = await theatre.bot.ports.store.all('audit');
    const { people } = await theatre.bot.ports.directory();
    expect(audit?.document).toMatchObject({
      person: people.find(({ name }) => name === 'Lena Lead')?.id,
      what: 'report stages-entered, 2025-04-01..2026-03-31 as at 2026-03-02 by iro',
    });
  });
});

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('a lead who asks about reviews, on %s', (store) => {
  let theatre: Theatre;
  let lena: Actor;
  beforeEach(async () => {
    theatre = await openTheatre(store);
    lena = theatre.person('lena');
    const { store: open, now, newId } = theatre.bot.ports;
    const children = ['700123', '700131', '700140'];
    await importFiles(
      { store: open, now: now(), newId },
      {
        ssda903: ssda903({
          header: children.map((child) => `${child},2,21/09/2011,WBRI,,,`),
          episodes: children.map((child) => `${child},02/06/2025,S,C1,N1,U5,PR1,,,,,,`),
          // Due on 30 June; the second of the first child within 3 months of it.
          reviews: [
            '700123,21/09/2011,30/06/2025,PN1',
            '700123,21/09/2011,02/10/2025,PN7',
            '700131,21/09/2011,30/06/2025,PN5',
            '700140,21/09/2011,01/07/2025,PN2',
          ],
        }),
      },
      { dryRun: false },
    );
  });
  afterEach(() => theatre.close());

  it('is told how many were on time, by team, and what that counts', async () => {
    const onTime = await lena.says('Timeliness 2025/26');
    expect(onTime.words).toContain('On time, by review held · 2025/26');
    expect(onTime.words).toMatch(/^50%$/m);
    expect(onTime.words).toContain('2 of 4');
    expect(onTime.words).toContain('First reviews\n2 of 3 (66.7%)');
    expect(onTime.words).toContain('Of reviews held in the period whose due date is known');
    const teams = await lena.presses('By team');
    expect(teams.words).toContain('North\n2 of 3 (66.7%)');
    expect(teams.words).toContain('current at the as-at date');
    const due = await lena.says('timeliness by due this year by IRO');
    expect(due.words).toContain('On time, by review due, by IRO · 2025/26');
    expect(due.words).toContain('Ida Reviewer');
  });

  it('is told how many were late, and that nobody recorded why', async () => {
    expect((await lena.says('late reviews')).words).toContain('2 of 4');
    const reasons = await lena.says('late by reason');
    expect(reasons.words).toContain('Not recorded\n2 of 2 (100%)');
  });

  it('is told in how many reviews the child took part, and which codes that means', async () => {
    const tookPart = await lena.says('participation this year');
    expect(tookPart.words).toMatch(/^75%$/m);
    expect(tookPart.words).toContain('3 of 4');
    expect(tookPart.words).toContain('PN1, PN2, PN3, PN5, PN6');
    expect((await lena.says('participation last quarter')).words).toContain('0 of 1');
    expect((await lena.says('attended this year by team')).words).toContain('North\n1 of 3 (33.3%)');
  });

  it('is told the caseload of today, and who has how many', async () => {
    const caseload = await lena.says('caseload');
    expect(caseload.words).toContain('Caseload · 2025/26');
    // Of the four that are allocated the files have no period of care for one.
    expect(caseload.words).toMatch(/^4$/m);
    expect(caseload.words).toContain('For each IRO\n2 children\n');
    expect(caseload.words).toContain('Care not in the files\n1');
    const iros = await lena.presses('By IRO');
    expect(iros.words).toContain('Ida Reviewer\n3');
    expect(iros.words).toContain('Ivan Reviewer\n1');
    expect((await lena.says('children looked after this year')).words).toMatch(/^3$/m);
  });

  it('is told that children have no theme, and the figure', async () => {
    const onTime = await lena.says('timeliness by theme this year');
    expect(onTime.words).toContain('Not by theme: that is not known of what is counted here.');
    expect(onTime.words).toMatch(/^50%$/m);
  });

  it('counts the children of a lead’s own area alone', async () => {
    const { store: open, directory, directoryChanged } = theatre.bot.ports;
    const lead = (await directory()).people.find(({ name }) => name === 'Lena Lead');
    const stored = await open.load('person', lead?.id ?? '');
    if (stored === undefined) throw new Error('no lead');
    await open.save({ ...stored.document, area: 'South' }, stored.etag);
    await directoryChanged();
    const onTime = await lena.says('timeliness this year');
    expect(onTime.words).toContain('Counted for your area, South.');
    expect(onTime.words).toContain('0 of 1');
  });

  it('is no manager and no business support: they are told no figure of reviews', async () => {
    for (const who of ['tess', 'bess'])
      expect((await theatre.person(who).says('timeliness this year')).words).toMatch(
        /(Figures are|This figure is) for the lead/,
      );
  });
});

describe('good practice among the figures', () => {
  it('is counted apart from disputes, noted and passed on', async () => {
    const theatre = await openTheatre('SQLite');
    const [ida, tess, lena] = ['ida', 'tess', 'lena'].map((who) => theatre.person(who));
    for (const team of ['North', 'South']) {
      await ida?.says('good practice');
      await ida?.presses('Send to the team manager', {
        'Or the worker’s team': team,
        'What was good': 'Every visit was kept.',
      });
    }
    await tess?.sees();
    await tess?.presses('Pass on');
    const noted = await lena?.says('good practice this year');
    expect(noted?.words).toContain('Good practice · 2025/26');
    expect(noted?.words).toMatch(/^2$/m);
    expect(noted?.words).toContain('Passed on\n1 of 2 (50%)');
    expect((await lena?.says('disputes this year'))?.words).toMatch(/^0$|Not recorded/m);
    await theatre.close();
  });
});

describe('asking for figures', () => {
  let theatre: Theatre;
  beforeEach(async () => {
    theatre = await openTheatre('SQLite');
    await theatre.person('ida').raises();
    await theatre.settled();
  });
  afterEach(() => theatre.close());

  it('is never answered for another period than was asked: it is asked which', async () => {
    const lena = theatre.person('lena');
    const which = await lena.says('themes next winter');
    expect(which.words).toContain('Which period?');
    expect(which.words).toContain('next winter');
    expect((await lena.presses('This year')).words).toContain('Drift or delay\n1 of 1 (100%)');
    expect((await lena.says('themes 2030/31')).words).toContain('That period has not begun');
    // It is March 2026: of two years it is the second that has not.
    for (const words of ['compare disputes 2025/26 2026/27', 'disputes 2026/27 2025/26'])
      expect((await lena.says(words)).words).toContain('It begins on 1 April 2026.');
  });

  it('lists and takes away what is of one period: of several it is asked which', async () => {
    const lena = theatre.person('lena');
    for (const words of ['which disputes 2024/25 2025/26', 'export csv disputes 2024/25 2025/26']) {
      const which = await lena.says(words);
      expect(which.words).toContain('Which period?');
      expect(which.buttons).toEqual(['2024/25', '2025/26']);
    }
    expect((await lena.presses('2025/26')).words).toContain('disputes-raised,disputes,,all,All,1,,');
    expect((await lena.says('export figures this year')).words).toContain('Of which figure?');
    expect((await lena.presses('Disputes')).words).toContain('Export · Disputes · 2025/26');
  });

  it('compares since April with the year before on every day, by a button too', async () => {
    await theatre.moveTo('2026-06-30T09:00:00Z');
    const lena = theatre.person('lena');
    const compared = 'Disputes raised · April to June 2025 and April to June 2026';
    expect((await lena.says('compare disputes since April')).words).toContain(compared);
    await lena.says('disputes since April');
    const markdown = async () => (await lena.presses('Markdown, for a document')).words;
    await lena.presses('Export…');
    expect(await markdown()).toContain('April to June 2025');
    await lena.says('disputes this quarter');
    await lena.presses('Export…');
    expect(await markdown()).toContain('January to March 2026');
  });

  it('says of either period what was not recorded, of what, and no change on a part of one', async () => {
    await theatre.moveTo('2026-05-20T09:00:00Z');
    const [ida, lena] = [theatre.person('ida'), theatre.person('lena')];
    await ida.raises();
    await ida.raises();
    const compared = await lena.says('compare disputes 2025/26 2026/27');
    expect(compared.words).toContain('2025/26 · Disputes: Recorded from 2 March 2026: what no source');
    expect(compared.words).toMatch(/^2$/m);
    expect(compared.words).not.toMatch(/up 1/);
    const main = await lena.says('compare 2025/26 2026/27');
    expect(main.words).toContain('2026/27 · Reviews: Nothing of this period had been recorded');
    expect(main.words).not.toMatch(/^(Nothing of this period|Recorded from)/m);
    expect((await lena.says('disputes this year')).words).not.toContain('up 1');
    await theatre.moveTo('2027-05-20T09:00:00Z');
    const figure = await lena.says('disputes 2026/27');
    expect(figure.words).toMatch(/^2$/m);
    expect(figure.words).not.toContain('2025/26');
    expect((await lena.says('disputes this year')).words).toContain('down 2 on 1 April 2026 to 20 May 2026');
  });

  it('says what nobody recorded, and no 0 for it', async () => {
    const before = await theatre.person('lena').says('disputes 2015/16');
    expect(before.words).toContain('Not recorded');
    expect(before.words).toContain('Nothing of this period had been recorded');
    for (const words of ['which disputes 2015/16', 'which late reviews 2016/17']) {
      const list = await theatre.person('lena').says(words);
      expect(list.words).toMatch(/^(Disputes raised|Held late): not recorded\.$/m);
      expect(list.words).toContain('Nothing of this period had been recorded');
    }
    const partly = await theatre.person('lena').says('which disputes this year');
    expect(partly.words).toContain('Disputes raised: 1.');
    expect(partly.words).toContain('Recorded from 2 March 2026');
  });

  it('says of the time of nothing that there was none, and no change to a number of days', async () => {
    const lena = theatre.person('lena');
    await theatre.moveTo('2026-04-06T09:00:00Z');
    const none = await lena.says('time to close this year');
    expect(none.words).toContain('None closed');
    expect(none.words).not.toMatch(/^0$/m);
    await theatre.moveTo('2026-05-05T09:00:00Z');
    const ida = theatre.person('ida');
    await ida.raises({ Child: '700131' });
    await ida.presses('Close…');
    await ida.presses('Close', closing);
    const compared = await lena.says('compare time to close April 2026 May 2026');
    expect(compared.words).toContain('April 2026\nnone\nMay 2026\n0 working days, the median of 1');
    expect(compared.words).not.toMatch(/^(up|down) /m);
  });

  it('counts a lead’s own areas alone, and says so', async () => {
    await theatre.person('ivan').raises({ Child: '700140', Theme: 'visits' });
    const { store, directory, directoryChanged } = theatre.bot.ports;
    const lena = (await directory()).people.find(({ name }) => name === 'Lena Lead');
    const stored = await store.load('person', lena?.id ?? '');
    if (stored === undefined) throw new Error('no lead');
    await store.save({ ...stored.document, area: 'South' }, stored.etag);
    await directoryChanged();
    const themes = await theatre.person('lena').says('themes this year');
    expect(themes.words).toContain('Counted for your area, South.');
    expect(themes.words).toContain('Visits\n1 of 1 (100%)');
    expect(themes.words).not.toContain('Drift');
  });

  it('is not what somebody else asks for by a word of theirs', async () => {
    const answer = await theatre.person('ida').says('I need advice about this');
    expect(answer.words).toContain('I did not understand that');
  });

  it('leaves the list of open disputes what it was', async () => {
    expect((await theatre.person('lena').says('disputes')).words).toContain('1 open dispute');
    expect((await theatre.person('ida').says('Disputes.')).words).toContain('1 open dispute');
  });

  it('is not for business support: bess is told no figure', async () => {
    const actor = theatre.person('bess');
    for (const words of ['themes this year', 'my caseload', 'disputes this year by team', 'outcomes']) {
      const answer = await actor.says(words);
      expect(answer.words).toContain('Figures are for the lead');
      expect(answer.words).not.toMatch(/Ida Reviewer|1 of 1/);
    }
    expect(await theatre.bot.ports.store.all('audit')).toEqual([]);
  });
});

describe('names that several things have', () => {
  let theatre: Theatre;
  afterEach(() => theatre.close());

  it('asks which of two IROs of one name, and stays with the one', async () => {
    theatre = await openTheatre('SQLite', {
      people: {
        ...cast,
        ida: { name: 'Sam Smith', roles: 'iro' },
        ivan: { name: 'Sam Smith', roles: 'iro' },
      },
    });
    await theatre.person('ida').raises();
    const lena = theatre.person('lena');
    const which = await lena.says('disputes Sam Smith this year');
    expect(which.words).toContain('Which “Sam Smith” do you mean?');
    expect(which.buttons).toHaveLength(2);
    const own = await lena.says(`disputes ${upn('ida')} this year`);
    expect(own.words).toContain('Of Sam Smith (ida@exampleton.example) alone.');
    expect(own.words).toMatch(/^1$/m);
    expect((await lena.presses('By theme')).words).toContain('Of Sam Smith (ida@exampleton.example) alone.');
    expect((await lena.says(`disputes ${upn('ivan')} this year`)).words).toMatch(/^0$|Not recorded/m);
  });

  it('has the figure before a team that is called like it, and offers the team', async () => {
    theatre = await openTheatre('SQLite');
    const { store: open, now, newId, directoryChanged } = theatre.bot.ports;
    const teams = csv(
      'teams.csv',
      'team,area,team-manager,operations-manager,assistant-director,director',
      `Children Looked After,North,${upn('tess')},${upn('olga')},,`,
    );
    await importFiles({ store: open, now: now(), newId }, { teams }, { dryRun: false });
    await directoryChanged();
    const lena = theatre.person('lena');
    const figure = await lena.says('children looked after this year');
    expect(figure.words.split('\n')[0]).toBe('Children looked after · 2025/26');
    expect((await lena.presses('The team Children Looked After')).words).toContain(
      'Of the team Children Looked After alone.',
    );
    expect((await lena.says('caseload this year')).words).toContain('Caseload');
    expect((await lena.presses('Children looked after')).words).toContain('Children looked after · 2025/26');
  });
});

describe('a service that calls its disputes something else', () => {
  let theatre: Theatre;
  beforeEach(async () => {
    theatre = await openTheatre('SQLite', {
      policy: { label: 'formal alert', words: { disputes: 'formal alerts' } },
    });
    await theatre.person('ida').raises();
    await theatre.settled();
  });
  afterEach(() => theatre.close());

  it('asks for them by its own word, and is answered in it', async () => {
    const lena = theatre.person('lena');
    for (const words of ['formal alerts this year', 'Formal alerts by team', 'which formal alerts this year'])
      expect((await lena.says(words)).words).toContain('Formal alerts raised');
    expect((await lena.says('compare formal alerts 2024/25 2025/26')).words).toContain(
      'Formal alerts raised · 2024/25 and 2025/26',
    );
    expect((await lena.says('formal alerts')).words).toContain('1 open formal alert');
    expect((await theatre.person('ida').says('my formal alerts')).words).toContain('Formal alerts raised');
    expect((await lena.says('disputes this year')).words).toContain('Formal alerts raised');
  });

  it('is offered what may be asked in that word, and given back what it wrote', async () => {
    const [lena, tess] = [theatre.person('lena'), theatre.person('tess')];
    const refused = await tess.says('caseload');
    expect(refused.words).toContain('You can ask how many formal alerts your teams had');
    expect(refused.buttons).toContain('My formal alerts');
    expect((await lena.says('formal alerts of the moon 2025/26')).words).toContain(
      'You wrote: formal alerts of the moon 2025/26',
    );
  });
});
