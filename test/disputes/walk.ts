import * as fc from 'fast-check';
import { addDays, type Day } from '../../src/calendar/days.js';
import { apply } from '../../src/disputes/apply.js';
import { type Act, type Verb, verbs } from '../../src/disputes/commands.js';
import { type Context, decide, type Decision } from '../../src/disputes/decide.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { offeredTo } from '../../src/disputes/rules.js';
import type { Directory } from '../../src/people/directory.js';
import { people, withHolders } from '../people/authority.js';
import { aContext, anAct, formId, goodFields, raised, raisedOn, secondChild } from './builders.js';
import { struck } from './striking.js';

/** One step of a walk: some days later the clock comes by, somebody presses what is offered, or anybody anything. */
export type Step =
  | { readonly kind: 'clock'; readonly days: number; readonly told: boolean }
  | {
      readonly kind: 'offered';
      readonly days: number;
      /** Which of all that is offered to anybody. */
      readonly pick: number;
      readonly more: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'any';
      readonly days: number;
      readonly by: string;
      readonly verb: Verb;
      readonly fields: Readonly<Record<string, string>>;
      /** How many turns ago the card was drawn; below 0 it is one that never was. */
      readonly ago: number;
      /** Undefined: a button without a form. Few, so that forms are sent again. */
      readonly form: number | undefined;
      readonly saveAnyway: boolean;
    };

export interface Walk {
  readonly ladder: 'ealing' | 'alert' | 'hampshire';
  /** Who holds which stage, where it is not the usual holder. */
  readonly holders: Readonly<Record<string, string | undefined>>;
  readonly informal: boolean;
  readonly sorted: boolean;
  readonly sendToManager: boolean;
  readonly stage: string | undefined;
  readonly steps: readonly Step[];
}

/** What a step did: the press and its answer, or what the clock said. */
export interface Trace {
  readonly before: Dispute;
  readonly after: Dispute;
  readonly today: Day;
  readonly press?: { readonly act: Act; readonly context: Context; readonly decision: Decision };
}

const anybody = fc.constantFrom(...people.map(({ id }) => id), 'person:nobody');
const someDay = fc.integer({ min: -3, max: 60 }).map((n) => addDays(raisedOn, n));
const words = fc.oneof(
  fc.constantFrom('', 'Born 01/02/2015.', '${x} <at>y</at> **z**', 'The plan stands.', '__proto__'),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
/** Pressed less often, so that walks go on. */
const ending: readonly Verb[] = ['close', 'withdraw', 'sorted', 'note', 'redact', 'cafcass', 'advice'];
const outcomes = [
  'plan-changed',
  'action-done',
  'explanation-accepted',
  'stands-not-agreed',
  'withdrawn',
  'x',
];
const stages = [
  'team-manager',
  'operations-manager',
  'assistant-director',
  'director',
  'executive-head',
  'x',
];

const anyFields = fc.record(
  {
    text: words,
    changed: words,
    byOn: someDay,
    dueOn: someDay,
    checkOn: someDay,
    referredOn: someDay,
    takenOn: someDay,
    from: fc.constantFrom('legal', 'cafcass', 'x'),
    to: fc.constantFrom(...stages),
    stage: fc.constantFrom('same', 'next', ...stages),
    next: fc.constantFrom('back', 'up', 'x'),
    reason: fc.constantFrom('needs-funding', 'other', 'x'),
    outcome: fc.constantFrom(...outcomes),
    child: fc.constantFrom('700123', '700124', '700999'),
    target: fc.integer({ min: -1, max: 40 }).map(String),
  },
  { requiredKeys: [] },
);

const days = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 }));

/** What moves a dispute on: fields as a person would fill them in, with a choice here and there. */
const likely: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('offered' as const),
  days,
  pick: fc.nat(1000),
  more: fc.constantFrom<Readonly<Record<string, string>>[]>(
    {},
    { checkOn: '2027-01-04' },
    { checkOn: '2027-01-04', next: 'up', stage: 'next' },
    { checkOn: '2027-01-04', to: 'director' },
  ),
});
const anything: fc.Arbitrary<Step> = fc.constantFrom(...verbs).chain((verb) =>
  fc.record({
    kind: fc.constant('any' as const),
    days,
    by: fc.oneof(fc.constantFrom('person:iro', 'person:lead', 'person:team-manager'), anybody),
    verb: fc.constant(verb),
    fields: fc.oneof(fc.constant(goodFields[verb] ?? {}), anyFields),
    ago: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -1, max: 3 })),
    form:
      verb === 'acknowledge' ? fc.constant(undefined) : fc.option(fc.nat({ max: 20 }), { nil: undefined }),
    saveAnyway: fc.boolean(),
  }),
);
const clock: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('clock' as const),
  days: fc.integer({ min: 0, max: 12 }),
  told: fc.boolean(),
});

/** Vacant, somebody of another stage, the IRO or a lead. */
const oddHolder = fc.option(
  fc.constantFrom('team-manager', 'iro', 'lead', 'stranger').map((id) => `${id}@example.org`),
  { nil: undefined },
);
const oddHolders = fc.dictionary(fc.constantFrom(...stages.slice(0, 5)), oddHolder, {
  maxKeys: 3,
  noNullPrototype: true,
});

export const walks: fc.Arbitrary<Walk> = fc.record({
  ladder: fc.constantFrom('ealing', 'alert', 'hampshire'),
  holders: fc.oneof(fc.constant({}), oddHolders),
  informal: fc.boolean(),
  sorted: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
  sendToManager: fc.boolean(),
  stage: fc.constantFrom(undefined, undefined, 'team-manager', 'director'),
  steps: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: likely },
      { weight: 3, arbitrary: anything },
      { weight: 1, arbitrary: clock },
    ),
    { maxLength: 40, size: 'max' },
  ),
});

/** Raises the walk's dispute. A stage that its ladder has not is left to the ladder. */
export function start({ ladder, holders, informal, sorted, sendToManager, stage }: Walk): Dispute {
  const known = stage !== undefined && !(ladder === 'hampshire' && stage === 'director');
  return raised(
    { kind: informal ? 'informal' : 'formal', sorted, sendToManager, ...(known ? { stage } : {}) },
    { ladder, directory: withHolders(holders) },
  );
}

export function walked(walk: Walk): Trace[] {
  const traces: Trace[] = [];
  const directory = withHolders(walk.holders);
  let dispute = start(walk);
  let today = raisedOn;
  for (const step of walk.steps) {
    today = addDays(today, step.days);
    const before = dispute;
    const press = pressOf(before, step, directory, today);
    const decision = press === undefined ? undefined : decide(before, press.act, press.context);
    if (step.kind === 'clock') dispute = struck(before, `${today}T12:00:00.000Z`, { told: step.told });
    if (decision?.kind === 'done') dispute = decision.events.reduce(apply, before);
    const done = press === undefined || decision === undefined ? {} : { press: { ...press, decision } };
    traces.push({ before, after: dispute, today, ...done });
  }
  return traces;
}

/** Which act a step is, and the world as it then answers. */
function pressOf(dispute: Dispute, step: Step, directory: Directory, today: Day) {
  const worldOf = (by: string, saveAnyway: boolean) =>
    aContext(dispute, { by, on: today, directory, child: secondChild, saveAnyway });
  if (step.kind === 'clock') return undefined;
  if (step.kind === 'offered') {
    const offers = people.flatMap(({ id }) =>
      offeredTo(dispute, worldOf(id, true).sides, id).map((verb) => ({ by: id, verb })),
    );
    const moving = offers.filter(({ verb }) => !ending.includes(verb) || step.pick % 5 === 0);
    const pressed = moving[step.pick % moving.length];
    if (pressed === undefined) return undefined;
    const fields = { ...goodFields[pressed.verb], dueOn: addDays(today, 30), byOn: today, ...step.more };
    return { act: anAct(dispute, pressed.verb, { fields }), context: worldOf(pressed.by, true) };
  }
  const act: Act = {
    verb: step.verb,
    dispute: dispute.id,
    seenTurn: dispute.turn - step.ago,
    fields: step.fields,
    ...(step.form === undefined ? {} : { formId: formId(100 + step.form) }),
  };
  return { act, context: worldOf(step.by, step.saveAnyway) };
}
