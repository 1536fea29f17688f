import { importFiles } from '../../src/flows/import.js';
import { importDisputes } from '../../src/flows/importDisputes.js';
import { searches } from '../support/activities.js';
import { policyFile, upn } from './authority.js';
import { expectReplayed, openTheatre, type StoreName, type Theatre } from './theatre.js';

const spreadsheet = [
  'number,kind,raised_on,iro,children,team,themes,started_at,entered,responded,outcome,closed_on,closed_at,marks,summary',
  `ESC 12/2016,formal,2016-05-03,${upn('ida')},700123,North,drift,team-manager,,,action-done,2016-05-17,team-manager,,Nothing had moved.`,
  `D-2016-7,formal,2016-06-01,${upn('ida')},,,,,,,,,,,`,
  '13,informal,2016-06-01,gone@exampleton.example,,,,,,,,,,,',
  `ESC 14,made-formal,2016-05-03,${upn('ida')},700123,North,drift,team-manager,,,action-done,2016-07-01,team-manager,,`,
  `Dispute 12,informal,2016-06-02,${upn('ida')},,,,,,,,,,,`,
];

const policyOf = (...themes: string[]) =>
  policyFile({ themes: themes.map((id) => ({ id, label: id, sub: [] })) });

it('is compared by a theme too that the policy no longer has', async () => {
  const theatre = await openTheatre('SQLite', { startsAt: '2026-03-02T09:00:00Z' });
  const { store, now, newId, directoryChanged } = theatre.bot.ports;
  const ports = { store, now: now(), newId };
  await importFiles(ports, { policy: policyOf('housing', 'drift') }, { dryRun: false });
  const rows = ['number,kind,raised_on,themes', 'B1,formal,2016-02-03,housing', 'B2,formal,2016-06-03,drift'];
  const old = { name: 'old.csv', content: Buffer.from(rows.join('\n')) };
  await importDisputes(ports, old, { dryRun: false });
  await importFiles(ports, { policy: policyOf('drift') }, { dryRun: false });
  await directoryChanged();
  const { words } = await theatre.person('lena').says('compare themes 2015/16 2016/17');
  expect(words).toContain('Housing\n2015/16\n1 of 1 (100%)\n2016/17\n0 of 1 (0%)\ndown 100 points');
  await theatre.close();
});

it('lists of the stages without an answer none that nobody recorded, and says so', async () => {
  const theatre = await openTheatre('SQLite', { startsAt: '2026-03-02T09:00:00Z' });
  const { store, now, newId } = theatre.bot.ports;
  const rows = [
    'number,kind,raised_on,started_at,entered,responded',
    'B1,formal,2016-05-03,team-manager,team-manager:2016-05-03,team-manager:2016-05-05',
  ];
  const old = { name: 'old.csv', content: Buffer.from(rows.join('\n')) };
  await importDisputes({ store, now: now(), newId }, old, { dryRun: false });
  const list = await theatre.person('lena').says('which response times 2016/17');
  expect(list.words).toContain('A stage was not answered by its due day: not recorded.');
  await theatre.close();
});

const importedInto = ({ bot }: Theatre) =>
  importDisputes(
    { store: bot.ports.store, now: bot.ports.now(), newId: bot.ports.newId },
    { name: 'old.csv', content: Buffer.from(spreadsheet.join('\n')) },
    { dryRun: false },
  );

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('the numbers of an old spreadsheet, on %s', (store) => {
  let theatre: Theatre;
  beforeEach(async () => {
    theatre = await openTheatre(store);
    await importedInto(theatre);
  });
  afterEach(() => theatre.close());

  it('find their disputes, however they are written', async () => {
    const ida = theatre.person('ida');
    for (const number of ['ESC 12/2016', ' esc  12/2016.']) {
      const { words, buttons } = await ida.says(number);
      expect(words).toContain('ESC 12/2016');
      expect(words).toContain('Closed on Tue 17 May 2016: the action was done.');
      expect(words).toContain(
        'Taken over from an earlier record: raised on Tue 3 May 2016, with the team manager',
      );
      expect(words).not.toContain('Nothing had moved');
      expect(buttons).toEqual(expect.arrayContaining(['Show text', 'Recorded on file', 'File note']));
      expect(buttons.join()).not.toMatch(/Escalate|Withdraw|Close/);
    }
    expect((await ida.presses('Show text')).words).toContain('Nothing had moved.');
    expect((await ida.says('D-2016-7')).words).toContain('how it ended is not recorded');
    const madeFormal = await ida.says('ESC 14');
    expect(madeFormal.words).toContain('Dispute, formal');
    expect(madeFormal.words).not.toMatch(/took|working days/i);
  });

  it('are found before their words are taken for a question, and by the search box', async () => {
    for (const who of ['ida', 'lena'])
      expect((await theatre.person(who).says('Dispute 12')).words).toContain('Taken over from an earlier');
    const { body } = await theatre.deliver(
      searches(theatre.scene(), theatre.person('ida').user, 'esc 12/2016'),
    );
    expect(JSON.stringify(body)).toContain('ESC 12/2016');
  });

  it('never hide a number of the bot’s own, however they are written', async () => {
    await theatre.person('ida').raises();
    const row = spreadsheet[0] ?? '';
    const { result } = await importDisputes(
      { store: theatre.bot.ports.store, now: theatre.bot.ports.now(), newId: theatre.bot.ports.newId },
      { name: 'old.csv', content: Buffer.from(`${row}\nd-2026-1,informal,2026-02-01,,,,,,,,,,,,\n`) },
      { dryRun: false },
    );
    expect(result.refused).toHaveLength(1);
    expect((await theatre.person('ida').says('D-2026-0001')).words).toContain('Stage 1 of 4');
  });

  it('are never given again by the bot, and open the same dispute for everybody', async () => {
    const { store, newId } = theatre.bot.ports;
    const file = {
      name: 'old.csv',
      content: Buffer.from(`${spreadsheet[0]}\nD-2026-1,informal,2026-02-01${','.repeat(12)}`),
    };
    const again = async () =>
      (await importDisputes({ store, now: theatre.bot.ports.now(), newId }, file, { dryRun: false })).result;
    expect(await again()).toMatchObject({ added: 1, refused: [] });
    const [ida, lena] = [theatre.person('ida'), theatre.person('lena')];
    expect((await ida.raises()).words).toContain('D-2026-0002');
    expect((await ida.says('D-2026-0002')).words).toContain('Stage 1 of 4');
    for (const number of ['D-2026-1', 'D-2026-0001'])
      expect((await lena.says(number)).words).toContain('Taken over from an earlier record');
    expect(await again()).toMatchObject({ same: 1, refused: [] });
  });

  it('find their disputes in the search box with whatever noughts they are written', async () => {
    for (const number of ['D-2016-7', 'd-2016-0007']) {
      const { body } = await theatre.deliver(searches(theatre.scene(), theatre.person('ida').user, number));
      expect(JSON.stringify(body)).toContain('D-2016-7');
    }
  });

  it('find nothing for whoever may not read them, in the words for what does not exist', async () => {
    const tom = theatre.person('tom');
    const without = (words: string, number: string) => words.replaceAll(number, '…');
    const [hidden, missing] = [await tom.says('ESC 12/2016'), await tom.says('ESC 99/2016')];
    expect(without(hidden.words, 'ESC 12/2016')).toBe(without(missing.words, 'ESC 99/2016'));
    expect((await theatre.person('ivan').says('13')).words).not.toContain('Taken over');
    expect((await theatre.person('lena').says('13')).words).toContain('Taken over from an earlier record');
  });

  it('show a manager of today the stage and the days, and not what an IRO wrote', async () => {
    const tess = theatre.person('tess');
    expect((await tess.says('ESC 12/2016')).words).toContain('Closed on Tue 17 May 2016');
    expect((await tess.presses('Show text')).words).not.toContain('Nothing had moved');
  });

  it('are of closed disputes: in no list, told to nobody, and filed like others', async () => {
    const ida = theatre.person('ida');
    expect((await ida.says('disputes')).words).toContain('No open disputes');
    await ida.says('ESC 12/2016');
    await ida.presses('Recorded on file');
    const disputes = await theatre.disputes();
    disputes.forEach(expectReplayed);
    expect(disputes.filter(({ onFile }) => onFile.length > 0)).toHaveLength(1);
    await theatre.moveTo('2026-04-01T09:00:00Z');
    expect(theatre.person('tess').cards()).toEqual([]);
    expect((await importedInto(theatre)).result).toMatchObject({ added: 0, changed: 0, same: 5 });
  });
});
