import { randomUUID } from 'node:crypto';
import type { TeamsActivity } from '../support/activities.js';
import { labelsOf } from './cardReading.js';
import {
  type Actor,
  expectReplayed,
  kindsOf,
  openTheatre,
  type Shown,
  type StoreName,
  type Theatre,
} from './theatre.js';

/** As Teams sends a press again whose answer it did not get. */
const again = (activity: TeamsActivity): TeamsActivity => ({ ...activity, id: `f:${randomUUID()}` });
/** The same press from somebody else’s own chat. */
const pressedBy = (someone: Actor, activity: TeamsActivity): TeamsActivity => ({
  ...activity,
  id: `f:${randomUUID()}`,
  from: someone.user,
  conversation: { ...activity.conversation, id: someone.chat },
});

const movedOn = /This moved on at \d\d:\d\d\. It is with the operations manager now\./;

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('presses at the same moment, on %s', (store) => {
  let theatre: Theatre;
  let ida: Actor;
  let tess: Actor;
  let olga: Actor;
  beforeAll(async () => {
    theatre = await openTheatre(store);
    const person = theatre.person;
    [ida, tess, olga] = [person('ida'), person('tess'), person('olga')];
  });
  afterAll(() => theatre.close());

  /** A dispute with the team manager, with the IRO’s *Escalate* and the manager’s *Pass…* filled in. */
  async function bothForms(): Promise<{ escalate: TeamsActivity; pass: TeamsActivity }> {
    await ida.raises();
    await tess.sees();
    await ida.presses('Escalate…');
    await tess.presses('Pass to the operations manager…');
    return {
      escalate: ida.press('Escalate', { 'Why do you escalate?': 'It has waited too long.' }),
      pass: tess.press('Pass to the operations manager', {
        'Why do you pass it on?': 'needs-funding',
        'Anything to add': 'The money is not mine to give.',
      }),
    };
  }

  /** One stage up, by one press. */
  async function expectOneStage(by: 'escalated' | 'passedUp'): Promise<void> {
    const dispute = await theatre.newest();
    expect(kindsOf(dispute)).toEqual(['raised', 'stageEntered', by, 'stageEntered']);
    expect(dispute).toMatchObject({ turn: 2, stage: { id: 'operations-manager' } });
    expectReplayed(dispute);
  }

  it('move it one stage, and who was second is told so with the current card', async () => {
    const { escalate, pass } = await bothForms();
    const beforeOlga = (await olga.seesAll()).length;
    const [iro, manager] = await Promise.all([ida.sends(escalate), tess.sends(pass)]);
    const dispute = await theatre.newest();
    const escalated = kindsOf(dispute).includes('escalated');
    await expectOneStage(escalated ? 'escalated' : 'passedUp');
    const [first, second]: [Shown, Shown] = escalated ? [iro, manager] : [manager, iro];
    expect(first.words).toMatch(/You (escalated|passed) this to the operations manager/);
    expect(second.words).toMatch(movedOn);
    expect(second.words).toContain('Stage 2 of 4');
    expect(await olga.seesAll()).toHaveLength(beforeOlga + 1);
  });

  it('the escalation, pressed twice at once and sent again by Teams, is one', async () => {
    const { escalate } = await bothForms();
    const beforeOlga = (await olga.seesAll()).length;
    const [one, two] = await Promise.all([ida.sends(escalate), ida.sends(again(escalate))]);
    for (const answer of [one, two, await ida.sends(again(escalate))])
      expect(answer.words).toContain('You escalated this to the operations manager');
    await expectOneStage('escalated');
    expect(await olga.seesAll()).toHaveLength(beforeOlga + 1);
  });

  it('the manager’s passing on, pressed twice at once and sent again by Teams, is one', async () => {
    const { pass } = await bothForms();
    const [one, two] = await Promise.all([tess.sends(pass), tess.sends(again(pass))]);
    for (const answer of [one, two, await tess.sends(again(pass))])
      expect(answer.words).toContain('You passed this to the operations manager');
    await expectOneStage('passedUp');
  });

  it('an older escalation says when it moved on, and its text is given back and kept as a note', async () => {
    const { escalate, pass } = await bothForms();
    await tess.sends(pass);
    const late = await ida.sends(escalate);
    expect(late.words).toMatch(movedOn);
    expect(late.words).toContain('It has waited too long.');
    const kept = await ida.presses('Keep as a note');
    expect(kept.words).toContain('You added a note');
    const dispute = await theatre.newest();
    expect(dispute.history.at(-1)).toMatchObject({ kind: 'noted', text: 'It has waited too long.' });
    expect(dispute).toMatchObject({ turn: 2 });
    expectReplayed(dispute);
  });

  it('a press long after it moved on is still told what it did', async () => {
    const { escalate } = await bothForms();
    await ida.sends(escalate);
    await olga.sees();
    await olga.presses('Resolve…');
    await olga.presses('Send to the IRO', { 'How will this be put right?': 'Next week.' });
    const late = await ida.sends(again(escalate));
    expect(late.words).toContain('You escalated this to the operations manager');
    expect(late.words).toContain('It has moved on since.');
    expect(late.words).toContain('is it resolved?');
  });

  it('two without a form, at once, are one', async () => {
    await ida.raises();
    await tess.sees();
    const acknowledge = tess.press('Acknowledge');
    const answers = await Promise.all([tess.sends(acknowledge), tess.sends(again(acknowledge))]);
    for (const { words } of answers) expect(words).toContain('You acknowledged this at');
    expect(kindsOf(await theatre.newest())).toEqual(['raised', 'stageEntered', 'acknowledged']);
  });

  it('a manager’s answer never closes it, not even beside the IRO’s agreement to another', async () => {
    await ida.raises();
    await tess.sees();
    await tess.presses('Resolve…');
    const resolve = tess.press('Send to the IRO', { 'How will this be put right?': 'Next week.' });
    await Promise.all([tess.sends(resolve), tess.sends(again(resolve))]);
    const dispute = await theatre.newest();
    expect(dispute).toMatchObject({ status: 'answered', turn: 2 });
    expect(kindsOf(dispute)).toEqual(['raised', 'stageEntered', 'offered']);
    const agree = { press: 'act', verb: 'agree', dispute: dispute.id, turn: 2, outcome: 'action-done' };
    const forged = { ...resolve, value: { action: { type: 'Action.Execute', verb: 'act', data: agree } } };
    expect((await tess.sends(again(forged))).words).toContain('This is not yours to press.');
    expect(await theatre.newest()).toMatchObject({ status: 'answered', turn: 2 });
  });
});

describe.each<StoreName>(['SQLite', 'Cosmos DB'])('the raise form pressed again, on %s', (store) => {
  const fields = {
    Child: '700123',
    Kind: 'formal',
    Theme: 'drift',
    'What is worrying you for this child': 'The plan has not been started.',
  };
  let theatre: Theatre;
  let ida: Actor;
  let ivan: Actor;
  let raise: TeamsActivity;
  beforeAll(async () => {
    theatre = await openTheatre(store);
    [ida, ivan] = [theatre.person('ida'), theatre.person('ivan')];
    await ida.says('raise');
    raise = ida.press('Raise', fields);
  });
  afterAll(() => theatre.close());

  it('twice at once, raises one dispute under one number', async () => {
    const answers = await Promise.all([ida.sends(raise), ida.sends(again(raise)), ida.sends(again(raise))]);
    const [dispute, ...others] = await theatre.disputes();
    expect(others).toEqual([]);
    for (const { words } of answers) expect(words).toContain(`You raised ${dispute?.number}`);
    expect(await theatre.person('tess').seesAll()).toHaveLength(1);
  });

  it('later and from another activity, answers what is there', async () => {
    await theatre.moveTo('2026-03-03T10:00:00Z');
    expect((await ida.sends(again(raise))).words).toContain(`You raised ${(await theatre.newest()).number}`);
    expect(await theatre.disputes()).toHaveLength(1);
  });

  it('with other words, says the number and gives a fresh form with them, which raises a second', async () => {
    const { number } = await theatre.newest();
    const data = (raise['value'] as { action: { data: object } }).action.data;
    const other = {
      ...again(raise),
      value: { action: { type: 'Action.Execute', verb: 'raise', data: { ...data, worrying: 'No visits.' } } },
    };
    const fresh = await ida.sends(other);
    expect(fresh.words).toContain(`Already raised as ${number}`);
    expect(fresh.words).toContain('No visits.');
    expect(labelsOf(fresh.card)).toContain('What is worrying you for this child');
    expect(await theatre.disputes()).toHaveLength(1);
    const second = await ida.presses('Raise');
    expect(second.words).toMatch(/You raised D-2026-\d{4}/);
    expect(await theatre.disputes()).toHaveLength(2);
  });

  it('by somebody else, tells them nothing of it', async () => {
    const { number } = await theatre.newest();
    const answer = await ivan.sends(pressedBy(ivan, raise));
    expect(answer.words).toContain('This form is not yours');
    expect(JSON.stringify(answer.card)).not.toMatch(new RegExp(`${number}|700123|Drift|dispute:`));
    expect(await theatre.disputes()).toHaveLength(2);
  });
});
