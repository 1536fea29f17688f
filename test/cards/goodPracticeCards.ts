import {
  goodPracticeCancelledCard,
  goodPracticeCard,
  goodPracticeForm,
  goodPracticeList,
  type FormState,
  redactPracticeForm,
  type Shown,
} from '../../src/cards/index.js';
import { goodPracticeProblems, noteGoodPractice, passOn } from '../../src/disputes/goodPractice.js';
import type { Policy } from '../../src/policy/policy.js';
import { type Drawn, drawn } from './drawn.js';
import { directoryWith, iro, lead, sceneOn, teamManager } from './service.js';
import { firstChild, typed, children, emptyForm, hostile } from './working.js';

export function goodPracticeCards(policy: Partial<Policy>): Drawn[] {
  const scene = sceneOn('2026-03-04', directoryWith(policy));
  const noted = (number: number, child = false) =>
    noteGoodPractice({
      id: `good-practice:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      by: iro.id,
      at: '2026-03-02T09:14:00.000Z',
      today: '2026-03-02',
      team: 'North',
      ...(child ? { child: firstChild } : {}),
      text: typed('she came every week. **bold** <at>Name</at> ${number}'),
      savedAnyway: false,
    });
  const note = noted(1, true);
  const passed = passOn(note, teamManager.id, '2026-03-03T10:00:00.000Z', '2026-03-03');
  const vacant = sceneOn('2026-03-04', directoryWith(policy, { 'team-manager': undefined }));
  const many = Array.from({ length: 12 }, (_, number) => noted(number + 10));
  const form = (name: string, state: FormState, own: boolean, some = children) =>
    drawn(
      'good practice',
      `good practice form · ${name}`,
      goodPracticeForm(scene, { children: some }, state),
      own,
    );
  return [
    ...Object.entries({ iro, 'team manager': teamManager, lead }).flatMap(([role, person]) => {
      const as = (name: string, shown: Shown, own = false) =>
        drawn('good practice', `good practice ${name} · ${role}`, shown, own);
      return [
        as('noted', goodPracticeCard(note, person, scene)),
        as('noted, a team', goodPracticeCard(noted(2), person, scene)),
        as('noted, nobody holds the stage', goodPracticeCard(note, person, vacant)),
        as('noted, text', goodPracticeCard(note, person, scene, { withText: true }), true),
        as('passed on', goodPracticeCard(passed, person, scene)),
        as('list, none', goodPracticeList([], person, scene, 0)),
        as('list, one', goodPracticeList([note], person, scene, 0)),
        as('list, many', goodPracticeList([...many, passed], person, scene, 0)),
      ];
    }),
    form('empty', emptyForm(), false),
    form('no children', emptyForm(), false, []),
    form(
      'refused',
      {
        ...emptyForm(),
        values: { text: hostile },
        problems: goodPracticeProblems({ text: hostile, child: undefined, team: undefined }),
      },
      true,
    ),
    form(
      'warned',
      { ...emptyForm(), values: { text: hostile, team: 'North' }, warned: ['a postcode'] },
      true,
    ),
    drawn('good practice', 'good practice form · redact', redactPracticeForm(note, scene, emptyForm())),
    drawn('good practice', 'good practice form · cancelled', goodPracticeCancelledCard()),
  ];
}
