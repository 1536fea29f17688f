import {
  type FormState,
  reviewFields,
  reviewForm,
  type Shown,
  childCard,
  supportChildCard,
} from '../../src/cards/index.js';
import { readFields } from '../../src/disputes/commands.js';
import type { Person } from '../../src/people/person.js';
import { sidesOfChild } from '../../src/people/rights.js';
import type { Policy } from '../../src/policy/policy.js';
import { formActNames } from '../../src/reviews/acts.js';
import { currentAllocation } from '../../src/reviews/allocation.js';
import type { Child, ChildFact } from '../../src/reviews/child.js';
import { comingOf, heldReviewOf } from '../../src/reviews/comingReview.js';
import { mayPress } from '../../src/reviews/mayPress.js';
import { timetableOf } from '../../src/reviews/timetable.js';
import { careFrom, heldOn } from '../reviews/childFacts.js';
import { adjourned, planned, said, soonerAsked } from '../reviews/saidFacts.js';
import { admin, directoryWith, iro, lead, sceneOn, teamManager, viewerOf } from './service.js';
import { newForm, typed } from './working.js';

const recordedAt = '2025-10-01T09:00:00.000Z';
const hostile = typed('**bold** <at>Name</at> ${number} [link](https://example.org)');

const childWith = (...facts: ChildFact[]): Child => ({
  id: 'child:700123',
  type: 'child',
  shape: 1,
  ref: '700123',
  facts: [
    {
      kind: 'allocation',
      initials: 'AB',
      family: 'FAMILY-REF-1',
      iro: iro.upn,
      team: 'North',
      source: 'allocations',
      recordedAt,
    },
    ...facts.map((fact) => (fact.source === 'teams' ? fact : { ...fact, recordedAt })),
  ],
});

/** What a day of work finds: on Tue 10 Mar 2026. */
const care = careFrom('2025-11-10');
const first = heldOn('2025-12-08');
const states: Readonly<Record<string, Child>> = {
  'first review, late': childWith(careFrom('2026-02-05')),
  'first review, near': childWith(careFrom('2026-02-12')),
  'second review, moved': childWith(
    care,
    heldOn('2025-12-12'),
    planned('2026-03-12', '2026-03-18'),
    said('reportIn', '2026-03-12', {
      said: 'not-in',
      on: '2026-03-10',
      by: iro.id,
      recordedAt: '2026-03-10T09:14:00.000Z',
    }),
  ),
  'second review, adjourned': childWith(care, heldOn('2025-12-12'), adjourned('2026-03-12', '2026-03-30')),
  'sooner asked': childWith(care, first, heldOn('2026-02-09'), soonerAsked('2026-08-09', '2026-04-02')),
  'everything after it': childWith(care, first, heldOn('2026-03-02', { source: 'ssd', sourceId: 'R1' })),
  'midway, with a concern': childWith(
    care,
    first,
    heldOn('2025-12-09'),
    said('midway', '2026-06-09', { said: 'concern', on: '2026-03-09', text: hostile }),
  ),
  'told by the manager': childWith(care, first, {
    kind: 'iro-told',
    what: 'placement',
    on: '2026-03-13',
    text: hostile,
    source: 'teams',
    by: teamManager.id,
    recordedAt: '2026-03-09T10:00:00.000Z',
  }),
  'perhaps two': childWith(
    care,
    heldOn('2025-12-03', { source: 'teams', by: iro.id, outcome: hostile }),
    heldOn('2025-12-08', { source: 'teams', by: iro.id }),
    heldOn('2025-12-05', { source: 'ssd', sourceId: 'R1' }),
  ),
  'short breaks': childWith(careFrom('2025-11-10', { legalStatuses: [{ from: '2025-11-10', code: 'V4' }] })),
  'own clock': childWith(careFrom('2024-05-13', { adoption: [{ from: '2025-11-10', placed: true }] })),
  'under four': childWith(careFrom('2026-02-12'), {
    kind: 'profile',
    bornOn: '2024-05-06',
    source: 'ssda903',
    recordedAt,
  }),
};

export interface ReviewCardDrawn {
  readonly name: string;
  readonly shown: Shown;
  readonly own: boolean;
}

const everyStep = {
  due: 'show',
  speakToSocialWorker: 'show',
  childSeen: 'show',
  reportIn: 'show',
  decisionsOut: 'show',
  planUpdated: 'show',
  recordWritten: 'show',
  recordSent: 'show',
  midway: 'show',
  conference: 'show',
  progressCheck: 'show',
} as const;

/** A child's card in each state for whoever may see it, and every form that they are offered. */
export function reviewCards(policy: Partial<Policy> = {}): ReviewCardDrawn[] {
  const directory = directoryWith({
    leadTimes: everyStep,
    decisionsNotAgreed: true,
    questions: [{ id: 'place', label: 'Did the child choose where it was held?' }],
    ...policy,
  });
  const scene = sceneOn('2026-03-10', directory);
  const who = { iro, lead, 'team manager': teamManager, admin };
  const as = (name: string, shown: Shown, own = false): ReviewCardDrawn => ({ name, shown, own });
  const cards = Object.entries(states).flatMap(([state, child]) =>
    Object.entries(who).flatMap(([role, person]) => {
      const look = (extra: { said?: string; withText?: boolean } = {}) =>
        person === admin
          ? supportChildCard(child, scene, { person, ...extra })
          : childCard(child, [], (dispute) => viewerOf(dispute, person, scene), scene, { person, ...extra });
      return [
        as(`child, ${state} · ${role}`, look(), policy.textInCards === 'always'),
        ...(person === iro ? [as(`child, ${state}, typed · ${role}`, look({ withText: true }), true)] : []),
        ...(state === 'first review, late'
          ? [as(`child, pressed · ${role}`, look({ said: 'You recorded “Report not in” at 09:14.' }))]
          : []),
      ];
    }),
  );
  return [...cards, ...forms(states, scene, who)];
}

function forms(
  all: Readonly<Record<string, Child>>,
  scene: ReturnType<typeof sceneOn>,
  who: Readonly<Record<string, Person>>,
): ReviewCardDrawn[] {
  const drawn: ReviewCardDrawn[] = [];
  const of = (child: Child, person: Person, held?: string) => {
    const timetable = timetableOf(child, scene.today, scene.directory.policy);
    return {
      child,
      card: 'child' as const,
      sides: sidesOfChild(currentAllocation(child), person, scene.directory, scene.today),
      review: '2026-03-05',
      coming: comingOf(child, scene.today, scene.directory.policy),
      held: held === undefined ? undefined : heldReviewOf(timetable, held),
      underFour: child === all['under four'] ? true : false,
      ...(person === iro ? {} : { onBehalfOf: iro.id }),
    };
  };
  const empty = (): FormState => ({ id: newForm(), values: {}, problems: [], warned: [] });
  const late = all['first review, late'];
  const underFour = all['under four'];
  const afterIt = all['everything after it'];
  const perhaps = all['perhaps two'];
  if (late === undefined || underFour === undefined || afterIt === undefined || perhaps === undefined)
    return [];
  for (const [role, person] of Object.entries(who))
    for (const act of formActNames) {
      const asked = of(late, person);
      if (!mayPress(asked.sides, act)) continue;
      const read = readFields(reviewFields[act], {});
      const values = { text: hostile, outcome: hostile, parentsWhy: hostile };
      drawn.push(
        { name: `review form ${act} · ${role}`, shown: reviewForm(act, asked, scene, empty()), own: false },
        {
          name: `review form ${act} · ${role}, refused`,
          shown: reviewForm(act, asked, scene, {
            ...empty(),
            values,
            problems: read.ok ? [] : read.problems,
          }),
          own: true,
        },
      );
    }
  const warned = { ...empty(), values: { outcome: hostile }, warned: ['a postcode'] as const };
  drawn.push(
    {
      name: 'review form record · warned',
      shown: reviewForm('record', of(late, iro), scene, warned),
      own: true,
    },
    {
      name: 'review form record · under four',
      shown: reviewForm('record', of(underFour, iro), scene, empty()),
      own: false,
    },
    {
      name: 'review form record · completing',
      shown: reviewForm('record', of(afterIt, iro, '2026-03-02'), scene, empty()),
      own: false,
    },
    {
      name: 'review form record · correcting',
      shown: reviewForm('record', of(perhaps, iro, '2025-12-03'), scene, empty()),
      own: true,
    },
    {
      name: 'review form record · perhaps another',
      shown: reviewForm(
        'record',
        { ...of(perhaps, iro, '2025-12-03'), sure: '2025-12-05', another: '2025-12-05' },
        scene,
        empty(),
      ),
      own: true,
    },
  );
  return drawn;
}
