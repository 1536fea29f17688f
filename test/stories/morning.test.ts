import { randomUUID } from 'node:crypto';
import { importFiles } from '../../src/flows/import.js';
import { ssda903 } from '../imports/files.js';
import { execute } from '../support/activities.js';
import { partsOf } from './cardReading.js';
import { type Actor, openTheatre, type Setting, type StoreName, type Theatre } from './theatre.js';
import { allocationsFile, cast, upn } from './authority.js';

const gone = {
  status: 403,
  body: { error: { code: 'BotNotInConversationRoster', message: 'The bot is not part of the roster.' } },
};

let theatre: Theatre;
let ida: Actor;
let tess: Actor;
let lena: Actor;

async function opens(store: StoreName, more: Setting = {}): Promise<void> {
  theatre = await openTheatre(store, more);
  [ida, tess, lena] = [theatre.person('ida'), theatre.person('tess'), theatre.person('lena')];
}
afterEach(() => theatre.close());

/** Answered by the manager on the same day, so that it is the IRO's move from the next morning on. */
async function answered(): Promise<void> {
  await ida.raises();
  await tess.sees();
  await tess.presses('Disagree…');
  await tess.presses('Send to the IRO', { 'Why do you disagree?': 'The plan has been started.' });
  await theatre.settled();
}

/** An informal one, of which nobody else is told: to be looked at again from Tue 3 Mar on. */
const lookingAgain = () => ida.raises({ Kind: 'informal', 'Look again on': '2026-03-03' });

const choicesOf = (card: unknown) =>
  partsOf(card)
    .filter(({ id }) => id === 'rows')
    .flatMap(({ choices }) => choices as unknown as { value: string }[]);

/** The cards of the day in somebody's chat, as they stand. */
const mornings = async (actor: Actor) =>
  (await actor.seesAll()).filter(
    ({ words }) => words.includes('· your day') || words.includes('· your week'),
  );

/** To the minute after an hour: the card of the day lets what the clock has to say go first. */
const morningOf = async (day: string, hour = '08:00') => {
  await theatre.moveTo(`${day}T${hour}:00Z`);
  await theatre.moveTo(`${day}T${hour.slice(0, 3)}${String(Number(hour.slice(3)) + 1).padStart(2, '0')}:00Z`);
};

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('the morning of an IRO, on %s', (store) => {
  beforeEach(async () => {
    await opens(store);
    await lookingAgain();
  });

  it('begins with a card that says what is for today, at the policy’s hour and not before', async () => {
    await theatre.moveTo('2026-03-03T07:59:00Z');
    expect(await mornings(ida)).toEqual([]);
    await morningOf('2026-03-03');
    const [card] = await mornings(ida);
    expect(card?.words).toContain('Tue 3 Mar · your day');
    expect(card?.words).toContain('1 for today');
    expect(card?.words).toContain('D-2026-0001 · Drift or delay · 700123 (AB)');
    expect(card?.words).toContain('Is it sorted? You wanted to look again on Tue 3 Mar (today).');
    expect(card?.buttons).toEqual(['Open', 'Raise', 'Not today']);
    expect(ida.cards().at(-1)?.summary).toBe('Your day');
  });

  it('comes once a day, and the card before becomes a pointer to it', async () => {
    await morningOf('2026-03-03');
    await morningOf('2026-03-03', '09:30');
    await morningOf('2026-03-04');
    const cards = await mornings(ida);
    expect(cards.map(({ words }) => words.split('\n')[0])).toEqual(['Wed 4 Mar · your day']);
    expect((await ida.seesAll()).filter(({ words }) => words.startsWith('Your day'))).toHaveLength(1);
  });

  it('comes on none of the days on which nobody works, and once after ten days without the bot', async () => {
    await morningOf('2026-03-07');
    await morningOf('2026-03-08');
    expect(await mornings(ida)).toEqual([]);
    await theatre.restarts('2026-03-18T09:00:00Z');
    await theatre.settled();
    await theatre.moveTo('2026-03-18T09:02:00Z');
    const cards = await mornings(ida);
    expect(cards.map(({ words }) => words.split('\n')[0])).toEqual(['Wed 18 Mar · your day']);
    expect((await ida.seesAll()).filter(({ words }) => words.startsWith('Your day'))).toEqual([]);
  });

  it('stays the card of its day on a Saturday, where the one of Friday did not get out in time', async () => {
    await morningOf('2026-03-05');
    await theatre.moveTo('2026-03-06T08:00:00Z');
    await theatre.moveTo('2026-03-07T09:00:00Z');
    expect((await mornings(ida)).map(({ words }) => words.split('\n')[0])).toEqual(['Thu 5 Mar · your day']);
    await morningOf('2026-03-09');
    expect((await mornings(ida)).map(({ words }) => words.split('\n')[0])).toEqual(['Mon 9 Mar · your day']);
  });

  it('opens a thing below and stays, and is folded up by Not today', async () => {
    await morningOf('2026-03-03');
    const before = ida.cards().length;
    expect((await ida.presses('Open')).words).toContain('Tue 3 Mar · your day');
    const opened = await ida.sees();
    expect(opened.words).toContain('D-2026-0001 · Dispute, informal');
    expect(ida.cards()).toHaveLength(before + 1);
    const folded = await ida.presses('Not today');
    expect(folded.words).toContain('Put away for today.');
    expect(folded.words).toContain(
      'Your next morning card comes on Wed 4 Mar, if something is for you then.',
    );
    expect((await ida.presses('Show my day')).words).toContain('1 for today');
  });
});

describe('a morning with nothing in it', () => {
  it('brings no card, and says so to who asks', async () => {
    await opens('SQLite');
    await ida.raises();
    await morningOf('2026-03-03');
    expect(await mornings(ida)).toEqual([]);
    const asked = await ida.says('my day');
    expect(asked.words).toContain('Nothing is waiting for you today.');
    expect(asked.words).toContain('Wed 4 Mar');
    const { store } = theatre.bot.ports;
    const deliveries = await store.all('delivery');
    expect(deliveries.map(({ document }) => document.reason)).toContain('nothing-to-show');
  });
});

describe('somebody who works Monday to Wednesday', () => {
  it('has no card on Thursday, and what the clock says on Thursday waits for Monday', async () => {
    await opens('SQLite', { people: { ...cast, ida: { ...cast['ida']!, works: 'mon-wed' } } });
    await lookingAgain();
    await morningOf('2026-03-05');
    expect(await mornings(ida)).toEqual([]);
    await morningOf('2026-03-09');
    expect(await mornings(ida)).toHaveLength(1);
  });
});

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('the reviews of a morning, on %s', (store) => {
  /** Two children looked after since 9 Feb: first reviews due Mon 9 Mar. */
  beforeEach(async () => {
    await opens(store);
    await ida.says('help');
    const { store: open, now, newId } = theatre.bot.ports;
    const files = {
      ssda903: ssda903({
        header: ['700123,2,21/09/2011,WIRT,,,', '700131,1,21/09/2012,WIRT,,,'],
        episodes: ['700123,09/02/2026,S,C1,N1,U5,PR1,,,,,,', '700131,09/02/2026,S,C1,N1,U5,PR1,,,,,,'],
      }),
    };
    await importFiles({ store: open, now: now(), newId }, files, { dryRun: false });
  });

  it('are lines from the first morning of their week on, with what may be pressed', async () => {
    await morningOf('2026-03-06');
    expect(await mornings(ida)).toEqual([]);
    await morningOf('2026-03-09');
    const [card] = await mornings(ida);
    expect(card?.words).toContain('2 for today');
    expect(card?.words).toContain('700123 (AB)\nFirst review due Mon 9 Mar (today)');
    expect(card?.buttons.slice(0, 2)).toEqual(['Record the review…', 'Already held…']);
    await morningOf('2026-03-11');
    expect((await mornings(ida))[0]?.words).toContain('First review was due Mon 9 Mar (2 working days late)');
  });

  it('stand on the day for which they were planned, where that is earlier', async () => {
    await theatre.moveTo('2026-03-03T09:00:00Z');
    await ida.says('700123');
    await ida.presses('Change the date…');
    await ida.presses('Save', { 'Planned for': '2026-03-05' });
    await morningOf('2026-03-05');
    const [card] = await mornings(ida);
    expect(card?.words).toContain('Thu 5 Mar · your day\n1 for today');
    expect(card?.words).toContain('700123 (AB)\nFirst review due Mon 9 Mar');
    expect(card?.words).toContain('Thu 5 Mar');
    expect(card?.words).not.toContain('700131');
  });

  it('can be ticked and saved at once; the card says what was saved', async () => {
    await morningOf('2026-03-09');
    const rows = choicesOf(ida.cards().at(-1)?.card).map(({ value }) => value);
    expect(rows).toHaveLength(2);
    const saved = await ida.presses('Save what is ticked', {
      'Report not in, for several at once': rows.join(','),
    });
    expect(saved.words).toContain('Mon 9 Mar · your day');
    expect(saved.words).toContain('700123, 700131');
    expect(saved.words).toContain('Report not in');
    expect(saved.buttons).not.toContain('Report not in');
  });

  it('open their form in the card’s place, and Cancel gives the day back', async () => {
    await morningOf('2026-03-09');
    await ida.presses('Record the review…');
    expect((await ida.presses('Cancel')).words).toContain('Mon 9 Mar · your day');
  });

  it('stand with their social worker in the week of the team’s manager, who says whether a report is in', async () => {
    await tess.says('help');
    await morningOf('2026-03-09');
    const [card] = await mornings(tess);
    expect(card?.words).toContain('Reviews of your teams, 10 working days ahead');
    expect(card?.words).toContain('700123 (AB) · Sol Socialworker');
    expect(card?.words).not.toContain('for today');
    expect(card?.buttons).not.toContain('Record the review…');
    await tess.presses('Report not in');
    await tess.says('my day');
    expect((await mornings(tess)).at(-1)?.words).toContain('On Mon 9 Mar the report was not in.');
  });

  it('come to who covers the team’s manager', async () => {
    const olga = theatre.person('olga');
    await olga.says('help');
    await lena.says('cover Tess from Mon 9 Mar to Fri 13 Mar by Olga');
    await morningOf('2026-03-09');
    expect((await mornings(olga))[0]?.words).toContain('700123 (AB) · Sol Socialworker');
    await morningOf('2026-03-16');
    expect((await olga.says('my day')).words).not.toContain('700123');
  });

  it('chase the manager for a report from its day on, where the policy says so', async () => {
    const importing = { store: theatre.bot.ports.store, now: theatre.bot.ports.now(), newId: randomUUID };
    const policy = { name: 'policy.json', content: Buffer.from('{"leadTimes": {"reportIn": "chase"}}') };
    await importFiles(importing, { policy }, { dryRun: false });
    await theatre.bot.ports.directoryChanged();
    await tess.says('help');
    await morningOf('2026-03-03');
    expect((await mornings(tess)).map(({ words }) => words).join()).not.toContain('for today');
    await morningOf('2026-03-04');
    const card = (await mornings(tess)).at(-1);
    expect(card?.words).toContain('2 for today');
    expect(card?.words).toContain('Report in by Wed 4 Mar (today)');
    await tess.presses('Report in');
    expect((await tess.says('my day')).words).toContain('1 for today');
    // That it is not in is no end of the chase: it goes on until the report is there.
    await tess.presses('Report not in');
    await morningOf('2026-03-05');
    const chased = (await mornings(tess)).at(-1);
    expect(chased?.words).toContain('1 for today');
    expect(chased?.buttons).toContain('Report in');
    expect(chased?.words).toMatch(/Report in: was due Wed 4 Mar/);
  });

  it('tell the manager of no concern that the IRO logged', async () => {
    await ida.says('700123');
    const logged = {
      press: 'review',
      card: 'child',
      act: 'log-concern',
      child: '700123',
      review: '2026-03-09',
    };
    const data = { ...logged, form: randomUUID(), further: 'log', text: 'Contact has stopped.' };
    await ida.sends(execute(theatre.scene(), ida.user, { verb: 'review', data }));
    await tess.says('help');
    await morningOf('2026-03-09');
    expect((await mornings(tess))[0]?.words).toContain('700123 (AB)');
    expect((await mornings(tess))[0]?.words).not.toMatch(/concern/i);
    expect((await mornings(ida))[0]?.words).toContain('A concern was logged');
  });

  it('are those of whom one covers', async () => {
    await ida.says('away until Fri 20 Mar, Ivan covers');
    const ivan = theatre.person('ivan');
    await ivan.says('help');
    await morningOf('2026-03-09');
    expect((await mornings(ivan))[0]?.words).toContain('700123 (AB)');
  });

  it('are told to nobody who is away, and once they are back what is ahead in their week', async () => {
    await ida.says('away until Tue 10 Mar, Ivan covers');
    await morningOf('2026-03-09');
    expect(await mornings(ida)).toEqual([]);
    await morningOf('2026-03-11');
    expect((await mornings(ida))[0]?.words).toContain('2 for today');
  });

  it('leave the day where they are somebody else’s by now, and say so', async () => {
    await morningOf('2026-03-09');
    const content = allocationsFile.content.toString().replace(`F1,${upn('ida')}`, `F1,${upn('ivan')}`);
    const { store: open, now, newId } = theatre.bot.ports;
    const files = { allocations: { name: 'allocations.csv', content: Buffer.from(content) } };
    const child = ida.press('Record the review…');
    await importFiles({ store: open, now: now(), newId }, files, { dryRun: false });
    const answer = await ida.sends(child);
    expect(answer.words).toContain('I found nothing for that child that you may see.');
    expect(answer.words).toContain('Mon 9 Mar · your day\n');
    expect(answer.words).toContain('700131 (CD)');
  });

  it('leave a dispute that was raised in the card of the day its card, whatever day follows', async () => {
    await morningOf('2026-03-09');
    await ida.presses('Raise');
    await ida.presses('Raise', {
      Child: '700123',
      Kind: 'formal',
      Theme: 'drift',
      'What is worrying you for this child': 'The plan has not been started.',
    });
    const number = (await theatre.newest()).number;
    const standing = async () => {
      ida.reopens();
      return (await ida.seesAll()).filter(({ words }) => words.includes(`${number} · Dispute, formal`));
    };
    expect(await standing()).toHaveLength(1);
    await ida.says('my day');
    expect(await standing()).toHaveLength(1);
    await morningOf('2026-03-10');
    expect(await standing()).toHaveLength(1);
    expect(await mornings(ida)).toHaveLength(1);
  });

  it('are nobody else’s', async () => {
    for (const who of ['ivan', 'tom', 'olga', 'lena', 'bess']) await theatre.person(who).says('help');
    await morningOf('2026-03-09');
    for (const who of ['ivan', 'tom', 'olga', 'lena', 'bess'])
      expect(JSON.stringify(await mornings(theatre.person(who)))).not.toContain('700131');
  });
});

describe('a day on which nobody, or not this IRO, works', () => {
  const ofChild = (from: string) => ({
    ssda903: ssda903({
      header: ['700123,2,21/09/2011,WIRT,,,'],
      episodes: [`700123,${from},S,C1,N1,U5,PR1,,,,,,`],
      reviews: ['700123,21/09/2011,06/01/2026,PN1'],
    }),
  });
  async function lived(from: string, person: object = {}) {
    await opens('SQLite', { people: { ...cast, ida: { ...cast.ida!, ...person } } });
    const { store, now, newId } = theatre.bot.ports;
    await importFiles({ store, now: now(), newId }, ofChild(from), { dryRun: false });
    await ida.says('help');
  }

  it('has its review on the last working day before it: due on Easter Monday, told on Maundy Thursday', async () => {
    await lived('08/12/2025');
    await morningOf('2026-03-30', '07:00');
    expect((await mornings(ida)).at(-1)?.words).toContain('due Mon 6 Apr');
    await morningOf('2026-04-02', '07:00');
    const card = (await mornings(ida)).at(-1);
    expect(card?.words).toContain('Thu 2 Apr · your day');
    expect(card?.words).toContain('1 for today');
    expect(card?.words).toContain('Second review due Mon 6 Apr');
  });

  it('is told before to an IRO who works on other days', async () => {
    await lived('07/12/2025', { works: 'wed-fri' });
    await morningOf('2026-04-01', '07:00');
    expect((await mornings(ida)).at(-1)?.words).toContain('Second review due Mon 6 Apr');
    await morningOf('2026-04-02', '07:00');
    expect((await mornings(ida)).at(-1)?.words).toContain('1 for today');
  });

  it('lets nothing be lost that a manager let the IRO know meanwhile', async () => {
    await lived('08/12/2025', { works: 'mon-wed' });
    await tess.says('help');
    await theatre.moveTo('2026-03-05T10:00:00Z');
    await tess.says('700123');
    await tess.presses('Tell the IRO…');
    await tess.presses('Tell the IRO', { 'What it is about': 'court', 'On which day': '2026-03-12' });
    await morningOf('2026-03-09');
    expect((await mornings(ida)).at(-1)?.words).toContain('Tess Teammanager let you know');
  });

  it('brings the week with the first card of it, whenever that comes', async () => {
    await lived('08/12/2025');
    await morningOf('2026-03-27');
    await ida.says('pause until Tue 31 Mar');
    await morningOf('2026-03-30', '07:00');
    await morningOf('2026-03-31', '07:00');
    expect((await mornings(ida)).at(-1)?.words).toContain('1 later this week');
    await morningOf('2026-04-01', '07:00');
    expect((await mornings(ida)).at(-1)?.words).toContain('Tue 31 Mar');
  });
});

describe('the reviews of an IRO who is not there', () => {
  it('are the lead’s to see, where nobody covers, and say whose they are', async () => {
    await opens('SQLite');
    const { store, now, newId } = theatre.bot.ports;
    const files = {
      ssda903: ssda903({
        header: ['700123,2,21/09/2011,WIRT,,,'],
        episodes: ['700123,09/02/2026,S,C1,N1,U5,PR1,,,,,,'],
      }),
    };
    await importFiles({ store, now: now(), newId }, files, { dryRun: false });
    await ida.says('help');
    await lena.says('help');
    await ida.says('away until Fri 20 Mar');
    await morningOf('2026-03-09');
    const card = (await mornings(lena)).at(-1);
    expect(card?.words).toContain(
      '700123 (AB) · for Ida Reviewer, who is not here\nFirst review due Mon 9 Mar (today)',
    );
    expect(card?.buttons).toContain('Record the review…');
    expect(await mornings(ida)).toEqual([]);
    await lena.says('cover ida from today to Fri 20 Mar by ivan');
  });
});

describe('an answer that waits for the IRO', () => {
  it('is a line of the next morning, which its own card does not repeat', async () => {
    await opens('SQLite');
    await answered();
    await morningOf('2026-03-03');
    expect((await mornings(ida))[0]?.words).toContain('Answer received: do you accept the explanation?');
    // On the second working day it is reminded of with a card of its own, and there is nothing else.
    await morningOf('2026-03-04');
    expect((await ida.sees()).words).toContain('D-2026-0001 · Dispute, formal');
    expect((await mornings(ida))[0]?.words).toContain('Tue 3 Mar');
  });
});

describe('the morning of a manager', () => {
  it('lists what needs an answer on its due day, and nothing of what is not theirs', async () => {
    await opens('SQLite');
    await ida.raises();
    await tess.sees();
    await morningOf('2026-03-06');
    expect(await mornings(tess)).toEqual([]);
    await morningOf('2026-03-09');
    const [card] = await mornings(tess);
    expect(card?.words).toContain('Your answer is needed today, Mon 9 Mar.');
    expect(card?.buttons).toEqual(['Open', 'Not today']);
    await morningOf('2026-03-09', '10:00');
    expect(await mornings(theatre.person('tom'))).toEqual([]);
    expect(theatre.person('tom').cards()).toEqual([]);
  });
});

describe('what a manager answered this quarter', () => {
  it('stands in their card, of the stages that started with them, and in nobody else’s', async () => {
    await opens('SQLite');
    await answered();
    await ida.raises({ Child: '700131' });
    await tess.sees();
    // The working day before, they are reminded by a card of its own.
    await morningOf('2026-03-06');
    await morningOf('2026-03-09');
    const [card] = await mornings(tess);
    expect(card?.words).toContain('You answered 1 of 1 within 2 working days this quarter.');
    await morningOf('2026-03-10');
    expect((await tess.says('my day')).words).toContain('You answered 1 of 2 within 2 working days');
    expect((await ida.says('my day')).words).not.toContain('within 2 working days');
  });
});

describe('the week of a lead', () => {
  it('comes on Monday with what stands out, and counts without a name or a word that was typed', async () => {
    await opens('SQLite');
    await lena.says('help');
    await answered();
    await ida.raises({ Child: '700131' });
    await ida.presses('Withdraw…');
    await ida.presses('Withdraw', { 'Why is it withdrawn, in one line?': 'Raised twice.' });
    await morningOf('2026-03-09');
    const [card] = await mornings(lena);
    expect(card?.words).toContain('Mon 9 Mar · your week');
    expect(card?.words).toContain('1 answer not judged for more than 3 working days');
    expect(card?.words).toContain('1 dispute was withdrawn since Mon 2 Mar');
    expect(card?.buttons).toEqual(['Show', 'D-2026-0002', 'Not today']);
    expect(JSON.stringify(card)).not.toMatch(/Raised twice|Ida Reviewer|Tess/);
    await morningOf('2026-03-10');
    expect(await mornings(lena)).toHaveLength(1);
    expect((await mornings(lena))[0]?.words).toContain('Mon 9 Mar');
  });

  it('counts with the director what waits there, and not what is answered', async () => {
    await opens('SQLite');
    const dina = theatre.person('dina');
    await ida.raises({ 'Start with': 'director' });
    await ida.raises({ Child: '700131', 'Start with': 'director' });
    await dina.says('D-2026-0002');
    await dina.presses('Disagree…');
    await dina.presses('Send to the IRO', { 'Why do you disagree?': 'The plan has been started.' });
    await lena.says('help');
    await morningOf('2026-03-09');
    expect((await mornings(lena))[0]?.words).toContain('1 dispute with the director');
    const shown = await lena.says('disputes on the last stage');
    expect(shown.words).toContain('1 dispute with the director');
    expect(shown.words).toContain('D-2026-0001');
    expect(shown.words).not.toContain('D-2026-0002');
  });

  it('shows the disputes that a line counts, and no others', async () => {
    await opens('SQLite');
    const [dina, lars] = [theatre.person('dina'), theatre.person('lars')];
    const { store: into, now, newId } = theatre.bot.ports;
    const rows = [
      `,Lena Lead,${upn('lena')},lead,1,North`,
      `${lars.user.aadObjectId},Lars Lead,${upn('lars')},lead,1,South`,
    ];
    const content = Buffer.from(`id,name,upn,role,fte,area\n${rows.join('\n')}\n`);
    const people = { name: 'people.csv', content };
    await importFiles({ store: into, now: now(), newId }, { people }, { dryRun: false });
    await theatre.bot.ports.directoryChanged();
    await ida.raises();
    await ida.raises({ Child: '700131', 'Start with': 'director' });
    await theatre.moveTo('2026-03-20T09:00:00Z');
    await ida.raises({ Child: '700124' });
    await dina.says('D-2026-0002');
    await dina.presses('Disagree…');
    await dina.presses('Send to the IRO', { 'Why do you disagree?': 'The plan has been started.' });
    await lena.says('help');
    await morningOf('2026-04-13');
    const [card] = await mornings(lena);
    expect(card?.words).toContain('2 disputes past the day for all stages together');
    const over = await lena.presses('Show');
    expect(over.words).toContain('2 disputes past the day for all stages together');
    expect(over.words).toMatch(/D-2026-0001[^]*D-2026-0002|D-2026-0002[^]*D-2026-0001/);
    expect(over.words).not.toContain('D-2026-0003');
    const unjudged = await lena.says('disputes not judged');
    expect(unjudged.words).toContain('1 answer not judged for more than 3 working days');
    expect(unjudged.words).toContain('D-2026-0002');
    expect(unjudged.words).not.toContain('D-2026-0001');
    expect((await lars.says('disputes past the day')).words).toContain(
      'No disputes past the day for all stages together',
    );
    expect((await ida.says('disputes past the day')).words).not.toContain('D-2026-0001');
  });

  it('counts the notices that did not get through of the teams of their area', async () => {
    await opens('SQLite', { startsAt: '2026-03-06T09:00:00Z' });
    const { store: into, now, newId } = theatre.bot.ports;
    const rows = [
      `,Lena Lead,${upn('lena')},lead,1,North`,
      `${theatre.person('lars').user.aadObjectId},Lars Lead,${upn('lars')},lead,1,South`,
    ];
    const content = Buffer.from(`id,name,upn,role,fte,area\n${rows.join('\n')}\n`);
    const people = { name: 'people.csv', content };
    await importFiles({ store: into, now: now(), newId }, { people }, { dryRun: false });
    await theatre.bot.ports.directoryChanged();
    await lena.says('help');
    await tess.says('help');
    await theatre.person('lars').says('help');
    theatre.connector.next('post', gone, tess.chat);
    await ida.raises();
    await theatre.settled();
    await morningOf('2026-03-09');
    const ofNotices = 'notice did not get through';
    expect((await mornings(lena))[0]?.words).toContain(ofNotices);
    expect(JSON.stringify(await mornings(theatre.person('lars')))).not.toContain(ofNotices);
  });
});

describe('what the clock has to say', () => {
  beforeEach(async () => {
    await opens('SQLite');
    await ida.raises();
    await tess.sees();
  });

  it('comes in the morning after midnight, once: the card of the day says it no second time', async () => {
    await theatre.moveTo('2026-03-10T00:00:00Z');
    const before = ida.cards().length;
    // The card that is there follows at once, which disturbs nobody.
    expect((await ida.looksAgain()).words).toContain('No answer was recorded by Mon 9 Mar.');
    expect(ida.cards()).toHaveLength(before);
    await morningOf('2026-03-10');
    expect(ida.cards()).toHaveLength(before + 1);
    expect((await ida.looksAgain()).words).toContain('No answer was recorded by Mon 9 Mar.');
    expect(await mornings(ida)).toEqual([]);
    // On the day after, it is a line of a list.
    await morningOf('2026-03-11');
    expect((await mornings(ida))[0]?.words).toContain('No answer was recorded by Mon 9 Mar.');
  });

  it('is recorded at midnight all the same', async () => {
    await theatre.moveTo('2026-03-10T00:00:00Z');
    expect((await theatre.newest()).history.at(-1)).toMatchObject({ kind: 'noResponse', on: '2026-03-10' });
  });
});

describe('what another person has just pressed', () => {
  it('is told at once in the evening too', async () => {
    await opens('SQLite');
    await theatre.moveTo('2026-03-02T21:00:00Z');
    await ida.raises();
    expect((await tess.sees()).words).toContain('Your answer is needed by Mon 9 Mar');
  });

  it('waits for the morning where the policy has everything quiet, and never beyond the due day', async () => {
    await opens('SQLite', { policy: { quiet: 'everything' } });
    await theatre.moveTo('2026-03-02T21:00:00Z');
    await ida.raises();
    await theatre.settled();
    expect(tess.cards()).toEqual([]);
    await theatre.moveTo('2026-03-03T08:00:00Z');
    expect((await tess.sees()).words).toContain('Your answer is needed by Mon 9 Mar');
  });
});

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('a pause, on %s', (store) => {
  beforeEach(async () => {
    await opens(store);
    await tess.says('help');
  });

  it('stops cards until the day that was named, and what waited comes then', async () => {
    const said = await tess.says('pause until Thu 5 Mar');
    expect(said.words).toContain('Paused until Thu 5 Mar at 08:00');
    expect(said.words).toContain('Due days run on');
    await ida.raises();
    await theatre.moveTo('2026-03-04T12:00:00Z');
    expect(tess.cards()).toHaveLength(2);
    await theatre.moveTo('2026-03-05T08:00:00Z');
    expect((await tess.sees()).words).toContain('Your answer is needed by Mon 9 Mar');
  });

  it('never passes a due day by: it comes on that morning, and the clock counts no response', async () => {
    await tess.says('pause 2 weeks');
    await ida.raises();
    await theatre.moveTo('2026-03-06T12:00:00Z');
    expect(tess.cards()).toHaveLength(2);
    await theatre.moveTo('2026-03-09T08:00:00Z');
    expect((await tess.sees()).words).toContain('Your answer is needed today, Mon 9 Mar.');
    await theatre.moveTo('2026-03-10T00:00:00Z');
    expect((await theatre.newest()).history.at(-1)).toMatchObject({ kind: 'noResponse' });
  });

  it('is kept where the due day has passed: what comes then waits for its end', async () => {
    await ida.raises();
    await tess.sees();
    await tess.presses('Ask the IRO…');
    await tess.presses('Ask the IRO', { 'What do you want to ask?': 'Which review do you mean?' });
    await tess.says('pause until Mon 16 Mar');
    await theatre.moveTo('2026-03-11T10:00:00Z');
    const before = tess.cards().length;
    await ida.looksAgain();
    await ida.says('D-2026-0001');
    await ida.presses('Answer the question…');
    await ida.presses('Answer', { 'Your answer': 'The one in September.' });
    await theatre.moveTo('2026-03-13T12:00:00Z');
    expect(tess.cards()).toHaveLength(before);
    await theatre.moveTo('2026-03-16T08:00:00Z');
    expect((await tess.seesAll()).map(({ words }) => words).join('\n')).toContain(
      'Your answer was needed by Mon 9 Mar',
    );
  });

  it('does not tell what is no longer true when it ends', async () => {
    await tess.says('pause until Thu 5 Mar');
    await ida.raises();
    await ida.presses('Withdraw…');
    await ida.presses('Withdraw', { 'Why is it withdrawn, in one line?': 'Raised twice.' });
    await theatre.moveTo('2026-03-05T08:00:00Z');
    expect(tess.cards()).toHaveLength(2);
  });

  it('ends at a word, and what waited comes at once', async () => {
    await tess.says('pause 3 hours');
    await ida.raises();
    await theatre.settled();
    expect(tess.cards()).toHaveLength(2);
    await tess.says('resume');
    expect((await tess.seesAll()).map(({ words }) => words).join('\n')).toContain(
      'Your answer is needed by Mon 9 Mar',
    );
  });

  it('that is made shorter ends when it says: what waited comes then, and the next morning', async () => {
    await tess.says('pause until Thu 12 Mar');
    await ida.raises();
    await morningOf('2026-03-03');
    expect((await tess.says('pause 1 hour')).words).toContain('Paused until 09:01');
    await theatre.moveTo('2026-03-03T09:02:00Z');
    expect((await tess.sees()).words).toContain('Your answer is needed by Mon 9 Mar');
    await morningOf('2026-03-06');
    await morningOf('2026-03-09');
    expect(await mornings(tess)).toHaveLength(1);
  });

  it('leaves the cards that are there to follow, and holds the morning back', async () => {
    await lookingAgain();
    await ida.raises({ Child: '700131' });
    await ida.says('pause until Thu 5 Mar');
    await morningOf('2026-03-03');
    expect(await mornings(ida)).toEqual([]);
    await ida.says('D-2026-0002');
    await tess.sees();
    await tess.presses('Add a note…');
    await tess.presses('Add the note', { 'Your note': 'The worker is back.' });
    expect((await ida.looksAgain()).words).toContain('Tess Teammanager added a note');
    await morningOf('2026-03-05');
    expect(await mornings(ida)).toHaveLength(1);
  });

  it('says what comes earlier to whoever holds a stage, manager or not', async () => {
    const ivan = theatre.person('ivan');
    const earlier = 'Only what needs your answer comes earlier';
    expect((await ivan.says('pause 2 weeks')).words).not.toContain(earlier);
    await theatre.givesStage('operations-manager', 'ivan');
    expect((await ivan.says('pause 2 weeks')).words).toContain(earlier);
  });

  it('says what can be written, and what could not be understood', async () => {
    expect((await tess.says('pause')).words).toContain('pause until tomorrow');
    expect((await tess.says('pause until never')).words).toContain('I could not read a day in: until never');
    const long = await tess.says('pause until Mon 1 June');
    expect(long.words).toContain('four weeks at most');
    expect(long.words).toContain('For longer, write away until …, Ben covers.');
    await theatre.moveTo('2026-03-02T10:00:00Z');
    expect((await tess.says('pause until 09:00')).words).toContain(
      'That is over already\nChoose a later hour of today, or a later day.',
    );
    expect((await tess.says('pause until 10:30')).words).toContain('Paused until 10:30');
    await tess.says('resume');
    expect((await tess.says('resume')).words).toContain('They were not paused.');
    expect((await theatre.person('bess').says('pause 3 hours')).words).toContain('I did not understand that');
  });
});
