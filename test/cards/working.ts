import type { FormState, Scene } from '../../src/cards/index.js';
import { addDays } from '../../src/calendar/days.js';
import { apply } from '../../src/disputes/apply.js';
import { raiseFields, type Verb } from '../../src/disputes/commands.js';
import { decide } from '../../src/disputes/decide.js';
import { type Dispute, stageOf } from '../../src/disputes/dispute.js';
import { raise } from '../../src/disputes/raise.js';
import type { Person } from '../../src/people/person.js';
import { holderOf } from '../../src/people/directory.js';
import { responderOf } from '../../src/people/rights.js';
import { struck } from '../disputes/striking.js';
import { iro, sceneOn, viewerOf } from './service.js';

let forms = 0;
export function newForm(): string {
  forms += 1;
  return `00000000-0000-4000-8000-${String(forms).padStart(12, '0')}`;
}

export const firstChild = { ref: '700123', initials: 'AB', family: 'FAMILY-REF-1' };
export const siblings = [
  { ref: '700124', initials: 'CD', family: 'FAMILY-REF-1' },
  { ref: '700125', initials: 'EF', family: 'FAMILY-REF-1' },
];

/** Whatever somebody types begins with this, so that a card can be searched for it. */
export const typed = (words: string) => `Typed: ${words}`;

export function raised(
  scene: Scene,
  fields: Readonly<Record<string, string>> = {},
  more: { children?: readonly (typeof firstChild)[]; worrying?: string; right?: string } = {},
): Dispute {
  const { policy } = scene.directory;
  const formId = newForm();
  const events = raise(
    raiseFields.parse({
      child: '700123',
      kind: 'formal',
      theme: 'drift/housing',
      worrying: more.worrying ?? typed('the plan agreed in September has not been started.'),
      right: more.right ?? typed('a start date for the work agreed at the review, by the end of March.'),
      ...fields,
    }),
    {
      id: `dispute:${formId}`,
      formId,
      number: 'D-2026-0042',
      by: iro.id,
      at: scene.now,
      today: scene.today,
      iro: iro.id,
      team: 'North',
      children: more.children ?? [firstChild, siblings[0]!],
      kept: {
        ladder: policy.ladder.map(({ label: _, ...stage }) => stage),
        totalWorkingDays: policy.totalWorkingDays,
        onNoResponse: policy.onNoResponse,
      },
      savedAnyway: false,
      holder: (stage) => holderOf(scene.directory, 'North', stage, scene.today)?.id,
    },
  );
  return events.reduce<Dispute | undefined>(apply, undefined)!;
}

/** Somebody's press; one that is refused is a mistake of the test. */
export function pressed(
  dispute: Dispute,
  verb: Verb,
  by: Person,
  fields: Readonly<Record<string, string>> = {},
  scene: Scene = sceneOn('2026-03-03'),
): Dispute {
  const decision = decide(
    dispute,
    { verb, dispute: dispute.id, seenTurn: dispute.turn, formId: newForm(), fields },
    {
      by: by.id,
      sides: viewerOf(dispute, by, scene).sides,
      at: scene.now,
      today: scene.today,
      holder: (stage) => responderOf(dispute, stage, scene.directory, scene.today)?.id,
      child: verb === 'add-child' ? { ref: '700200', initials: 'GH' } : undefined,
      saveAnyway: false,
    },
  );
  if (decision.kind !== 'done') throw new Error(`${verb} was not done: ${JSON.stringify(decision)}`);
  return decision.events.reduce<Dispute | undefined>(apply, dispute)!;
}

/** The due day passes, and the clock comes by on the day after. */
export function lapsed(dispute: Dispute, told = true): Dispute {
  const due = stageOf(dispute)?.dueOn;
  if (typeof due !== 'string') throw new Error('there is no due day');
  return struck(dispute, sceneOn(addDays(due, 1)).now, { told });
}

export const emptyForm = (): FormState => ({ id: newForm(), values: {}, problems: [], warned: [] });
/** What nobody should have to type again. */
export const hostile = typed(
  '**bold** <at>Name</at> ${number} [link](https://example.org) {{DATE(2026-03-02T09:00:00Z, SHORT)}}',
);

export const children = [firstChild, ...siblings, { ref: '700200', initials: 'GH' }];
