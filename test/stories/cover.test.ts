import { importFiles } from '../../src/flows/import.js';
import { execute } from '../support/activities.js';
import { cast, upn } from './authority.js';
import { partsOf } from './cardReading.js';
import { type Actor, expectReplayed, openTheatre, type StoreName, type Theatre } from './theatre.js';

const stores: StoreName[] = ['SQLite', 'Cosmos DB'];
const offer = { 'How will this be put right?': 'The work starts next week.' };

let theatre: Theatre;
let ida: Actor;
let ivan: Actor;
let lena: Actor;
let tess: Actor;
let tom: Actor;
let olga: Actor;

async function opens(store: StoreName): Promise<void> {
  theatre = await openTheatre(store);
  const { person } = theatre;
  [ida, ivan, lena] = [person('ida'), person('ivan'), person('lena')];
  [tess, tom, olga] = [person('tess'), person('tom'), person('olga')];
}
const stands = async () => {
  const dispute = await theatre.newest();
  expect(dispute.intents).toEqual([]);
  expectReplayed(dispute);
  return dispute;
};
const idOf = async (who: string) =>
  (await theatre.bot.ports.directory()).people.find(({ upn }) => upn.startsWith(`${who}@`))?.id;

describe.each(stores)('an IRO who is away, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  it('is covered by another IRO: a lead writes it, and reads what will happen', async () => {
    await ida.raises();
    await tess.sees();
    await tess.presses('Resolve…');
    await tess.presses('Send to the IRO', offer);
    await ida.sees();
    const entered = await lena.says('cover ida from Wed 4 Mar to Fri 6 Mar by ivan');
    expect(entered.words).toContain('Ivan Reviewer covers for Ida Reviewer');
    expect(entered.words).toContain('From Wed 4 Mar to Fri 6 Mar, both days included.');
    expect(entered.buttons).toContain('End the cover');
    await theatre.moveTo('2026-03-03T18:00:00Z');
    expect(ivan.cards()).toEqual([]);
  });

  it('what waits for them comes to the cover on the first morning, with a new card', async () => {
    const before = ida.cards().length;
    await theatre.moveTo('2026-03-04T08:00:01Z');
    const card = await ivan.sees();
    expect(card.words).toContain('You are acting for Ida Reviewer until Fri 6 Mar.');
    expect(card.words).toContain('Answer received: is it resolved?');
    expect(card.buttons).toContain('Agree…');
    const own = await ida.looksAgain();
    expect(ida.cards()).toHaveLength(before);
    expect(own.words).toContain('Ivan Reviewer acts for you until Fri 6 Mar.');
    expect(own.buttons).toContain('Agree…');
    const { history, turn } = await stands();
    expect(turn).toBe(2);
    expect(history).toContainEqual(
      expect.objectContaining({
        kind: 'handedOver',
        side: 'iro',
        to: await idOf('ivan'),
        away: await idOf('ida'),
      }),
    );
  });

  it('the cover acts with their rights, and the history says for whom', async () => {
    await ivan.presses('Not resolved…');
    await ivan.presses('Not resolved', { 'What is still not right?': 'No date is given.' });
    const { history, judges } = await stands();
    expect(history.at(-1)).toMatchObject({
      kind: 'notResolved',
      by: await idOf('ivan'),
      onBehalfOf: await idOf('ida'),
    });
    expect(judges).toEqual([await idOf('ivan')]);
    expect((await ida.looksAgain()).words).toContain('Ivan Reviewer for Ida Reviewer');
  });

  it('the cover raises for their children, who are among those of the form, and for their own', async () => {
    const form = await ivan.says('raise');
    expect(JSON.stringify(form.card)).toContain('700140');
    await ivan.presses('Raise', {
      Child: '700131',
      Kind: 'formal',
      Theme: 'drift',
      'What is worrying you for this child': 'The plan has not been started.',
    });
    const dispute = await stands();
    expect(dispute).toMatchObject({ iro: await idOf('ida'), raisedBy: await idOf('ivan') });
    expect(dispute.history[0]).toMatchObject({ onBehalfOf: await idOf('ida') });
    expect((await ivan.says('disputes')).words).toContain('2 open disputes');
    expect((await ivan.says('disputes')).words).toContain('You are acting for Ida Reviewer until Fri 6 Mar.');
    expect((await ivan.says('700123')).buttons).toContain('Raise');
  });

  it('what is new goes to the cover, and not to who is away', async () => {
    const before = ida.cards().length;
    await theatre.moveTo('2026-03-05T09:00:00Z');
    await tess.says('D-2026-0002');
    await tess.presses('Disagree…');
    await tess.presses('Send to the IRO', { 'Why do you disagree?': 'It has begun.' });
    expect((await ivan.sees()).words).toContain('do you accept the explanation?');
    expect(ida.cards()).toHaveLength(before);
  });

  it('what still waits comes back on the first day after, and the card of the cover says who has it', async () => {
    const before = ida.cards().length;
    // A Saturday: what the clock brings back waits for Monday morning.
    await theatre.moveTo('2026-03-07T08:00:01Z');
    expect(ida.cards()).toHaveLength(before);
    await theatre.moveTo('2026-03-09T08:00:00Z');
    expect(ida.cards()).toHaveLength(before + 1);
    expect((await ida.sees()).words).toContain('do you accept the explanation?');
    const card = await ivan.looksAgain();
    expect(card.words).not.toContain('You are acting');
    const living = ivan.cards().findLast((each) => JSON.stringify(each.card).includes('D-2026-0002'));
    expect(JSON.stringify(living?.card)).toContain('with the IRO, Ida Reviewer');
    expect(JSON.stringify(living?.card)).not.toContain('Accept the explanation');
    expect((await stands()).history.findLast(({ kind }) => kind === 'handedOver')).toMatchObject({
      side: 'iro',
    });
    expect((await ivan.says('disputes')).words).toContain('No open disputes');
  });

  it('where nobody covers, the lead is told and judges', async () => {
    const entered = await ida.says('away until Fri 20 Mar');
    expect(entered.words).toContain('New notices for the IRO go to the lead of the team;');
    expect(entered.words).not.toContain('Lena Lead');
    await theatre.moveTo('2026-03-09T09:00:00Z');
    const card = await lena.sees();
    expect(card.words).toContain('You are acting for Ida Reviewer until Fri 20 Mar.');
    expect(card.buttons).toContain('Accept the explanation');
    const back = await ida.says('back');
    expect(back.words).toContain('Ida Reviewer is back');
    const before = ida.cards().length;
    await theatre.moveTo('2026-03-09T09:01:00Z');
    await theatre.settled();
    // It came to her this morning, when her cover ended: no second card of a day, and the one that is there has it.
    expect(ida.cards()).toHaveLength(before);
    expect((await ida.says((await stands()).number)).buttons).toContain('Accept the explanation');
  });
});

describe.each(stores)('a manager who is away, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  it('enters who covers, and what waits goes there', async () => {
    await ida.raises();
    await tess.sees();
    const entered = await tess.says('away until Fri 6 Mar, Tom covers');
    expect(entered.words).toContain('Tom Teammanager covers for Tess Teammanager');
    expect(entered.buttons).toContain('I am back');
    await theatre.moveTo('2026-03-02T09:01:00Z');
    const card = await tom.sees();
    expect(card.words).toContain('You are acting for Tess Teammanager until Fri 6 Mar.');
    expect(card.words).toContain('Your answer is needed by Mon 9 Mar');
    expect((await ida.looksAgain()).words).toContain('Tom Teammanager for Tess Teammanager');
  });

  it('who was told is who covers: a due day that passes is no response', async () => {
    await theatre.moveTo('2026-03-06T09:00:00Z');
    await tess.says('away from 9/3 to 13/3, tom covers');
    await theatre.moveTo('2026-03-10T09:00:00Z');
    const kinds = (await stands()).history.map(({ kind }) => kind);
    expect(kinds).toContain('noResponse');
    expect(kinds).not.toContain('couldNotBeTold');
  });

  it('the cover answers for them', async () => {
    await tom.says('D-2026-0001');
    await tom.presses('Resolve…');
    await tom.presses('Send to the IRO', offer);
    expect((await stands()).history.at(-1)).toMatchObject({
      kind: 'offered',
      by: await idOf('tom'),
      onBehalfOf: await idOf('tess'),
    });
  });
});

describe.each(stores)('who covers and is away too, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  it('is told whom they cover then, and the list says that nobody acts on those days', async () => {
    await ida.raises();
    await tess.sees();
    await lena.says('cover ida from Wed 4 Mar to Fri 13 Mar by ivan');
    const entered = await ivan.says('away from Wed 4 Mar to Mon 9 Mar');
    expect(entered.words).toContain(
      'Ivan Reviewer covers for Ida Reviewer, and is away too from Wed 4 Mar to Mon 9 Mar: nobody covers for Ida Reviewer then.',
    );
    expect((await lena.says('cover')).words).toContain(
      'Ida Reviewer · Ivan Reviewer acts for them, but nobody from Wed 4 Mar to Mon 9 Mar, when Ivan Reviewer is away too',
    );
    expect((await lena.says('cover ivan from Mon 16 Mar to Fri 20 Mar by ida')).words).not.toContain(
      'away too',
    );
  });

  it('leaves what is for an IRO to the lead, and has it from the first day on which they are there', async () => {
    const before = [ivan, ida].map((each) => each.cards().length);
    await theatre.moveTo('2026-03-05T09:00:00Z');
    await tess.says('D-2026-0001');
    await tess.presses('Disagree…');
    await tess.presses('Send to the IRO', { 'Why do you disagree?': 'It has begun.' });
    const card = await lena.sees();
    expect(card.words).toContain('You are acting for Ida Reviewer until Fri 13 Mar.');
    expect(card.buttons).toContain('Accept the explanation');
    expect([ivan, ida].map((each) => each.cards().length)).toEqual(before);
    expect((await ivan.says('D-2026-0001')).buttons).not.toContain('Accept the explanation');
    await theatre.moveTo('2026-03-10T08:00:01Z');
    expect((await ivan.sees()).buttons).toContain('Accept the explanation');
    await stands();
  });

  it('is asked at no stage: the IRO and the lead are told', async () => {
    await tess.says('away until Fri 13 Mar, Tom covers');
    const entered = await tom.says('away until Fri 13 Mar');
    expect(entered.words).toContain('nobody covers for Tess Teammanager then');
    const before = [lena, tess, tom].map((each) => each.cards().length);
    await ivan.raises({ Child: '700131' });
    await theatre.settled();
    expect([lena, tess, tom].map((each) => each.cards().length)).toEqual([
      before[0]! + 1,
      before[1],
      before[2],
    ]);
    const told = await lena.sees();
    expect(told.words).toContain('away until Fri 13 Mar');
    expect(told.words).toContain(
      'Tess Teammanager is away and nobody covers them: nobody is there to answer.',
    );
    expect(told.words).not.toContain('Nobody holds');
    const raised = await ivan.says('D-2026-0002');
    expect(raised.words).not.toContain('Nobody holds');
    const own = await tess.says('D-2026-0002');
    expect(own.buttons).toContain('Resolve…');
    expect(own.words).not.toContain('acts for you');
  });
});

describe.each(stores)('a stage with another holder, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  it('waits for the new one, who gets a new card; the old one’s says who has it', async () => {
    await ida.raises();
    await tess.sees();
    await theatre.givesStage('team-manager', 'olga');
    await theatre.moveTo('2026-03-02T09:01:00Z');
    expect((await olga.sees()).words).toContain('Your answer is needed by Mon 9 Mar');
    const old = await tess.looksAgain();
    expect(old.words).toContain('With the team manager, Olga Operations');
    expect(old.buttons).not.toContain('Resolve…');
    expect((await stands()).turn).toBe(1);
  });

  it('that nobody holds any more is told to the IRO and the lead, once', async () => {
    const before = [ida.cards().length, lena.cards().length];
    await theatre.givesStage('team-manager', '');
    await theatre.moveTo('2026-03-02T09:02:00Z');
    await theatre.moveTo('2026-03-03T09:02:00Z');
    await theatre.settled();
    expect([ida.cards().length, lena.cards().length]).toEqual(before.map((count) => count + 1));
    expect((await ida.sees()).words).toContain('Nobody holds the stage of team manager');
  });
});

describe.each(stores)('a stage that becomes vacant, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  it('is told to an IRO who had a card of the same dispute today, too', async () => {
    await ida.raises();
    await tess.sees();
    await tess.presses('Ask the IRO…');
    await tess.presses('Ask the IRO', { 'What do you want to ask?': 'Which review do you mean?' });
    await ida.sees();
    const before = ida.cards().length;
    await theatre.givesStage('team-manager', '');
    await theatre.moveTo('2026-03-02T09:01:00Z');
    expect(ida.cards()).toHaveLength(before + 1);
    expect((await ida.sees()).words).toContain('Nobody holds the stage of team manager');
  });
});

describe.each(stores)('somebody who is back on the same day, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  it('is told of a question that came meanwhile, though they had a card today', async () => {
    const asks = async (question: string) => {
      await tess.says('D-2026-0001');
      await tess.presses('Ask the IRO…');
      await tess.presses('Ask the IRO', { 'What do you want to ask?': question });
    };
    await ida.raises();
    await tess.sees();
    await asks('Which review do you mean?');
    await ida.sees();
    await ida.presses('Answer the question…');
    await ida.presses('Answer', { 'Your answer': 'The one in September.' });
    await ida.says('away until Fri 6 Mar, Ivan covers');
    await theatre.moveTo('2026-03-02T09:01:00Z');
    await asks('And which year?');
    await ivan.sees();
    await ida.says('back');
    const before = ida.cards().length;
    await theatre.moveTo('2026-03-02T09:02:00Z');
    expect(ida.cards()).toHaveLength(before + 1);
    expect((await ida.sees()).buttons).toContain('Answer the question…');
  });

  it('is not told that somebody is away who is there by now', async () => {
    await lena.says('pause until Thu 5 Mar');
    await theatre.givesStage('team-manager', '');
    await theatre.moveTo('2026-03-03T10:00:00Z');
    await theatre.givesStage('team-manager', 'olga');
    await theatre.moveTo('2026-03-05T08:01:00Z');
    const told = (await lena.seesAll()).map(({ words }) => words).join('\n');
    expect(told).not.toContain('Olga Operations is away');
    expect(told).toContain('Nobody was there to answer for a time; Olga Operations is now.');
  });
});

describe.each(stores)('a child who is allocated to another IRO, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  const allocated = async (iro: string, team: string) => {
    const { store: into, now, newId } = theatre.bot.ports;
    const allocations = {
      name: 'allocations.csv',
      content: Buffer.from(
        `child,initials,family,iro,team,social_worker\n700123,AB,F1,${upn(iro)},${team},Sol Socialworker\n`,
      ),
    };
    await importFiles({ store: into, now: now(), newId }, { allocations }, { dryRun: false });
  };

  it('takes the open dispute along: the new IRO gets its card, and the old one’s says whose it is', async () => {
    await ida.raises();
    await tess.sees();
    await tess.presses('Resolve…');
    await tess.presses('Send to the IRO', offer);
    await ida.sees();
    await allocated('ivan', 'North');
    await theatre.moveTo('2026-03-02T09:01:00Z');
    const card = await ivan.sees();
    expect(card.words).toContain('Answer received: is it resolved?');
    expect(card.buttons).toContain('Agree…');
    const old = await ida.looksAgain();
    expect(old.words).toContain('with the IRO, Ivan Reviewer');
    expect(old.buttons).not.toContain('Agree…');
    const { history, turn, iro, judges } = await stands();
    expect(turn).toBe(2);
    expect([iro, judges]).toEqual([await idOf('ivan'), [await idOf('ida')]]);
    expect(history.at(-1)).toMatchObject({ kind: 'reallocated', by: 'import', from: await idOf('ida') });
  });

  it('with another team waits for the holder there', async () => {
    await ivan.presses('Not resolved…');
    await ivan.presses('Not resolved', { 'What is still not right?': 'No date is given.' });
    await allocated('ivan', 'South');
    await theatre.moveTo('2026-03-02T09:05:00Z');
    expect((await tom.sees()).words).toContain('Your answer is needed by Mon 9 Mar');
    expect((await tess.looksAgain()).words).toContain('With the team manager, Tom Teammanager');
    expect(await stands()).toMatchObject({ team: 'South', turn: 3 });
  });

  it('changes nothing a second time', async () => {
    const before = (await stands()).history.length;
    await allocated('ivan', 'South');
    await theatre.moveTo('2026-03-02T09:10:00Z');
    expect((await stands()).history).toHaveLength(before);
  });
});

describe.each(stores)('an IRO who has left, on %s', (store) => {
  beforeAll(() => opens(store));
  afterAll(() => theatre.close());

  it('leaves what waits to the lead, on the morning after their last day', async () => {
    await ida.raises();
    await tess.sees();
    const { store: into, now, newId } = theatre.bot.ports;
    const people = {
      name: 'people.csv',
      content: Buffer.from(`id,name,upn,role,fte,to\n,Ida Reviewer,${upn('ida')},iro,1,2026-03-03\n`),
    };
    await importFiles({ store: into, now: now(), newId }, { people }, { dryRun: false });
    await theatre.bot.ports.directoryChanged();
    await tess.presses('Resolve…');
    await tess.presses('Send to the IRO', offer);
    await theatre.moveTo('2026-03-03T18:00:00Z');
    expect(lena.cards()).toEqual([]);
    await theatre.moveTo('2026-03-04T08:00:01Z');
    const card = await lena.sees();
    expect(card.words).toContain('Answer received: is it resolved?');
    expect(card.buttons).toContain('Agree…');
  });
});

describe('a cover who gets a stage in the middle of it', () => {
  afterAll(() => theatre.close());

  it('is in the list as somebody who no longer can', async () => {
    await opens('SQLite');
    await ida.says('away until Fri 20 Mar, Ivan covers');
    expect((await lena.says('cover')).words).toContain('Ida Reviewer · Ivan Reviewer acts for them');
    await theatre.givesStage('operations-manager', 'ivan');
    expect((await lena.says('cover')).words).toContain(
      'Ida Reviewer · nobody acts for them: Ivan Reviewer no longer can',
    );
  });
});

describe('where nobody can stand in for an IRO', () => {
  beforeEach(async () => {
    await opens('SQLite');
    await theatre.givesStage('team-manager', 'lena');
    await ida.raises();
  });
  afterEach(() => theatre.close());
  const stays = 'In D-2026-0001 nobody can stand in: its notices for the IRO still go to Ida Reviewer.';

  it('because the only lead answers it, the card says that it stays with them', async () => {
    expect((await ida.says('away until Fri 6 Mar')).words).toContain(stays);
    await lena.says('D-2026-0001');
    await lena.presses('Disagree…');
    const before = ida.cards().length;
    await lena.presses('Send to the IRO', { 'Why do you disagree?': 'It has begun.' });
    await theatre.settled();
    expect(ida.cards()).toHaveLength(before + 1);
  });

  it('because their cover answered it too, it does not say that the lead is told', async () => {
    await theatre.givesStage('team-manager', 'ivan');
    await theatre.moveTo('2026-03-02T09:01:00Z');
    await ivan.says('D-2026-0001');
    await theatre.givesStage('team-manager', 'lena');
    await theatre.moveTo('2026-03-02T09:02:00Z');
    const entered = await ida.says('away until Fri 6 Mar, Ivan covers');
    expect(entered.words).toContain('Ivan Reviewer covers for Ida Reviewer');
    expect(entered.words).toContain(stays);
    expect(entered.words).not.toContain('There the lead is told');
  });
});

describe('who is no lead', () => {
  beforeAll(() => opens('SQLite'));
  afterAll(() => theatre.close());

  it('reads of their own absences alone, and how to enter them', async () => {
    await lena.says('cover ida from Wed 4 Mar to Fri 6 Mar by ivan');
    const own = await tom.says('cover');
    expect(own.words).toContain('You are not away, and you cover for nobody');
    expect(own.words).not.toContain('Nobody is away');
    const refused = await tom.says('away until soon');
    expect(refused.buttons).toEqual(['Covers']);
    for (const asked of ['away until soon', 'away from 9/3 to 6/3', 'away from 9/2 to 13/2', 'away'])
      expect((await tom.says(asked)).words).toContain('Write away until Fri 20 Mar, Ben covers');
    expect((await lena.says('away until soon')).words).toContain('Write cover Anna from Mon 9 Mar');
  });
});

describe('of two absences of one person', () => {
  beforeEach(() => opens('SQLite'));
  afterEach(() => theatre.close());
  const [march, august] = ['2026-03-02 to 2026-03-06', '2026-08-03 to 2026-08-21'];
  const entersBoth = async (by: Actor) => {
    await by.says('cover ida from Mon 2 Mar to Fri 6 Mar by ivan');
    await by.says('cover ida from 3 Aug to 21 Aug by ivan');
  };
  const entered = async () =>
    (await theatre.bot.ports.directory()).people
      .flatMap(({ covers = [] }) => covers)
      .map(({ from, to }) => `${from} to ${to}`);
  const pressesBeside = (actor: Actor, { card }: { card: unknown }, title: string, row: number) => {
    const buttons = partsOf(card).filter(
      (part) => part['type'] === 'Action.Execute' && part['title'] === title,
    );
    const data = buttons[row]?.['data'] as object;
    return actor.sends(
      execute(theatre.scene(), actor.user, { verb: 'say', data, replyToId: actor.cards().at(-1)!.id }),
    );
  };

  it('the button beside one ends that one, and says which days they were', async () => {
    await entersBoth(lena);
    const planned = await pressesBeside(lena, await lena.says('cover'), 'End the cover', 1);
    expect(planned.words).toContain('It was entered from Mon 3 Aug to Fri 21 Aug.');
    expect(await entered()).toEqual([march]);
    const running = await pressesBeside(lena, await lena.says('cover'), 'End the cover', 0);
    expect(running.words).toContain('Ida Reviewer is back');
    expect(running.words).toContain('It was entered from Mon 2 Mar to Fri 6 Mar.');
    expect(await entered()).toEqual([]);
  });

  it('the card of one that is over ends no other', async () => {
    await lena.says('cover ida from Mon 2 Mar to Fri 6 Mar by ivan');
    const press = lena.press('End the cover');
    await lena.says('cover ida from 3 Aug to 21 Aug by ivan');
    await theatre.moveTo('2026-03-09T09:00:00Z');
    const answer = await lena.sends(press);
    expect(answer.words).toContain('No absence of Ida Reviewer from Mon 2 Mar is left to end');
    expect(answer.words).toContain('Mon 3 Aug to Fri 21 Aug');
    expect(await entered()).toEqual([march, august]);
  });

  it('somebody who writes that they are back ends what runs today alone, and sees what is planned', async () => {
    await ida.says('away until Fri 6 Mar, Ivan covers');
    await ida.says('away from 3 Aug to 21 Aug, Ivan covers');
    await theatre.moveTo('2026-03-09T09:00:00Z');
    const answer = await ida.says('back');
    expect(answer.words).toContain('Ida Reviewer is not away today');
    expect(answer.words).toContain('Mon 3 Aug to Fri 21 Aug');
    expect(await entered()).toEqual([march, august]);
    expect((await lena.says('cover ida ends')).words).toContain('Ida Reviewer is not away today');
    expect((await ida.presses('End the absence')).words).toContain(
      'It was entered from Mon 3 Aug to Fri 21 Aug.',
    );
    expect(await entered()).toEqual([march]);
    expect((await ida.says('back')).words).toContain('Ida Reviewer is not away, and no cover is to come');
  });
});

describe('a name that fits several', () => {
  beforeAll(() => opens('SQLite'));
  afterAll(() => theatre.close());

  it('is asked about, and each button is the same question of one of them', async () => {
    expect((await lena.says('cover r ends')).words).toContain('Which “r” do you mean?');
    expect((await lena.presses('Ida Reviewer')).words).toContain('Ida Reviewer is not away');
    await lena.says('cover ida until Fri 6 Mar by i');
    await lena.presses('Ivan Reviewer');
    expect((await lena.sees()).words).toContain('Ivan Reviewer covers for Ida Reviewer');
    await tess.says('away on Friday, t covers');
    expect((await tess.presses('Tom Teammanager')).words).toContain(
      'Tom Teammanager covers for Tess Teammanager',
    );
  });
});

describe('the names of people', () => {
  beforeAll(async () => {
    const people = {
      ...cast,
      aoife: { name: "Aoife O'Brien", roles: 'iro' },
      ivan2: { name: 'Ivan Reviewer', roles: 'iro' },
    };
    theatre = await openTheatre('SQLite', { people });
    lena = theatre.person('lena');
  });
  afterAll(() => theatre.close());

  it('are found with the apostrophe that a phone types', async () => {
    const entered = await lena.says('cover ida on Fri 6 Mar by Aoife O’Brien');
    expect(entered.words).toContain("Aoife O'Brien covers for Ida Reviewer");
    expect((await lena.says('timeliness Aoife O’Brien')).words).toContain("Aoife O'Brien");
    expect((await lena.says('share ida among O’Brien')).words).toContain("to Aoife O'Brien");
  });

  it('that two have are shown with the address, on buttons and among choices', async () => {
    const [one, other] = [`Ivan Reviewer (${upn('ivan')})`, `Ivan Reviewer (${upn('ivan2')})`];
    const both = [one, other].toSorted();
    const which = await lena.says('cover ida on Mon 9 Mar by Ivan Reviewer');
    expect(which.buttons.toSorted()).toEqual(both);
    expect((await lena.presses(other)).words).toContain('Ivan Reviewer covers for Ida Reviewer');
    const choices = ({ card }: { card: unknown }) =>
      partsOf(card).flatMap(({ choices: all }) =>
        (Array.isArray(all) ? all : []).map((choice) => (choice as { title: string }).title),
      );
    await lena.says('700131');
    expect(choices(await lena.presses('Reassign…')).toSorted()).toEqual(["Aoife O'Brien", ...both]);
    await lena.says('700124');
    expect(choices(await lena.presses('Share among…')).toSorted()).toEqual([
      "Aoife O'Brien",
      'Ida Reviewer',
      ...both,
    ]);
  });
});

describe('days without a year', () => {
  beforeAll(() => opens('SQLite'));
  afterAll(() => theatre.close());

  it('of a last day are the next after the first, over the end of the year too', async () => {
    const christmas = await lena.says('cover ida from 20 Dec to 10 Jan by ivan');
    expect(christmas.words).toContain('From Sun 20 Dec to Sun 10 Jan 2027, both days included.');
    const slip = await lena.says('cover ivan from 20 Mar to 10 Mar by ida');
    expect(slip.words).toContain('The last day is before the first');
  });
});
