import {
  compactDayCard,
  emptyDayCard,
  type Morning,
  askedMorningCard,
  putAwayCard,
  type Shown,
  type LateRow,
  lateReasonsForm,
  noLateReasonsCard,
} from '../../src/cards/index.js';
import { noteGoodPractice } from '../../src/disputes/goodPractice.js';
import { type Drawn, drawn } from './drawn.js';
import { director, iro, lead, sceneOn, teamManager } from './service.js';
import { type Situation } from './situations.js';
import { firstChild, newForm, typed } from './working.js';

const record = { recordedAt: '2026-03-01T00:00:00.000Z', source: 'allocations' as const };

/** Children looked after since 9 Feb: their first reviews are due on Mon 9 Mar. */
const reviewed = (count: number): Morning['children'] =>
  Array.from({ length: count }, (_, index) => ({
    sides: new Set(['iro'] as const),
    child: {
      id: `child:70013${index}`,
      type: 'child' as const,
      shape: 1 as const,
      ref: `70013${index}`,
      facts: [
        { kind: 'allocation' as const, initials: 'CD', iro: iro.upn, team: 'North', ...record },
        {
          kind: 'period' as const,
          startedOn: '2026-02-09',
          knownFrom: '2026-02-09',
          legalStatuses: [{ from: '2026-02-09', code: 'C1' }],
          ...record,
        },
      ],
    },
  }));

/** What a press said, and what takes it back. */
const pressed = {
  said: 'You recorded “Report not in” at 09:14.',
  takeBack: [
    {
      title: 'Take back: Report not in (700130)',
      data: { press: 'take-back', child: '700130', card: 'morning', said: '2026-03-10T09:14:00.000Z' },
    },
  ] as const,
};

/** Reviews of those children that were held late. */
const lateOf = (count: number): LateRow[] =>
  reviewed(count).map(({ child }, index) => ({
    child,
    late: {
      due: 'known',
      type: 'first',
      dueOn: '2026-03-02',
      onTime: false,
      workingDaysLate: 1,
      review: {
        heldOn: index === 0 ? '2026-03-03' : '2026-03-06',
        withoutMeeting: false,
        participation: 'PN1',
        told: {},
        settled: [],
        said: [],
      },
    },
  }));

/** The day of each role: with nothing for today, with much, on a later page, and of a lead the week. */
export function morningCards(situations: readonly Situation[]): Drawn[] {
  const scene = sceneOn('2026-03-09');
  const morningCard = (...asked: Parameters<typeof askedMorningCard>) =>
    askedMorningCard(...asked) ?? emptyDayCard('2026-03-10', scene);
  const note = noteGoodPractice({
    id: 'good-practice:00000000-0000-4000-8000-000000000001',
    by: iro.id,
    at: '2026-03-02T09:14:00.000Z',
    today: '2026-03-02',
    team: 'North',
    child: firstChild,
    text: typed('she came every week.'),
    savedAnyway: false,
  });
  const everything = situations.map(({ dispute }) => dispute).filter(({ status }) => status !== 'closed');
  const say = (title: string, said: string) => ({ title, words: said });
  const week: Morning['week'] = [
    { text: '3 disputes past the day for all stages together', buttons: [say('Show', 'disputes')] },
    { text: '1 dispute with the director', buttons: [say('Show', 'disputes')] },
    {
      text: '2 disputes were withdrawn since Mon 2 Mar',
      buttons: [say('D-2026-0042', 'D-2026-0042'), say('D-2026-0043', 'D-2026-0043')],
    },
  ];
  return Object.entries({ iro, 'team manager': teamManager, director, lead }).flatMap(([role, person]) => {
    const morning = (disputes: typeof everything, more: Partial<Morning> = {}): Morning => ({
      type: 'morning',
      id: person.id,
      turn: 1,
      changedAt: scene.now,
      person,
      disputes,
      children: [],
      teamChildren: [],
      practice: [],
      told: new Set(),
      month: [],
      week: [],
      ...more,
    });
    const as = (name: string, shown: Shown) => drawn('mornings', `morning · ${role} · ${name}`, shown);
    const many = morning(everything, role === 'team manager' ? { practice: [note] } : {});
    const measured = { ...many, ...(role === 'team manager' ? { answered: { within: 9, of: 10 } } : {}) };
    return [
      as('a few', morningCard(morning(everything.slice(4, 8)), scene)),
      as('many', morningCard(measured, scene)),
      ...(role === 'iro'
        ? [
            as('reviews', morningCard(morning(everything.slice(4, 7), { children: reviewed(3) }), scene)),
            as('as many reviews as fit', morningCard(morning([], { children: reviewed(12) }), scene)),
            as('after a press', morningCard(morning([], { children: reviewed(1) }), scene, pressed)),
          ]
        : []),
      as('many, the last page', morningCard(many, scene, { page: 99 })),
      ...(role === 'lead'
        ? [
            as('the week', morningCard(morning(everything, { week }), scene)),
            as(
              'the month',
              morningCard(
                morning([], {
                  month: [
                    {
                      text: '7 late reviews have no reason: Ida Reviewer 4, Ines Reviewer 3',
                      buttons: [say('Show', 'late reviews')],
                    },
                  ],
                }),
                scene,
              ),
            ),
          ]
        : []),
      ...(role === 'iro'
        ? [
            as(
              'the month',
              morningCard(
                morning([], {
                  month: [
                    {
                      text: '7 late reviews have no reason',
                      buttons: [say('Give the reasons…', 'late reasons')],
                    },
                  ],
                }),
                scene,
              ),
            ),
            as('why late, many', lateReasonsForm(lateOf(12), newForm(), scene)),
            as('why late, after a save', lateReasonsForm(lateOf(1), newForm(), scene, '2 reasons saved.')),
            as('why late, all said', noLateReasonsCard(scene, '1 reason saved.')),
            as('put away', putAwayCard('2026-03-10', scene)),
            as('put away on the last day', putAwayCard(undefined, scene)),
            as('empty', emptyDayCard('2026-03-10', scene)),
            as('nothing in it, after a press', emptyDayCard('2026-03-11', scene, pressed)),
            as('too long', compactDayCard(scene)),
          ]
        : []),
    ];
  });
}
