import { importFiles } from '../../src/flows/import.js';
import { csv as file, ssda903 } from '../imports/files.js';
import { channelMessage } from '../support/activities.js';
import { cast, upn } from './authority.js';
import { type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

const closing = { Outcome: 'action-done', 'Why is it closed, in one line?': 'It is done.' };

const { amir: _amir, dina: _dina, ...withoutDirectors } = cast;

let theatre: Theatre;
let as: (who: string) => Actor;

/** Two IROs with children, reviews and disputes of their own; one dispute of each is informal. */
async function openWithFigures(store: StoreName): Promise<void> {
  theatre = await openTheatre(store, {
    startsAt: '2026-03-02T09:00:00Z',
    people: withoutDirectors,
    teamHolders: { 'assistant-director': '', director: '' },
  });
  const actors = new Map<string, Actor>();
  as = (who) => {
    const actor = actors.get(who) ?? theatre.person(who);
    actors.set(who, actor);
    return actor;
  };
  const { store: open, now, newId } = theatre.bot.ports;
  const children = ['700123', '700131', '700140'];
  await importFiles(
    { store: open, now: now(), newId },
    {
      ssda903: ssda903({
        header: children.map((child) => `${child},2,21/09/2011,WBRI,,,`),
        episodes: children.map((child) => `${child},02/06/2025,S,C1,N1,U5,PR1,,,,,,`),
        reviews: [
          '700123,21/09/2011,30/06/2025,PN1',
          '700131,21/09/2011,07/07/2025,PN7',
          '700140,21/09/2011,01/07/2025,PN2',
        ],
      }),
    },
    { dryRun: false },
  );
  await as('ida').raises();
  await as('ida').raises({ Child: '700131', Theme: 'visits', Kind: 'informal' });
  await as('ivan').raises({ Child: '700140', Theme: 'education' });
  await as('ivan').presses('Close…');
  await as('ivan').presses('Close', closing);
  await theatre.settled();
}

/** Everything that the Connector was sent for somebody’s chat since a request. */
const bytesTo = (who: string, since: number) =>
  JSON.stringify(
    theatre.connector.requests.slice(since).filter(({ conversation }) => conversation === as(who).chat),
  );

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('asking for figures by role, on %s', (store) => {
  beforeEach(() => openWithFigures(store));
  afterEach(() => theatre.close());

  const year = ' · 2025/26';
  const soFar = 'Main figures · 1 April 2024 to 2 March 2025 and 2025/26';
  const table: readonly (readonly [question: string, answers: Readonly<Record<string, string>>])[] = [
    [
      'caseload',
      {
        lena: `Caseload${year}`,
        ida: `Caseload${year}`,
        tess: 'This figure is for the lead',
        bess: 'Figures are for the lead',
      },
    ],
    [
      'timeliness 2025/26',
      {
        lena: `On time, by review held${year}`,
        ida: `On time, by review held${year}`,
        tess: 'This figure is for the lead',
        bess: 'Figures are for the lead',
      },
    ],
    [
      'participaton 25/26',
      {
        lena: `Participation${year}`,
        ida: `Participation${year}`,
        tess: 'This figure is for the lead',
        bess: 'Figures are for the lead',
      },
    ],
    [
      'disputes this year',
      {
        lena: `Disputes raised${year}`,
        ida: `Disputes raised${year}`,
        tess: `Disputes raised${year}`,
        bess: 'Figures are for the lead',
      },
    ],
    [
      'my disputes',
      {
        ida: `Disputes raised${year}`,
        tess: '1 open dispute',
        lena: '2 open disputes',
        bess: 'Figures are for the lead',
      },
    ],
    ['my timeliness', { ida: `On time, by review held${year}`, tess: 'This figure is for the lead' }],
    ['my team', { tess: soFar, ida: 'You answer for no team' }],
    [
      'response times',
      { lena: `Response time${year}`, ida: `Response time${year}`, tess: `Response time${year}` },
    ],
    [
      'late reviews',
      { lena: `Late reviews${year}`, ida: `Late reviews${year}`, tess: 'This figure is for the lead' },
    ],
    [
      'records',
      {
        lena: `Recorded on the case file${year}`,
        ida: `Recorded on the case file${year}`,
        tess: 'This figure is for the lead',
      },
    ],
    ['advice', { lena: `Advice taken${year}`, tess: 'This figure is for the lead' }],
    [
      'profile',
      {
        lena: `Who the children are${year}`,
        ida: 'This figure is for the lead',
        tess: 'This figure is for the lead',
      },
    ],
    [
      'timeliness by IRO',
      {
        lena: `On time, by review held, by IRO${year}`,
        ida: 'Figures by IRO are for the lead',
        tess: 'Figures by IRO are for the lead',
        bess: 'Figures are for the lead',
      },
    ],
    [
      'timeliness Ivan Reviewer',
      {
        lena: `On time, by review held${year}`,
        ida: 'I did not understand that',
        tess: 'I did not understand that',
        bess: 'I did not understand that',
      },
    ],
    [
      'disputes South this year',
      {
        lena: `Disputes raised${year}`,
        ida: 'I did not understand that',
        tess: 'I did not understand that',
        tom: `Disputes raised${year}`,
      },
    ],
    [
      'compare 2024/25 2025/26',
      {
        lena: 'Main figures · 2024/25 and 2025/26',
        ida: 'Main figures · 2024/25 and 2025/26',
        tess: 'Main figures · 2024/25 and 2025/26',
        bess: 'Figures are for the lead',
      },
    ],
    ['compare disputes 2025/26 2024/25', { lena: 'Disputes raised · 2024/25 and 2025/26' }],
    ['by team', { lena: 'By team of what?', bess: 'I did not understand that' }],
    [
      'by IRO',
      {
        lena: 'By IRO of what?',
        ida: 'Figures by IRO are for the lead',
        tess: 'Figures by IRO are for the lead',
        bess: 'I did not understand that',
      },
    ],
    ['timeliness 2016/18', { lena: 'Which period?', ida: 'Which period?' }],
    ['timeliness participation', { lena: 'I did not understand that' }],
    ['timeliness team Nroth', { lena: 'I did not understand that' }],
    [
      'audit',
      {
        lena: 'Who asked for figures',
        bess: 'Who asked for figures',
        ida: 'I did not understand that',
        tess: 'I did not understand that',
      },
    ],
  ];

  it('answers each with what is theirs, and nobody with what is not', async () => {
    for (const [question, answers] of table)
      for (const [who, heading] of Object.entries(answers)) {
        const answer = await as(who).says(question);
        expect([question, who, answer.words.split('\n')[0]]).toEqual([question, who, heading]);
      }
  });

  it('gives an IRO their own alone, and says so', async () => {
    const own = await as('ida').says('caseload');
    expect(own.words).toContain('Your own alone.');
    expect(own.words).toMatch(/^3$/m);
    expect((await as('ida').says('timeliness')).words).toContain('1 of 2');
    expect((await as('ida').says('disputes this year')).words).toMatch(/^2$/m);
    // How many are the lowest and the highest is of several.
    expect(own.words).not.toMatch(/^(Lowest|For each IRO|Without an IRO)$/m);
    expect((await as('ivan').says('my disputes')).words).toMatch(/^1$/m);
    expect((await as('ivan').says('outcomes')).words).toContain('The action was done\n1 of 1');
  });

  it('gives a lead the rate of disputes per 100 children, also where there are as many as children', async () => {
    const rate = await as('lena').says('disputes per 100 children this year');
    expect(rate.words).toMatch(/^100%\nAll raised: 3 of 3$/m);
  });

  it('says of a year before anything was known that nothing is recorded, and not that there were no children', async () => {
    for (const who of ['lena', 'ida'])
      expect((await as(who).says('caseload 2015/16')).words).toContain('Not recorded');
    expect((await as('lena').says('compare 2015/16 2016/17')).words).not.toMatch(/^0$/m);
  });

  it('says whose a split is that somebody may not have', async () => {
    expect((await as('ida').says('timeliness by area')).words).toContain(
      'Not by area: that is for the lead.',
    );
  });

  it('says to whoever may have it that one team, area or IRO is not spread', async () => {
    for (const [who, question, why] of [
      ['lena', 'disputes North by team', 'Not by team: this is of one team alone, and so it is not spread.'],
      ['lena', 'disputes North by area', 'Not by area: this is of one team alone'],
      ['lena', 'disputes Ida Reviewer by IRO', 'Not by IRO: this is of one IRO alone'],
      ['lena', 'participation 2025-26 by IRO Ida Reviewer', 'Not by IRO: this is of one IRO alone'],
      ['olga', 'disputes North by team', 'Not by team: this is of one team alone'],
    ] as const) {
      const answer = await as(who).says(question);
      expect(answer.words).toContain(why);
      expect(answer.words).not.toContain('that is for the lead');
    }
  });

  it('offers nobody a question that is not answered', async () => {
    const answer = await as('ida').says('by area');
    expect(answer.words).toContain('None of your figures is spread by area');
    expect(answer.buttons).toContain('My timeliness');
    // A figure that is not for a manager, and a name that is nobody’s to ask for.
    expect((await as('tess').says('timeliness Ivan Reviewer')).buttons).toContain('My disputes');
  });

  it('offers a lead who says no figure the questions as they are written', async () => {
    expect((await as('lena').says('by IRO')).buttons).toContain('Timeliness by IRO');
  });

  it('gives a manager the formal disputes of their teams', async () => {
    const team = await as('tess').says('disputes this year');
    expect(team.words).toContain('Formal ones of your teams alone: North.');
    // The informal one of this team is nobody’s but the IRO’s.
    expect(team.words).toMatch(/^1$/m);
    expect((await as('olga').says('disputes this year')).words).toMatch(/^2$/m);
    expect((await as('olga').presses('By team')).words).toContain('South\n1 of 2');
  });

  it('stays with the one team that a manager named', async () => {
    for (const press of ['By theme', 'Which ones', 'Export…']) {
      await as('olga').says('disputes North this year');
      const next = await as('olga').presses(press);
      const told = press === 'Export…' ? await as('olga').presses('CSV, for a spreadsheet') : next;
      expect(told.words).toContain('Formal ones of your teams alone: North.');
      expect(told.words).not.toContain('South');
    }
    await as('olga').says('by theme North this year');
    expect((await as('olga').presses('North disputes by theme')).words).toContain('alone: North.');
    expect((await as('olga').says('disputes this year')).words).toContain('North and South');
  });

  it('gives a lead one team or one IRO by name', async () => {
    expect((await as('lena').says('disputes South this year')).words).toContain('Of the team South alone.');
    const ivan = await as('lena').says('disputes ivan reviewer since April');
    expect(ivan.words).toContain('Of Ivan Reviewer alone.');
    expect(ivan.words).toMatch(/^1$/m);
  });

  it('sends nobody a byte of what is not theirs', async () => {
    const marks = /Ivan Reviewer|700140|Education|South/;
    const since = theatre.connector.requests.length;
    for (const [question] of table) {
      await as('ida').says(question);
      await as('tess').says(question);
      await as('bess').says(question);
      if (question !== 'timeliness Ivan Reviewer' && question !== 'disputes South this year')
        await as('lena').says(question);
    }
    // What they wrote themselves is given back to them.
    const said = /timeliness Ivan Reviewer|disputes South this year/gi;
    for (const who of ['ida', 'tess']) expect(bytesTo(who, since).replaceAll(said, '')).not.toMatch(marks);
    expect(bytesTo('bess', since).replaceAll(said, '')).not.toMatch(/700140|Education|33\.3%|1 of 3/);
    // The scan can fail: the lead is sent all of it.
    await as('lena').says('disputes this year by IRO');
    await as('lena').presses('By team');
    await as('lena').says('disputes this year by team');
    expect(bytesTo('lena', since)).toMatch(/Ivan Reviewer/);
    expect(bytesTo('lena', since)).toMatch(/South/);
  });

  it('answers a lead who asks in a channel in their own chat', async () => {
    const before = as('lena').cards().length;
    const { status } = await theatre.deliver(
      channelMessage(theatre.scene(), as('lena').user, 'timeliness by IRO this year'),
    );
    expect(status).toBeLessThan(300);
    await theatre.settled();
    const elsewhere = theatre.connector.requests.filter(({ conversation }) =>
      conversation?.startsWith('19:'),
    );
    expect(JSON.stringify(elsewhere)).toContain('I have answered you in our chat');
    expect(JSON.stringify(elsewhere)).not.toMatch(/On time|Ivan Reviewer|66\.7/);
    expect(as('lena').cards().length).toBe(before + 1);
    expect((await as('lena').sees()).words).toContain('On time, by review held, by IRO');
  });
});

describe('what stands behind a figure', () => {
  beforeEach(() => openWithFigures('SQLite'));
  afterEach(() => theatre.close());

  it('are the disputes, each to open', async () => {
    await as('lena').says('disputes this year');
    const list = await as('lena').presses('Which ones');
    expect(list.words).toContain('Disputes raised: 3.');
    expect(list.words).toMatch(/D-2026-0003 · formal\nRaised on 2 March 2026, closed on 2 March 2026\./);
    expect((await as('lena').presses('Open')).words).toContain('D-2026-000');
    expect((await as('ida').says('which disputes this year')).words).not.toContain('D-2026-0003');
  });

  it('are said to be none of theirs where a manager may open none', async () => {
    const list = await as('olga').says('which disputes North this year');
    expect(list.words).toContain('Disputes raised: 1, and it is not yours to open.');
    expect((await as('olga').says('which disputes this year')).words).toContain(
      'Disputes raised: 2, none of them yours to open.',
    );
    expect(list.words).not.toContain('more');
  });

  it('are the late reviews with the child, when each was due and held, and how late', async () => {
    const onTime = await as('lena').says('timeliness this year');
    expect(onTime.words).toContain(
      '2 late: all first reviews; 1 by fewer than 5 working days; no reason recorded.',
    );
    const list = await as('lena').presses('Which ones');
    expect(list.words).toContain('Held late: 2.');
    expect(list.words).toContain('700131 (CD)\nDue 30 June 2025, held 7 July 2025. 5 working days late.');
    const own = await as('ida').says('which late reviews this year');
    expect(own.words).toContain('Held late: 1.');
    expect(own.words).not.toContain('700140');
    expect((await as('lena').presses('Back to the figure')).words).toContain('On time, by review held');
  });

  it('are in the groups of the split that was asked for, each of which is named', async () => {
    await as('lena').says('disputes this year by theme');
    const list = await as('lena').presses('Which ones');
    expect(list.words).toContain('Disputes raised: 3.');
    expect(list.words).toContain('D-2026-0003 · formal · Education');
    expect(list.words).toContain('D-2026-0002 · informal · Visits');
    const late = await as('lena').says('which late reviews this year by IRO');
    expect(late.words).toContain('Held late: 2.');
    expect(late.words).toContain('700131 (CD) · Ida Reviewer\nDue 30 June 2025');
    expect((await as('lena').presses('Back to the figure')).words).toContain('Late reviews, by IRO');
    expect((await as('ida').says('which late reviews this year by IRO')).words).not.toContain(
      'Ivan Reviewer',
    );
  });

  it('are the children of a caseload, ten at a time', async () => {
    const list = await as('ida').says('which caseload');
    expect(list.words).toContain('700123 (AB)');
    expect(list.words).not.toContain('700140');
  });
});

describe('taking a figure away', () => {
  beforeEach(() => openWithFigures('SQLite'));
  afterEach(() => theatre.close());

  it('is text to copy, for whoever pressed alone', async () => {
    await as('lena').says('disputes this year by IRO');
    await as('lena').presses('Export…');
    const csv = await as('lena').presses('CSV, for a spreadsheet');
    expect(csv.words).toContain('report,from,to,as_at,measure,unit,group,key,label,count,of,value');
    expect(csv.words).toContain('disputes-raised,disputes,,all,All,3,,');
    expect(csv.words).toContain('Ivan Reviewer,1,3,33.3');
    as('lena').reopens();
    expect((await as('lena').looksAgain()).words).not.toContain('as_at');
    const page = await as('lena').says('export markdown disputes this year');
    expect(page.words).toContain('# Disputes, 2025/26');
  });

  it('tells a manager of several teams nothing by group that the figure keeps from them', async () => {
    const { store: open, now, newId, directoryChanged } = theatre.bot.ports;
    const teams = file(
      'teams.csv',
      'team,area,team-manager,operations-manager,assistant-director,director',
      `North,North,${upn('tess')},${upn('olga')},,`,
      `South,South,${upn('tom')},${upn('olga')},,`,
      `West,South,${upn('tom')},,,`,
    );
    await importFiles({ store: open, now: now(), newId }, { teams }, { dryRun: false });
    await directoryChanged();
    for (const format of ['csv', 'markdown']) {
      const taken = await as('olga').says(`export ${format} disputes this year by team`);
      expect(taken.words).toContain('North');
      expect(taken.words).not.toContain('| IROs |');
      expect(taken.words).not.toContain(',iros,');
      expect(taken.words).not.toContain('West');
    }
    const lead = await as('lena').says('export csv disputes this year by team');
    expect(lead.words).toContain(',iros,');
    expect(lead.words).toContain('West');
  });

  it('lists for a manager nothing that they may not open, and says whose figures they are', async () => {
    const taken = await as('olga').says('export markdown open at end this year');
    expect(taken.words).toContain('Formal ones of your teams alone');
    expect(taken.words).not.toMatch(/D-2026-\d{4}|Informal/);
    expect((await as('lena').says('export markdown open at end this year')).words).toContain('D-2026-0001');
    expect((await as('ida').says('export csv outcomes this year')).words).toContain('Your own alone.');
  });

  it('has an IRO’s own, and of the figure that was asked for alone', async () => {
    const csv = await as('ida').says('export csv outcomes this year');
    expect(csv.words).toContain('outcomes,disputes,,open,Open,2,2,100');
    expect(csv.words).not.toContain('time-to-close');
  });
});

describe('who asked for figures', () => {
  beforeEach(() => openWithFigures('SQLite'));
  afterEach(() => theatre.close());

  it('is kept for every figure, list, comparison and export, and for every look at it', async () => {
    await as('lena').says('timeliness by IRO this year');
    await as('ida').says('my caseload');
    await as('lena').says('which disputes North this year');
    await as('ida').says('timeliness by IRO');
    const list = await as('bess').says('audit');
    expect(list.words.split('\n').slice(1)).toEqual([
      '3 times in all, newest first.',
      'Lena Lead · 09:00',
      'Listed what is behind disputes raised, 1 April 2025 to 31 March 2026, of North.',
      'Ida Reviewer · 09:00',
      'Asked for caseload, 1 April 2025 to 31 March 2026, of their own.',
      'Lena Lead · 09:00',
      'Asked for timeliness by review, 1 April 2025 to 31 March 2026, by IRO.',
    ]);
    expect((await as('lena').says('audit')).words).toContain('Bess Business · 09:00\nLooked at who asked.');
  });
});
