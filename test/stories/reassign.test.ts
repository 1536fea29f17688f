import { importFiles } from '../../src/flows/import.js';
import { allocationsFile, cast, upn } from './authority.js';
import { filled } from './cardReading.js';
import { type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

const stores: StoreName[] = ['SQLite', 'Cosmos DB'];
const people = {
  ...cast,
  iris: { name: 'Iris Reviewer', roles: 'iro' },
  tess: { name: 'Tess Teammanager', roles: 'manager;iro' },
};
const offer = { 'How will this be put right?': 'The work starts next week.' };

let theatre: Theatre;
let ida: Actor;
let ivan: Actor;
let iris: Actor;
let lena: Actor;
let tess: Actor;

async function opens(store: StoreName): Promise<void> {
  theatre = await openTheatre(store, { people });
  const { person } = theatre;
  [ida, ivan, iris] = [person('ida'), person('ivan'), person('iris')];
  [lena, tess] = [person('lena'), person('tess')];
}
const idOf = async (who: string) =>
  (await theatre.bot.ports.directory()).people.find((each) => each.upn === upn(who))?.id;
const iroOf = async (child: string) =>
  (await theatre.bot.ports.store.load('child', `child:${child}`))?.document.iro;

async function imports(allocations: { name: string; content: Buffer } = allocationsFile) {
  const { store, now, newId } = theatre.bot.ports;
  const [result] = await importFiles({ store, now: now(), newId }, { allocations }, { dryRun: false });
  await theatre.settled();
  return result;
}
const file = (...rows: string[]) => ({
  name: 'allocations.csv',
  content: Buffer.from(`${['child,initials,family,iro,team,social_worker', ...rows].join('\n')}\n`),
});

async function reassigns(child: string, to: string) {
  await lena.says(child);
  await lena.presses('Reassign…');
  return lena.presses('Reassign', { 'New IRO': upn(to) });
}

describe.each(stores)('a child whom a lead gives to another IRO, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  it('is theirs at once, and they are told with one card', async () => {
    expect((await ida.says('700131')).buttons).not.toContain('Reassign…');
    await lena.says('700131');
    const form = await lena.presses('Reassign…');
    expect(form.words).toContain('The IRO now: Ida Reviewer');
    expect((await lena.presses('Cancel')).buttons).toContain('Reassign…');
    await lena.presses('Reassign…');
    const card = await lena.presses('Reassign', { 'New IRO': upn('ivan') });
    expect(card.words).toContain('Reassigned: the IRO is Ivan Reviewer from now on.');
    expect(await iroOf('700131')).toBe(upn('ivan'));
    await theatre.moveTo('2026-03-02T09:01:00Z');
    const told = await ivan.sees();
    expect(told.words).toContain('1 child came to you from Ida Reviewer');
    expect(told.words).toContain('700131');
    expect(ivan.cards()).toHaveLength(1);
    expect((await ivan.says('700131')).buttons).toContain('Raise');
  });

  it('stays theirs when the same list is read again, which says so', async () => {
    const before = ivan.cards().length;
    const read = await imports();
    expect(await iroOf('700131')).toBe(upn('ivan'));
    expect(read).toMatchObject({ changed: 0 });
    expect(read?.warned).toEqual([
      { line: 4, reason: `the child stays with ${upn('ivan')}: a lead gave it to them in Teams` },
    ]);
    await theatre.moveTo('2026-03-02T09:02:00Z');
    expect(ivan.cards()).toHaveLength(before);
  });

  it('stays theirs when the list changes something else of it', async () => {
    await imports(file(`700131,CD,,${upn('ida')},South,`));
    expect(await iroOf('700131')).toBe(upn('ivan'));
    const child = await theatre.bot.ports.store.load('child', 'child:700131');
    expect(child?.document.facts.at(-1)).toMatchObject({ team: 'South', source: 'teams' });
  });

  it('goes where a changed row says', async () => {
    await imports(file(`700131,CD,,${upn('iris')},South,`));
    expect(await iroOf('700131')).toBe(upn('iris'));
    await imports(file(`700131,CD,,${upn('ida')},South,`));
    expect(await iroOf('700131')).toBe(upn('ida'));
  });

  it('takes its open dispute along, whose history says who moved it', async () => {
    await ida.raises();
    await tess.sees();
    await tess.presses('Resolve…');
    await tess.presses('Send to the IRO', offer);
    await ida.sees();
    const before = iris.cards().length;
    await reassigns('700123', 'iris');
    await theatre.moveTo('2026-03-02T09:05:00Z');
    const card = await iris.sees();
    expect(card.words).toContain('Answer received: is it resolved?');
    expect(card.words).toContain('Lena Lead gave the child to Iris Reviewer');
    expect(iris.cards()).toHaveLength(before + 1);
    expect((await theatre.newest()).history.at(-1)).toMatchObject({
      kind: 'reallocated',
      by: await idOf('lena'),
      to: await idOf('iris'),
    });
  });

  it('never goes to who answers its dispute', async () => {
    const refused = await reassigns('700123', 'tess');
    expect(refused.words).toContain('Tess Teammanager is on the other side of D-2026-0001.');
    expect(await iroOf('700123')).toBe(upn('iris'));
    await lena.presses('Cancel');
  });

  it('is given once, however often it is pressed; meanwhile somebody else may have it', async () => {
    await lena.says('700140');
    await lena.presses('Reassign…');
    const press = lena.press('Reassign', { 'New IRO': upn('ida') });
    await lena.sends(press);
    expect((await lena.sends(press)).words).toContain('The IRO is Ida Reviewer already.');
    await reassigns('700140', 'iris');
    expect((await lena.sends(press)).words).toContain('meanwhile the IRO of this child is Iris Reviewer');
    expect(await iroOf('700140')).toBe(upn('iris'));
  });

  it('is moved by no IRO, whatever their client sends', async () => {
    await lena.says('700124');
    const press = lena.press('Reassign…');
    const forged = { ...press, from: { ...(press['from'] as object), ...ivan.user } };
    expect((await ivan.sends(forged)).words).not.toContain('New IRO');
    expect(await iroOf('700124')).toBe(upn('ida'));
  });
});

describe.each(stores)('the children of an IRO who is away for long, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  it('are spread evenly in a card, families together, and nothing has moved', async () => {
    await ida.raises();
    await tess.sees();
    await tess.presses('Resolve…');
    await tess.presses('Send to the IRO', offer);
    await ida.raises({ Child: '700124' });
    await ida.sees();
    const card = await lena.says('share ida among ivan, iris reviewer');
    expect(card.words).toContain('Share the 3 children of Ida Reviewer');
    expect(card.words).toContain('2 children to Iris Reviewer: now 0, then 2');
    expect(card.words).toContain('1 child to Ivan Reviewer: now 1, then 2');
    expect(card.words).toContain('700124 · CB · to Iris Reviewer');
    expect(await iroOf('700123')).toBe(upn('ida'));
  });

  it('go as shown with one press, but for who has moved meanwhile', async () => {
    await imports(file(`700131,CD,,${upn('iris')},North,`));
    const press = lena.press('Share as shown');
    const done = await lena.sends(press);
    expect(done.words).toContain('The children of Ida Reviewer are shared');
    expect(done.words).toContain('2 children to Iris Reviewer');
    expect(done.words).toContain('Left where they are, for they moved meanwhile: 700131.');
    expect(await Promise.all(['700123', '700124', '700131'].map(iroOf))).toEqual(
      Array.from({ length: 3 }, () => upn('iris')),
    );
    expect((await lena.sends(press)).words).toContain('The children of Ida Reviewer were shared already');
  });

  it('come to each with one card, and not one for each dispute', async () => {
    await theatre.moveTo('2026-03-02T09:01:00Z');
    await theatre.moveTo('2026-03-02T09:02:00Z');
    const cards = await iris.seesAll();
    expect(cards).toHaveLength(1);
    expect(cards[0]?.words).toContain('3 children and 2 open disputes came to you from Ida Reviewer');
    expect(cards[0]?.words).toContain('D-2026-0001');
    const { iro, history } = await theatre.newest();
    expect(iro).toBe(await idOf('iris'));
    expect(history.at(-1)).toMatchObject({ kind: 'reallocated', by: await idOf('lena') });
    expect(ivan.cards()).toEqual([]);
    const opened = await iris.presses('Open');
    expect(opened.words).toContain('Answer received: is it resolved?');
    expect(opened.buttons).toContain('Agree…');
  });

  it('are told as one card too where a list moves several, and once', async () => {
    const list = ['700123,AB,F1', '700124,CB,F1'].map((row) => `${row},${upn('ivan')},North,`);
    await imports(file(...list));
    await theatre.bot.ports.directoryChanged({ hands: true });
    await theatre.moveTo('2026-03-02T09:05:00Z');
    await theatre.bot.ports.directoryChanged({ hands: true });
    await theatre.moveTo('2026-03-02T09:06:00Z');
    const cards = await ivan.seesAll();
    expect(cards).toHaveLength(1);
    expect(cards[0]?.words).toContain('2 children and 2 open disputes came to you from Iris Reviewer');
  });

  it('are told of once, also where the bot was stopped on the way', async () => {
    const before = ida.cards().length;
    await lena.says('share ivan among ida');
    await lena.presses('Share as shown');
    await theatre.restarts('2026-03-02T09:10:00Z');
    await theatre.settled();
    expect(ida.cards()).toHaveLength(before + 1);
    expect((await ida.sees()).words).toContain(
      '3 children and 2 open disputes came to you from Ivan Reviewer',
    );
  });

  it('are shared by a lead alone, among IROs who are there', async () => {
    const says = async (words: string) => (await lena.says(words)).words;
    expect(await says('share ida among nobody')).toContain('I do not know anybody called “nobody”');
    expect(await says('share ida among tom')).toContain('Tom Teammanager is not an IRO on the list');
    expect(await says('share ida among ida')).toContain('Ida Reviewer cannot take their own children');
    expect(await says('share reviewer among iris')).toContain('Which “reviewer” do you mean?');
    expect(await says('share')).toContain('Share the children of an IRO');
    expect(await says('share ivan among iris')).toContain('Ivan Reviewer has no children to share');
    await lena.says('cover iris from today to Fri 6 Mar by ivan');
    expect(await says('share ida among iris')).toContain('Iris Reviewer is away today');
    expect((await ivan.says('share ida among iris')).words).toContain('Children are shared by a lead');
    await lena.says('share ida among ivan');
    expect((await lena.presses('Cancel')).words).toContain('Nothing was shared');
    expect(await iroOf('700123')).toBe(upn('ida'));
    expect((await lena.says('help')).words).toContain('share Anna among Ben, Carl');
  });

  it('are chosen in a form from the child’s card too, which says what is wrong at its fields', async () => {
    const card = await lena.says('700123');
    expect(card.buttons).toContain('Share among…');
    const form = await lena.presses('Share among…');
    expect(form.words).toContain('Whose children');
    expect(filled(form.card, {})).toEqual({ whose: upn('ida') });
    expect((await lena.presses('Show the shares')).words).toContain('Say who takes them.');
    const oneself = await lena.presses('Show the shares', { Among: upn('ida') });
    expect(oneself.words).toContain('Ida Reviewer cannot take their own children.');
    expect((await lena.presses('Show the shares', { Among: 'iris' })).words).toContain(
      'Iris Reviewer is away today.',
    );
    const shown = await lena.presses('Show the shares', { Among: 'Ivan Reviewer' });
    expect(shown.words).toContain('Share the 3 children of Ida Reviewer');
    expect(shown.words).toContain('3 children to Ivan Reviewer');
    expect(await iroOf('700123')).toBe(upn('ida'));
    expect((await ivan.says('700131')).buttons).not.toContain('Share among…');
    const press = lena.press('Cancel');
    const forged = { ...press, from: { ...(press['from'] as object), ...ivan.user } };
    for (const data of [{ press: 'open-share' }, { press: 'propose-share', whose: upn('ida') }]) {
      const value = {
        action: { type: 'Action.Execute', title: data.press, verb: data.press, data },
        trigger: 'manual',
      };
      expect((await ivan.sends({ ...forged, value })).words).toContain('Children are shared by a lead');
    }
  });
});

describe('a child of whose dispute the lead answers', () => {
  afterAll(() => theatre.close());

  it('is moved by no lead who answers its dispute', async () => {
    theatre = await openTheatre('SQLite', { people, teamHolders: { 'team-manager': 'lena' } });
    [ida, lena] = [theatre.person('ida'), theatre.person('lena')];
    await lena.says('help');
    await ida.raises();
    await theatre.settled();
    await lena.says('700123');
    expect((await lena.presses('Reassign…')).words).toContain(
      'You are on the other side of D-2026-0001, so another lead has to reassign this child.',
    );
    const shown = await lena.says('share ida among ivan');
    expect(shown.words).toContain('Stays: 700123');
    expect(await iroOf('700123')).toBe(upn('ida'));
  });
});

describe('a name that fits several in a share', () => {
  afterAll(() => theatre.close());

  it('is asked about, and each button is the same share with one of them', async () => {
    theatre = await openTheatre('SQLite', {
      people: {
        ...cast,
        jo: { name: 'Jo Reviewer', roles: 'iro' },
        joanna: { name: 'Joanna Smith', roles: 'iro' },
        joan: { name: 'Joan Moss', roles: 'iro' },
        hari: { name: 'Hari Moss', roles: 'iro' },
      },
    });
    lena = theatre.person('lena');
    expect((await lena.says('share ida among jo r, joa, joanna smith')).words).toContain('Which “joa”');
    const shared = await lena.presses('Joan Moss');
    expect(shared.words).toContain('Share the 3 children of Ida Reviewer');
    expect(shared.words).toContain('to Joanna Smith');
    expect(shared.words).toContain('to Joan Moss');
    // The name is a part of the word “share”.
    await lena.says('share har among ida, ivan, r');
    expect((await lena.sees()).words).toContain('Which “r” do you mean?');
    await lena.presses('Jo Reviewer');
    expect((await lena.sees()).words).toContain('Hari Moss has no children to share');
    expect((await lena.says('share r among joanna')).words).toContain('Which “r” do you mean?');
    expect((await lena.presses('Ida Reviewer')).words).toContain('Share the 3 children of Ida Reviewer');
  });
});

describe('an IRO who is away today', () => {
  beforeAll(() => opens('SQLite'));
  afterAll(() => theatre.close());

  it('is given a child only where somebody covers, which is said at the field', async () => {
    await iris.says('away until Fri 6 Mar');
    const refused = await reassigns('700140', 'iris');
    expect(refused.words).toContain('Iris Reviewer is away today, and nobody covers.');
    expect(await iroOf('700140')).toBe(upn('ivan'));
    await iris.says('back');
    await iris.says('away until Fri 6 Mar, Ivan covers');
    await reassigns('700140', 'iris');
    expect(await iroOf('700140')).toBe(upn('iris'));
  });
});
