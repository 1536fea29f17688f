import type { Verb } from '../../src/disputes/commands.js';
import { verbs } from '../../src/disputes/commands.js';
import {
  after,
  agreed,
  asked,
  closed,
  disagreed,
  fieldProblems,
  informal,
  offered,
  onLastStage,
  type Press,
  pressing,
  raised,
  refusalOf,
  returned,
  waiting,
} from './builders.js';

const iroActs =
  'sorted make-formal send-to answer-question escalate more-time agree accept-explanation not-resolved done not-done close withdraw cafcass advice add-child on-file';
const holderActs = 'acknowledge resolve disagree not-mine ask pass-up';

/** For each status the reason of every verb that it refuses, pressed by the side whose verb it is. */
const refusals: [status: string, dispute: () => ReturnType<typeof waiting>, reasons: [string, string][]][] = [
  [
    'informal, sent to the manager',
    () => informal(true),
    [
      ['informal-has-no-stage', 'resolve disagree not-mine ask pass-up'],
      ['informal-has-no-stage', 'send-to answer-question escalate more-time agree accept-explanation'],
      ['informal-has-no-stage', 'not-resolved done not-done'],
    ],
  ],
  [
    'waiting',
    waiting,
    [
      ['not-informal', 'sorted make-formal'],
      ['with-manager', 'send-to agree accept-explanation not-resolved done not-done'],
      ['no-question', 'answer-question'],
    ],
  ],
  [
    'answered by an offer',
    offered,
    [
      ['not-informal', 'sorted make-formal'],
      ['answer-given', holderActs],
      ['with-iro', 'send-to answer-question more-time accept-explanation done not-done'],
    ],
  ],
  ['disagreed', disagreed, [['with-iro', 'agree send-to answer-question more-time done not-done']]],
  [
    'returned',
    returned,
    [
      ['not-informal', 'sorted make-formal'],
      ['with-iro', holderActs],
      ['with-iro', 'answer-question more-time agree accept-explanation not-resolved done not-done'],
    ],
  ],
  [
    'agreed, to be checked',
    agreed,
    [
      ['not-informal', 'sorted make-formal'],
      ['with-iro', holderActs],
      ['with-iro', 'send-to answer-question escalate more-time agree accept-explanation not-resolved'],
    ],
  ],
  ['on the last stage', onLastStage, [['last-stage', 'escalate pass-up']]],
];

const holderOfNow = (name: string) => (name === 'on the last stage' ? 'director' : 'team-manager');
const cases = refusals.flatMap(([name, dispute, reasons]) =>
  reasons.flatMap(([reason, names]) =>
    names.split(' ').map((verb) => {
      const by = holderActs.split(' ').includes(verb) ? holderOfNow(name) : 'iro';
      return { name, dispute, reason, verb: verb as Verb, by: `person:${by}` };
    }),
  ),
);

describe('what the status does not allow', () => {
  it.each(cases)('$name: $verb is refused as $reason', ({ dispute, verb, by, reason }) => {
    expect(refusalOf(dispute(), verb, { by })).toBe(reason);
  });

  it.each(iroActs.split(' ').filter((verb) => verb !== 'on-file') as Verb[])('closed: %s', (verb) => {
    expect(refusalOf(closed(), verb)).toBe('closed');
  });

  it.each(holderActs.split(' ') as Verb[])('closed: %s by who held the stage', (verb) => {
    expect(refusalOf(closed(), verb, { by: 'person:team-manager' })).toBe('closed');
  });

  it('closed: a note by a lead or by who held the stage', () => {
    expect(refusalOf(closed(), 'note', { by: 'person:team-manager' })).toBe('closed');
    expect(refusalOf(closed(), 'note', { by: 'person:lead' })).toBe('closed');
  });

  it('a stage without days has no due day to move', () => {
    const open = raised({ stage: 'director' }, { ladder: 'alert' });
    expect(refusalOf(open, 'more-time', { by: 'person:lead' })).toBe('no-due-day');
  });

  it('a question is answered once', () => {
    expect(refusalOf(after(asked(), 'answer-question'), 'answer-question', { formId: aForm })).toBe(
      'no-question',
    );
  });
});

const aForm = '7d2f0b3e-5b0a-4c58-9a36-0f1f2b9f6a11';
const manager: Press = { by: 'person:team-manager' };

describe('whose press it is', () => {
  it.each(verbs)('a stranger’s %s is refused whatever the status', (verb) => {
    for (const dispute of [informal(true), waiting(), offered(), returned(), agreed(), closed()])
      for (const by of ['person:other-iro', 'person:admin', 'person:assistant-director', 'person:nobody'])
        expect(refusalOf(dispute, verb, { by })).toBe('not-your-side');
  });

  it.each(holderActs.split(' ') as Verb[])('the IRO cannot %s', (verb) => {
    expect(refusalOf(waiting(), verb)).toBe('not-your-side');
  });

  it.each(iroActs.split(' ') as Verb[])('the holder of the stage cannot %s', (verb) => {
    for (const dispute of [waiting(), offered(), returned(), agreed()])
      expect(refusalOf(dispute, verb, manager)).toBe('not-your-side');
  });

  it.each(iroActs.split(' ') as Verb[])('a lead who does not speak for the IRO cannot %s', (verb) => {
    expect(refusalOf(waiting(), verb, { by: 'person:lead' })).toBe('not-your-side');
  });

  it('a past holder may add a note and nothing else', () => {
    const up = after(waiting(), 'escalate');
    expect(verbs.filter((verb) => refusalOf(up, verb, manager) !== 'not-your-side')).toEqual(['note']);
  });

  it('an informal dispute that was not sent to the manager is not theirs', () => {
    expect(refusalOf(informal(), 'acknowledge', manager)).toBe('not-your-side');
    expect(refusalOf(informal(), 'note', manager)).toBe('not-your-side');
  });
});

describe('what is judged first', () => {
  const detail = { fields: { text: 'Born 01/02/2015.' } };

  it('rights, before an older turn', () => {
    expect(refusalOf(waiting(), 'resolve', { seenTurn: 0 })).toBe('not-your-side');
  });

  it('an older turn, before the status', () => {
    expect(refusalOf(offered(), 'resolve', { ...manager, seenTurn: 1, formId: aForm })).toBe('moved-on');
    expect(refusalOf(closed(), 'close', { seenTurn: 1 })).toBe('moved-on');
  });

  it('the status, before the fields', () => {
    expect(refusalOf(offered(), 'resolve', { ...manager, fields: {} })).toBe('answer-given');
  });

  it('the fields, before what looks like a personal detail', () => {
    const fields = { ...detail.fields, dueOn: '2026-03-01' };
    expect(refusalOf(waiting(), 'more-time', { fields })).toBe('fields');
  });

  it('last the personal detail, which only warns', () => {
    expect(pressing(waiting(), 'note', detail)).toEqual({
      kind: 'refused',
      refusal: { reason: 'personal-detail', found: ['a date of birth'] },
    });
    const [noted] = after(waiting(), 'note', { ...detail, saveAnyway: true }).history.slice(-1);
    expect(noted).toMatchObject({ kind: 'noted', text: 'Born 01/02/2015.', savedAnyway: true });
  });

  it('a turn that nobody has seen yet is no older turn, and no turn at all', () => {
    expect(refusalOf(waiting(), 'acknowledge', { ...manager, seenTurn: 2 })).toBe('moved-on');
  });

  it('*Save anyway* is recorded only where there was a warning', () => {
    const [noted] = after(waiting(), 'note', { saveAnyway: true }).history.slice(-1);
    expect(noted).not.toHaveProperty('savedAnyway');
  });
});

describe('the same act again', () => {
  it('from a form is known by the form', () => {
    const once = after(waiting(), 'escalate', { formId: aForm });
    const again = pressing(once, 'escalate', { formId: aForm, seenTurn: 1, on: '2026-03-05' });
    expect(again).toMatchObject({ kind: 'already', event: { kind: 'escalated', seq: 3 } });
  });

  it('from a button is known by verb, person and turn', () => {
    const once = after(offered(), 'agree');
    expect(refusalOf(once, 'agree', { seenTurn: 2 })).toBe('already');
    expect(refusalOf(once, 'escalate', { seenTurn: 2 })).toBe('moved-on');
  });

  it('is known by the child where each child has a button', () => {
    const once = after(waiting(), 'on-file', { fields: { child: '700123' } });
    expect(refusalOf(once, 'on-file', { fields: { child: '700123' } })).toBe('already');
    expect(refusalOf(once, 'on-file', { fields: { child: '700999' } })).toBe('fields');
    expect(fieldProblems(once, 'on-file', { formId: aForm })).toEqual(['child']);
  });

  it('is known by the child that is added, so that two may be added one after the other', () => {
    const once = after(waiting(), 'add-child', { child: { ref: '700124', initials: 'CD' } });
    const third = { child: { ref: '700125', initials: 'EF' }, fields: { child: '700125' } };
    expect(refusalOf(once, 'add-child')).toBe('already');
    expect(after(once, 'add-child', third).children).toHaveLength(3);
  });

  it('by somebody else is another act', () => {
    const once = after(waiting(), 'note', { formId: aForm });
    expect(refusalOf(once, 'note', { ...manager, formId: aForm })).toBe('done');
  });

  it('with another verb is another act', () => {
    const once = after(waiting(), 'note', { formId: aForm });
    expect(refusalOf(once, 'escalate', { formId: aForm })).toBe('done');
  });

  it('is answered before rights: who passed it up is told that it is done', () => {
    const up = after(waiting(), 'pass-up', { ...manager, formId: aForm });
    expect(refusalOf(up, 'pass-up', { ...manager, formId: aForm, seenTurn: 1 })).toBe('already');
  });

  it('is answered after the words were replaced too', () => {
    const noted = after(waiting(), 'note', { formId: aForm });
    const redacted = after(noted, 'redact', { by: 'person:lead', fields: { target: '3', text: 'A name.' } });
    expect(refusalOf(redacted, 'note', { formId: aForm })).toBe('already');
  });

  it('an acknowledgement counts once, and again only when it was sent back', () => {
    const seen = after(waiting(), 'acknowledge', manager);
    expect(refusalOf(seen, 'acknowledge', manager)).toBe('already');
    const back = after(after(seen, 'resolve', manager), 'not-resolved');
    expect(refusalOf(back, 'acknowledge', manager)).toBe('done');
  });
});

describe('fields', () => {
  it.each<[Verb, string, Press, string[]]>([
    ['resolve', 'without a word', { ...manager, fields: { text: '  ' } }, ['text']],
    [
      'resolve',
      'by a day that has passed',
      { ...manager, fields: { text: 'x', byOn: '2026-03-03' } },
      ['byOn'],
    ],
    ['resolve', 'by a day that is none', { ...manager, fields: { text: 'x', byOn: '2026-02-30' } }, ['byOn']],
    ['resolve', 'longer than 4,000 characters', { ...manager, fields: { text: 'x'.repeat(4001) } }, ['text']],
    ['pass-up', 'without a reason of the list', { ...manager, fields: { reason: 'tired' } }, ['reason']],
    ['escalate', 'to the stage that it is on', { fields: { text: 'x', to: 'team-manager' } }, ['to']],
    ['escalate', 'to a stage that is none', { fields: { text: 'x', to: 'mayor' } }, ['to']],
    ['more-time', 'until the due day', { fields: { text: 'x', dueOn: '2026-03-09' } }, ['dueOn']],
    ['more-time', 'without day and reason', { fields: {} }, ['dueOn', 'text']],
    ['close', 'as withdrawn', { fields: { outcome: 'withdrawn', text: 'x' } }, ['outcome']],
    ['close', 'without a line', { fields: { outcome: 'action-done' } }, ['text']],
    ['withdraw', 'without a line', { fields: {} }, ['text']],
    ['cafcass', 'on a day to come', { fields: { referredOn: '2026-03-05', text: 'x' } }, ['referredOn']],
    ['advice', 'on a day to come', { fields: { from: 'legal', takenOn: '2026-03-05' } }, ['takenOn']],
    ['add-child', 'who is not the IRO’s', {}, ['child']],
    ['add-child', 'who is in it already', { child: { ref: '700123', initials: 'AB' } }, ['child']],
    ['on-file', 'of a child who is not in it', { fields: { child: '700999' } }, ['child']],
    [
      'redact',
      'of an event that has no words',
      { by: 'person:lead', fields: { target: '2', text: 'x' } },
      ['target'],
    ],
    ['redact', 'of no event', { by: 'person:lead', fields: { target: 'first', text: 'x' } }, ['target']],
  ])('%s %s is refused at the field', (verb, _, press, at) => {
    expect(fieldProblems(waiting(), verb, press)).toEqual(at);
  });

  it('more time is after today, where the due day has passed', () => {
    const on = '2026-03-12';
    const fields = { text: 'On leave.', dueOn: on };
    expect(fieldProblems(waiting(), 'more-time', { on, fields })).toEqual(['dueOn']);
    expect(refusalOf(waiting(), 'more-time', { on, fields: { ...fields, dueOn: '2026-03-13' } })).toBe(
      'done',
    );
  });

  it.each<[Verb, Press, string]>([
    ['agree', { fields: { outcome: 'stands-not-agreed' } }, 'outcome'],
    ['agree', { fields: { outcome: 'action-done', checkOn: '2026-03-03' } }, 'checkOn'],
    ['not-resolved', { fields: { text: 'x' } }, 'next'],
  ])('%s of an answer is refused at the field', (verb, press, at) => {
    expect(fieldProblems(offered(), verb, press)).toEqual([at]);
  });

  it('up from the last stage is refused where it is chosen', () => {
    const last = after(onLastStage(), 'resolve', { by: 'person:director' });
    expect(fieldProblems(last, 'not-resolved', { fields: { text: 'x', next: 'up' } })).toEqual(['next']);
    const checked = after(last, 'agree', { fields: { outcome: 'action-done', checkOn: '2026-03-23' } });
    expect(fieldProblems(checked, 'not-done', { fields: { text: 'x', stage: 'next' } })).toEqual(['stage']);
  });

  it('4,000 characters are kept, without the spaces around them', () => {
    const [noted] = after(waiting(), 'note', { fields: { text: ` ${'x'.repeat(4000)}\n` } }).history.slice(
      -1,
    );
    expect(noted).toMatchObject({ text: 'x'.repeat(4000) });
  });
});
