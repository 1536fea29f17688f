import {
  actForm,
  childCard,
  disputeCard,
  dialogNotice,
  fileNoteCard,
  type FormState,
  hasForm,
  helpCard,
  listCard,
  noticeCard,
  nothingFoundCard,
  notOnListCard,
  notUnderstoodCard,
  pointerCard,
  raiseCancelledCard,
  raiseForm,
  type Scene,
  type Shown,
  unreachableCard,
  welcomeCard,
} from '../../src/cards/index.js';
import { actFields, raiseFields, readFields } from '../../src/disputes/commands.js';
import { offeredTo, stagesAbove } from '../../src/disputes/rules.js';
import { isIroSide } from '../../src/people/rights.js';
import type { Policy } from '../../src/policy/policy.js';
import type { Child } from '../../src/reviews/child.js';
import { capital, counted } from '../../src/words/grammar.js';
import { words } from '../../src/words/index.js';
import { coverCards } from './covers.js';
import { reassignCards } from './reassigns.js';
import { type Drawn, drawn } from './drawn.js';
import { figureCards } from './figureCards.js';
import { reviewCards } from './reviewCards.js';
import { admin, iro, lead, people, sceneOn, teamManager, viewerOf } from './service.js';
import { type Situation, situationsUnder } from './situations.js';
import { children, emptyForm, hostile, newForm } from './working.js';
import { goodPracticeCards } from './goodPracticeCards.js';
import { morningCards } from './morningCards.js';

export type { Drawn } from './drawn.js';

/** Every dispute card for everybody who may see it. */
export function disputeCards(situations: readonly Situation[]): Drawn[] {
  return situations.flatMap(({ name, dispute, scene }) =>
    Object.entries(people).flatMap(([role, person]) => {
      const viewer = viewerOf(dispute, person, scene);
      if (viewer.sides.size === 0) return [];
      const as = (what: string, shown: Shown, own = false) =>
        drawn(role, `${name} · ${role}${what}`, shown, own);
      const text = (page: number) => disputeCard(dispute, viewer, scene, { text: { page } });
      return [
        as('', disputeCard(dispute, viewer, scene)),
        as(' · text', text(0), true),
        as(' · text, later page', text(1), true),
        as(
          ' · given back',
          disputeCard(dispute, viewer, scene, {
            said: 'This moved on at 09:12.',
            givenBack: { text: hostile, formId: newForm() },
          }),
          true,
        ),
        ...(isIroSide(viewer.sides)
          ? dispute.children.map((child) =>
              as(` · file note ${child.ref}`, fileNoteCard(dispute, child, viewer, scene), true),
            )
          : []),
      ];
    }),
  );
}

/** Every form that somebody is offered: empty, refused, and warned of personal detail. */
export function formCards(situations: readonly Situation[]): Drawn[] {
  const drawnBefore = new Set<string>();
  return situations.flatMap(({ name, dispute, scene }) =>
    Object.entries(people).flatMap(([role, person]) => {
      const viewer = viewerOf(dispute, person, scene);
      return offeredTo(dispute, viewer.sides, person.id)
        .filter((verb) => hasForm(verb, dispute))
        .filter((verb) => {
          // The same form in another situation with as many stages left shows nothing new.
          const same = `${verb} ${dispute.status} ${stagesAbove(dispute).length} ${dispute.children.length}`;
          return !drawnBefore.has(same) && drawnBefore.add(same);
        })
        .flatMap((verb) => {
          const form = (state: FormState) => actForm(verb, dispute, viewer, scene, state, { children });
          const read = readFields(actFields[verb], {});
          const problems = read.ok ? [] : read.problems;
          const as = (what: string, state: FormState, own: boolean) =>
            drawn(`forms of ${role}`, `${verb} · ${name}${what}`, form(state), own);
          return [
            as('', emptyForm(), false),
            as(' · refused', { ...emptyForm(), problems, values: { text: hostile, changed: hostile } }, true),
            as(
              ' · warned',
              { ...emptyForm(), warned: ['a postcode', 'a date of birth'], values: { text: hostile } },
              true,
            ),
          ];
        });
    }),
  );
}

const today = '2026-03-04';
const readDaysAgo = ({ directory }: Scene) => ({
  ...directory,
  importedAt: { ssd: '2026-02-25T06:00:00.000Z' },
});
const record = { recordedAt: '2026-03-01T00:00:00.000Z', source: 'allocations' as const };
const protectedChild: Child = {
  id: 'child:700123',
  type: 'child',
  shape: 1,
  ref: '700123',
  facts: [
    { kind: 'allocation', initials: 'AB', iro: iro.upn, team: 'North', ...record },
    {
      kind: 'conference',
      conference: 'initial',
      sourceId: 'C1',
      strategyOn: '2025-10-06',
      heldOn: '2025-10-27',
      plans: true,
      ...record,
      source: 'ssd',
    },
  ],
};
const child = (allocated: boolean): Child => ({
  id: 'child:700123',
  type: 'child',
  shape: 1,
  ref: '700123',
  facts: allocated
    ? [
        {
          kind: 'allocation',
          initials: 'AB',
          family: 'FAMILY-REF-1',
          iro: iro.upn,
          team: 'North',
          ...record,
        },
        { kind: 'review', heldOn: '2025-12-09', participation: 'PN1', ...record },
        {
          kind: 'review',
          heldOn: '2025-12-08',
          participation: 'PN5',
          ...record,
          source: 'ssd',
          sourceId: 'R1',
        },
        {
          kind: 'expected-review',
          sourceDueOn: '2026-06-10',
          cancelled: false,
          ...record,
          source: 'ssd',
          sourceId: 'R2',
        },
        { kind: 'profile', bornOn: '2014-05-06', sex: '1', ethnicity: 'ETHNICITY', ...record },
      ]
    : [],
});

function raiseForms(): Drawn[] {
  const scene = sceneOn(today);
  const problems = (fields: Record<string, string>) => {
    const read = readFields(raiseFields, fields);
    return read.ok ? [] : read.problems;
  };
  const form = (name: string, state: FormState, own: boolean, team?: string) =>
    drawn(
      'raise',
      `raise · ${name}`,
      raiseForm(scene, { children, ...(team === undefined ? {} : { team }) }, state),
      own,
    );
  const filled = {
    child: '700123',
    kind: 'formal',
    theme: 'drift',
    worrying: hostile,
    right: hostile,
    stage: 'operations-manager',
    systemFault: 'true',
    otherThemes: 'visits,health',
  };
  return [
    form('empty', emptyForm(), false, 'North'),
    form('a team without holders', emptyForm(), false, 'South'),
    form('refused', { ...emptyForm(), values: { kind: 'informal' }, problems: problems({}) }, false),
    form(
      'refused, filled in',
      {
        ...emptyForm(),
        values: filled,
        problems: [{ field: 'lookAgainOn', problem: 'Choose today or a later day.' }],
      },
      true,
    ),
    form('warned', { ...emptyForm(), values: filled, warned: ['a postcode'] }, true),
    drawn('raise', 'raise · no children', raiseForm(scene, { children: [] }, emptyForm())),
  ];
}

function lists(situations: readonly Situation[]): Drawn[] {
  const scene = sceneOn(today);
  const disputes = situations.map(({ dispute }) => dispute);
  return Object.entries({ iro, 'team manager': teamManager, lead }).flatMap(([role, person]) => {
    const viewer = (dispute: (typeof disputes)[number]) => viewerOf(dispute, person, scene);
    const list = (name: string, some: typeof disputes, page: number) =>
      drawn('lists', `list · ${role} · ${name}`, listCard(some, viewer, scene, { page, person }));
    return [
      list('none', [], 0),
      list('one', disputes.slice(4, 5), 0),
      list('ten', disputes.slice(0, 10), 0),
      list('many', disputes, 0),
      list('many, the last page', disputes, 99),
      ...(role === 'lead' ? [disputes.slice(0, 12), []] : []).map((some) => {
        const heading = capital(words.morning.week.over(counted(some.length, 'dispute', 'disputes')));
        const only = { heading, words: 'disputes past the day' };
        return drawn(
          'lists',
          `list · ${role} · past the day, ${some.length}`,
          listCard(some, viewer, scene, { page: 0, person, only }),
        );
      }),
      drawn('lists', `child · ${role}`, childCard(child(true), disputes, viewer, scene, { person })),
      drawn(
        'lists',
        `child · ${role} · no disputes, not allocated`,
        childCard(child(false), [], viewer, scene, { person }),
      ),
      drawn(
        'lists',
        `child · ${role} · on a child protection plan, case system as at days ago`,
        childCard(protectedChild, [], viewer, { ...scene, directory: readDaysAgo(scene) }, { person }),
      ),
    ];
  });
}

/** Good practice, noted and passed on, for everybody who may see it; the form, and the lists. */
function notices(situations: readonly Situation[]): Drawn[] {
  const scene = sceneOn(today);
  const unreached = situations.map(({ dispute }, n) => ({
    person: `**Example** Person ${n}`,
    about:
      n === 1
        ? { goodPractice: 'good-practice:00000000-0000-4000-8000-000000000001' }
        : { dispute: dispute.id, number: dispute.number },
    why: 'has not installed this app',
    insteadOf: n === 0 ? [] : ['Example Iro', 'Example Lead'],
    ...(n === 2 ? { reach: { state: 'removed' as const, since: '2026-03-02T09:00:00.000Z' } } : {}),
  }));
  const as = (name: string, shown: Shown, own = false) => drawn('notices', name, shown, own);
  return [
    ...Object.entries({ ...people, admin }).flatMap(([role, person]) => [
      as(`help · ${role}`, helpCard(person, scene)),
      as(`welcome · ${role}`, welcomeCard(person, scene)),
    ]),
    as('not understood', notUnderstoodCard(hostile, ['disputes', 'raise', 'help']), true),
    as('not on the list', notOnListCard()),
    as('raise cancelled', raiseCancelledCard()),
    as(
      'dialog · raised',
      dialogNotice({ heading: 'D-2026-0042', lines: ['You raised D-2026-0042 at 09:14.'] }),
    ),
    as('dialog · given back', dialogNotice({ heading: 'Nothing here', lines: [] }, hostile), true),
    as('pointer', pointerCard('D-2026-0042', { press: 'say', words: 'D-2026-0042' })),
    as('nothing found', nothingFoundCard(hostile), true),
    as(
      'notice',
      noticeCard({
        heading: 'Already raised',
        lines: ['One line.', ''],
        buttons: [{ title: 'Open', data: { press: 'say', words: 'D-2026-0042' } }],
      }),
    ),
    as('unreachable · none', unreachableCard([], scene, 0)),
    as('unreachable · one', unreachableCard(unreached.slice(0, 1), scene, 0)),
    as('unreachable · many', unreachableCard(unreached, scene, 0)),
    as(
      'unreachable · people alone',
      unreachableCard(
        (['removed', 'blocked'] as const).map((state) => ({
          person: 'Example Team-Manager',
          reach: { state, since: '2026-03-02T09:00:00.000Z' },
          why: '',
          insteadOf: [],
        })),
        scene,
        0,
      ),
    ),
  ];
}

/** Every card × role × state. */
export function everyCard(policy: Partial<Policy> = {}): Drawn[] {
  const situations = situationsUnder(policy);
  return [
    ...disputeCards(situations),
    ...formCards(situations),
    ...raiseForms(),
    ...lists(situations),
    ...goodPracticeCards(policy),
    ...coverCards().map(([name, shown]) => drawn('cover', name, shown)),
    ...reassignCards().map(([name, shown]) => drawn('reassign', name, shown)),
    ...morningCards(situations),
    ...figureCards(),
    ...notices(situations),
    ...reviewCards(policy).map(({ name, shown, own }) => drawn('reviews', name, shown, own)),
  ];
}
