import { execute } from '../support/activities.js';
import { type Actor, openTheatre, type StoreName, type Theatre } from './theatre.js';

const words = 'Wortahorn kept every promise to the child.';
const form = { Child: '700123', 'What was good': words };

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('good practice, on %s', (store) => {
  let theatre: Theatre;
  let [ida, tess, lena, olga]: Actor[] = [];
  const actors = () => {
    if (!ida || !tess || !lena || !olga) throw new Error('nobody there');
    return { ida, tess, lena, olga };
  };
  beforeEach(async () => {
    theatre = await openTheatre(store);
    [ida, tess, lena, olga] = ['ida', 'tess', 'lena', 'olga'].map((who) => theatre.person(who));
  });
  afterEach(() => theatre.close());
  const notes = async () =>
    (await theatre.bot.ports.store.all('good-practice')).map(({ document }) => document);

  it('is noted by the word or its button, reaches the manager, is passed on, and the IRO’s card follows', async () => {
    const { ida, tess } = actors();
    expect((await ida.says('help')).buttons).toContain('Note good practice…');
    await ida.says('Good practice');
    const noted = await ida.presses('Send to the team manager', form);
    expect(noted.words).toContain('You noted this at 09:0');
    expect(noted.words).toContain('With the team manager, Tess Teammanager, to pass on.');
    const asked = await tess.sees();
    expect(asked.words).toContain('Please pass this on to the worker.');
    expect(asked.words).toContain('700123 (AB) · Team North');
    expect(asked.words).not.toContain(words);
    expect(tess.cards().at(-1)?.summary).toBe('Good practice to pass on');
    expect((await tess.presses('Show text')).words).toContain(words);
    const done = await tess.presses('Pass on');
    expect(done.words).toContain('Passed on by you at 09:0');
    expect(done.buttons).not.toContain('Pass on');
    expect((await ida.looksAgain()).words).toContain('Passed on by Tess Teammanager at 09:0');
    expect((await notes())[0]?.history.map(({ kind, by }) => [kind, by.startsWith('person:')])).toEqual([
      ['noted', true],
      ['passedOn', true],
    ]);
  });

  it('is no dispute: it is in no list of them and takes no number', async () => {
    const { ida, lena } = actors();
    await ida.says('good practice');
    await ida.presses('Send to the team manager', form);
    expect(await theatre.disputes()).toEqual([]);
    expect((await lena.says('disputes')).words).toContain('No open disputes');
    await ida.raises();
    expect((await theatre.newest()).number).toBe('D-2026-0001');
  });

  it('sent twice, or passed on twice at once, is one', async () => {
    const { ida, tess } = actors();
    await ida.says('good practice');
    const press = ida.press('Send to the team manager', form);
    await Promise.all([ida.sends(press), ida.sends({ ...press, id: 'again' })]);
    await tess.sees();
    const pass = tess.press('Pass on');
    await Promise.all([tess.sends(pass), tess.sends({ ...pass, id: 'again' })]);
    const [note, ...more] = await notes();
    expect(more).toEqual([]);
    expect(note?.history).toHaveLength(2);
    await theatre.settled();
    expect(tess.cards()).toHaveLength(1);
  });
});

describe('noting good practice', () => {
  let theatre: Theatre;
  let ida: Actor;
  beforeEach(async () => {
    theatre = await openTheatre('SQLite');
    ida = theatre.person('ida');
    await ida.says('good practice');
  });
  afterEach(() => theatre.close());

  it('is for a team where no child is named, and asks for one of the two', async () => {
    const refused = await ida.presses('Send to the team manager', { 'What was good': words });
    expect(refused.words).toContain('Choose a child, or the worker’s team below.');
    expect(refused.words).toContain(words);
    const noted = await ida.presses('Send to the team manager', { 'Or the worker’s team': 'South' });
    expect(noted.words).toContain('With the team manager, Tom Teammanager');
    expect((await theatre.person('tom').sees()).words).toContain('Team South');
  });

  it('warns of a personal detail, and saves it anyway in one press', async () => {
    const warned = await ida.presses('Send to the team manager', {
      ...form,
      'What was good': 'He went to SW1A 2AA each week.',
    });
    expect(warned.words).toContain('a postcode');
    await ida.presses('Save anyway');
    const [note] = await theatre.bot.ports.store.all('good-practice');
    expect(note?.document.history[0]).toMatchObject({ savedAnyway: true });
  });

  it('with other words in the same form gives a fresh one with them', async () => {
    const press = ida.press('Send to the team manager', form);
    const other = ida.press('Send to the team manager', { ...form, 'What was good': 'Other words.' });
    await ida.sends(press);
    const fresh = await ida.sends(other);
    expect(fresh.words).toContain('This form was sent before.');
    expect(fresh.words).toContain('Other words.');
  });

  it('leaves nothing behind on Cancel', async () => {
    expect((await ida.presses('Cancel')).words).toContain('Nothing was noted');
    expect(await theatre.bot.ports.store.all('good-practice')).toEqual([]);
  });

  it('survives a restart while the form is open', async () => {
    const press = ida.press('Send to the team manager', form);
    await theatre.restarts();
    expect((await ida.sends(press)).words).toContain('You noted this');
  });

  it('tells nobody where nobody holds the stage, and says so', async () => {
    await theatre.givesStage('team-manager', '');
    const noted = await ida.presses('Send to the team manager', form);
    expect(noted.words).toContain('Nobody holds the stage of team manager for this team now.');
    await theatre.givesStage('team-manager', 'tess');
    const tess = theatre.person('tess');
    const list = await tess.says('good practice');
    expect(list.words).toContain('1 is for you to pass on.');
    await tess.presses('Open');
    expect((await tess.presses('Pass on')).words).toContain('Passed on by you');
  });

  it('reaches a manager who was not there, once they turn up', async () => {
    theatre.connector.next('create', { status: 403, body: { error: { code: 'Forbidden' } } });
    await ida.presses('Send to the team manager', form);
    await theatre.settled();
    expect(theatre.person('tess').cards()).toEqual([]);
    const asked = await theatre.person('lena').says('unreachable');
    expect(asked.words).toContain('Tess Teammanager · Good practice');
    await theatre.person('tess').installs();
    const cards = await theatre.person('tess').seesAll();
    expect(cards.some(({ words: said }) => said.includes('Please pass this on'))).toBe(true);
    // The lead is told nothing by itself, and finds it by asking.
    expect(await theatre.person('lena').seesAll()).toHaveLength(1);
  });

  it('asks whoever holds the stage by the next morning, and the IRO’s card names them', async () => {
    await ida.presses('Send to the team manager', form);
    await theatre.person('tess').sees();
    await theatre.givesStage('team-manager', 'olga');
    await theatre.moveTo('2026-03-03T08:00:00Z');
    expect((await theatre.person('olga').sees()).words).toContain('Please pass this on to the worker.');
    expect((await ida.looksAgain()).words).toContain('Olga Operations, to pass on');
    await theatre.moveTo('2026-03-04T08:00:00Z');
    expect(theatre.person('olga').cards()).toHaveLength(1);
  });

  it('for a child and another team is refused, and nothing is lost', async () => {
    const both = await ida.presses('Send to the team manager', { ...form, 'Or the worker’s team': 'South' });
    expect(both.words).toContain('This child’s team is North.');
    expect(both.words).toContain(words);
    expect(await theatre.bot.ports.store.all('good-practice')).toEqual([]);
  });

  it('with the id of a dispute’s form keeps both apart', async () => {
    const noted = ida.press('Send to the team manager', form);
    const value = noted['value'] as { action: { data: { form: string } } };
    await ida.sends(noted);
    await theatre.settled();
    const data = {
      press: 'raise',
      form: value.action.data.form,
      child: '700123',
      kind: 'formal',
      theme: 'drift',
      worrying: 'Nothing has begun.',
    };
    await ida.sends({ ...noted, value: { action: { type: 'Action.Execute', data } } });
    const tess = theatre.person('tess');
    expect((await tess.seesAll()).map(({ words: said }) => said).join()).toMatch(
      /Your answer is needed.*|pass this on/s,
    );
    expect(await tess.seesAll()).toHaveLength(2);
  });

  it('is seen by who noted it, who passes it on, and leads: nobody else learns that it is there', async () => {
    await ida.presses('Send to the team manager', form);
    const [note] = await theatre.bot.ports.store.all('good-practice');
    const goodPractice = note?.document.id ?? '';
    const lena = theatre.person('lena');
    await lena.says('good practice');
    expect((await lena.presses('Open')).words).toContain('700123');
    for (const who of ['olga', 'ivan', 'bess']) {
      const actor = theatre.person(who);
      const press = (data: object) =>
        actor.sends(execute(theatre.scene(), actor.user, { verb: 'x', data, replyToId: 'm' }));
      const shown = await press({ press: 'show-good-practice', goodPractice, what: 'text' });
      expect(shown.words).toContain('Nothing found');
      expect(shown.words).not.toContain('700123');
      expect((await press({ press: 'pass-on', goodPractice })).words).toContain('Nothing found');
    }
    expect((await theatre.bot.ports.store.all('good-practice'))[0]?.document.passedOn).toBeUndefined();
  });

  it('is not the lead’s to pass on', async () => {
    await ida.presses('Send to the team manager', form);
    const lena = theatre.person('lena');
    await lena.says('good practice');
    const opened = await lena.presses('Open');
    expect(opened.buttons).toEqual(['Show text', 'Redact…']);
  });

  it('has its words replaced by a lead who says why, everywhere and for good', async () => {
    await ida.presses('Send to the team manager', form);
    const [lena, tess] = [theatre.person('lena'), theatre.person('tess')];
    await tess.sees();
    expect((await tess.presses('Show text')).buttons).not.toContain('Redact…');
    await lena.says('good practice');
    await lena.presses('Open');
    await lena.presses('Redact…');
    expect((await lena.presses('Replace the words')).words).toContain('Say why the words are replaced.');
    const done = await lena.presses('Replace the words', {
      'Why are the words replaced?': 'A name stood in it.',
    });
    expect(done.buttons).toEqual(['Show text']);
    const [note] = await theatre.bot.ports.store.all('good-practice');
    expect(JSON.stringify(note?.document)).not.toContain('Wortahorn');
    expect(note?.document.history.map(({ kind }) => kind)).toEqual(['noted', 'redacted']);
    tess.reopens();
    await theatre.settled();
    expect((await tess.presses('Show text')).words).toContain('[words replaced by a lead]');
  });

  it('never leaves its words in the chat without Action.Execute', async () => {
    await ida.presses('Send to the team manager', form);
    const tess = theatre.person('tess');
    await tess.sees();
    const shown = await tess.submits('Show text');
    expect(shown.words).toContain('would leave the text in the chat');
    expect(shown.words).not.toContain(words);
  });

  it('is in no message that was posted, while the policy has text on request', async () => {
    await ida.presses('Send to the team manager', form);
    const tess = theatre.person('tess');
    await tess.sees();
    await tess.presses('Show text');
    await tess.presses('Pass on');
    await theatre.settled();
    expect(JSON.stringify(theatre.connector.requests)).not.toContain('Wortahorn');
    expect(theatre.log.text()).not.toContain('Wortahorn');
  });
});

it('good practice has its words in the card where the policy has them there', async () => {
  const theatre = await openTheatre('SQLite', { policy: { textInCards: 'always' } });
  const ida = theatre.person('ida');
  await ida.says('good practice');
  await ida.presses('Send to the team manager', form);
  expect((await theatre.person('tess').sees()).words).toContain(words);
  await theatre.close();
});
