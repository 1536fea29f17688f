import { atHour } from '../../src/calendar/days.js';
import type { Scene } from '../../src/cards/index.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import { ladders } from '../../src/policy/ladders.js';
import type { Policy } from '../../src/policy/policy.js';
import {
  assistantDirector,
  director,
  directoryWith,
  iro,
  oddlyNamed,
  operationsManager,
  sceneOn,
  teamManager,
} from './service.js';
import { type Imported, importedDispute } from '../disputes/imported.js';
import { struck } from '../disputes/striking.js';
import { firstChild, lapsed, pressed, raised, siblings, typed } from './working.js';

export interface Situation {
  readonly name: string;
  readonly dispute: Dispute;
  readonly scene: Scene;
}

/** Every state that a card tells apart, under a policy. Raised on Mon 2 Mar, answered on the day after. */
export function situationsUnder(policy: Partial<Policy> = {}): Situation[] {
  const directory = directoryWith(policy);
  const on = (today: string) => sceneOn(today, directory);
  const monday = on('2026-03-02');
  const wednesday = on('2026-03-04');
  const start = raised(monday);
  const informal = raised(monday, { kind: 'informal' });
  const press = (
    dispute: Dispute,
    verb: Parameters<typeof pressed>[1],
    by: Parameters<typeof pressed>[2],
    fields = {},
  ) => pressed(dispute, verb, by, fields, on('2026-03-03'));
  const text = (words: string) => ({ text: typed(words) });
  const asked = press(start, 'ask', teamManager, text('which work do you mean?'));
  const answer = { ...text('the work starts on Monday.'), byOn: '2026-03-23' };
  const offered = press(press(start, 'acknowledge', teamManager), 'resolve', teamManager, answer);
  const disagreed = press(start, 'disagree', teamManager, text('the plan has been started.'));
  const agreed = press(offered, 'agree', iro, {
    outcome: 'action-done',
    checkOn: '2026-03-23',
    changed: typed('the child has a start date.'),
  });
  const up = press(start, 'escalate', iro, text('nothing has moved.'));
  const last = press(start, 'escalate', iro, { ...text('this is urgent.'), to: 'director' });
  const late = on('2026-03-10');
  return [
    { name: 'informal', dispute: informal, scene: wednesday },
    { name: 'informal, to look at again', dispute: informal, scene: late },
    {
      name: 'informal, sent to the manager and seen',
      dispute: press(raised(monday, { kind: 'informal', sendToManager: 'true' }), 'acknowledge', teamManager),
      scene: wednesday,
    },
    {
      name: 'informal, sent to the manager',
      dispute: raised(monday, { kind: 'informal', sendToManager: 'true' }),
      scene: wednesday,
    },
    { name: 'waiting', dispute: start, scene: wednesday },
    {
      name: 'waiting, acknowledged',
      dispute: press(start, 'acknowledge', teamManager),
      scene: wednesday,
    },
    { name: 'waiting, due today', dispute: start, scene: on('2026-03-09') },
    { name: 'waiting, a question open', dispute: asked, scene: wednesday },
    {
      name: 'waiting, the question answered',
      dispute: press(asked, 'answer-question', iro, text('the work with the carers.')),
      scene: wednesday,
    },
    { name: 'waiting, lapsed', dispute: lapsed(start), scene: late },
    { name: 'waiting, could not be told', dispute: lapsed(start, false), scene: late },
    { name: 'waiting, lapsed on the last stage', dispute: lapsed(last), scene: on('2026-03-12') },
    {
      name: 'waiting, more time beyond the total',
      dispute: press(start, 'more-time', iro, { ...text('a move is planned.'), dueOn: '2026-04-10' }),
      scene: wednesday,
    },
    {
      name: 'waiting, passed up',
      dispute: press(start, 'pass-up', teamManager, { reason: 'needs-funding' }),
      scene: wednesday,
    },
    { name: 'waiting, escalated', dispute: up, scene: wednesday },
    { name: 'waiting, bypassed to the last stage', dispute: last, scene: wednesday },
    { name: 'answered, an offer', dispute: offered, scene: wednesday },
    { name: 'answered, disagreed', dispute: disagreed, scene: wednesday },
    {
      name: 'answered, sent back',
      dispute: press(disagreed, 'not-resolved', iro, { ...text('not with the carers.'), next: 'back' }),
      scene: wednesday,
    },
    {
      name: 'answered, not resolved and escalated',
      dispute: press(disagreed, 'not-resolved', iro, { ...text('not with the carers.'), next: 'up' }),
      scene: wednesday,
    },
    {
      name: 'returned',
      dispute: press(start, 'not-mine', teamManager, text('the child moved team.')),
      scene: wednesday,
    },
    { name: 'agreed, to be checked', dispute: agreed, scene: wednesday },
    { name: 'agreed, the check day', dispute: agreed, scene: on('2026-03-23') },
    { name: 'agreed, after the check day', dispute: agreed, scene: on('2026-03-25') },
    {
      name: 'reopened',
      dispute: press(agreed, 'not-done', iro, { ...text('no start date came.'), stage: 'next' }),
      scene: wednesday,
    },
    { name: 'closed, done', dispute: press(agreed, 'done', iro), scene: wednesday },
    { name: 'closed, explained', dispute: press(disagreed, 'accept-explanation', iro), scene: wednesday },
    {
      name: 'closed, withdrawn',
      dispute: press(up, 'withdraw', iro, text('raised twice.')),
      scene: wednesday,
    },
    {
      name: 'closed, sorted at once',
      dispute: raised(monday, { kind: 'informal', sorted: 'true' }),
      scene: wednesday,
    },
    {
      name: 'one child, closed and on file',
      dispute: press(
        press(raised(monday, {}, { children: [firstChild] }), 'withdraw', iro, text('wrong child.')),
        'on-file',
        iro,
        { child: '700123' },
      ),
      scene: on('2027-01-05'),
    },
    {
      name: 'with every mark, three children, Cafcass and advice',
      dispute: press(
        press(
          press(
            raised(
              monday,
              {
                otherThemes: 'visits,safety/missing',
                systemFault: 'true',
                resources: 'true',
                cameFrom: 'child-told-me',
              },
              { children: [firstChild, ...siblings] },
            ),
            'cafcass',
            iro,
            { ...text('SECRET-OF-CAFCASS.'), referredOn: '2026-03-03' },
          ),
          'advice',
          iro,
          { ...text('SECRET-OF-ADVICE.'), from: 'legal', takenOn: '2026-03-03' },
        ),
        'add-child',
        iro,
        { child: '700200' },
      ),
      scene: wednesday,
    },
    { name: 'long', dispute: longOne(on), scene: on('2026-03-31') },
    {
      name: 'vacant',
      dispute: start,
      scene: sceneOn('2026-03-04', directoryWith(policy, { 'team-manager': undefined })),
    },
    {
      name: 'returned, vacant',
      dispute: press(start, 'not-mine', teamManager),
      scene: sceneOn('2026-03-04', directoryWith(policy, { 'team-manager': undefined })),
    },
    {
      name: 'returned, somebody with a name full of marks',
      dispute: press(start, 'not-mine', teamManager),
      scene: sceneOn('2026-03-04', directoryWith(policy, { 'team-manager': oddlyNamed })),
    },
    ...recordSituations(wednesday),
    ...alertSituations(policy),
    ...remindedSituations(on, start, offered, press(start, 'not-mine', teamManager), agreed),
  ];
}

/** Taken over from an earlier record, with all that it may say and with the least. */
function recordSituations(scene: Scene): Situation[] {
  const imported = (name: string, differs: Partial<Imported>) => ({
    name: `from an earlier record, ${name}`,
    dispute: importedDispute({ number: 'ESC 12', text: typed('nothing moved for a year.'), ...differs }),
    scene,
  });
  return [
    imported('whole', { children: [firstChild, ...siblings] }),
    imported('without an end', { closedOn: undefined, outcome: undefined, closedStage: undefined }),
    imported('without a day', { closedOn: undefined }),
    imported('with hardly anything', {
      formal: undefined,
      children: [{ ref: '1', initials: '' }],
      themes: [],
      stages: [],
      outcome: undefined,
      closedStage: undefined,
    }),
    imported('without a child', { children: [], iro: 'somebody who left' }),
  ];
}

/** What the clock reminds of, on the morning when it does. */
function remindedSituations(
  on: (today: string) => Scene,
  start: Dispute,
  offered: Dispute,
  returned: Dispute,
  agreed: Dispute,
): Situation[] {
  const at = (name: string, dispute: Dispute, today: string): Situation => ({
    name,
    dispute: struck(dispute, atHour(today, '08:00')),
    scene: on(today),
  });
  return [
    at('reminded, due on the next working day', start, '2026-03-06'),
    at('unjudged for two working days', offered, '2026-03-05'),
    at('the end of all stages near, waiting', start, '2026-03-27'),
    at('the end of all stages near, unjudged', offered, '2026-03-27'),
    at('the end of all stages today, returned', returned, '2026-03-30'),
    at('told that the check day came', agreed, '2026-03-23'),
  ];
}

/** Where the lead judges for the IRO side, and the last stage has no due day. */
function alertSituations(policy: Partial<Policy>): Situation[] {
  const alert: Partial<Policy> = {
    label: 'alert',
    words: { disputes: 'alerts', review: 'review', lookedAfter: 'looked after', familyTime: 'family time' },
    ladder: [...ladders.alert],
    ...policy,
  };
  const directory = directoryWith(alert, {
    'head-of-service': operationsManager,
    'executive-head': assistantDirector,
    director,
  });
  const scene = sceneOn('2026-03-04', directory);
  const start = raised(sceneOn('2026-03-02', directory));
  const at = (to: string) => pressed(start, 'escalate', iro, { text: typed('urgent.'), to }, scene);
  return [
    { name: 'alert, judged by the lead', dispute: at('executive-head'), scene },
    { name: 'alert, no due day', dispute: at('director'), scene },
    {
      name: 'alert, no due day, reminded of for three weeks',
      dispute: struck(at('director'), atHour('2026-03-25', '08:00')),
      scene: sceneOn('2026-03-25', directory),
    },
    {
      name: 'alert, answered to the lead',
      dispute: pressed(at('director'), 'disagree', director, { text: typed('no.') }, scene),
      scene,
    },
  ];
}

/** As much as people write: many notes, and 4,000 characters in each field. */
function longOne(on: (today: string) => Scene): Dispute {
  const words = (n: number) =>
    typed('words enough to fill a field. ').padEnd(n, 'A sentence with “quotes” and\na new line. ');
  let dispute = raised(
    on('2026-03-02'),
    {},
    { worrying: words(4000), right: words(4000), children: [firstChild, ...siblings] },
  );
  for (let n = 0; n < 30; n++)
    dispute = pressed(dispute, 'note', teamManager, { text: words(3900) }, on('2026-03-03'));
  dispute = pressed(dispute, 'ask', teamManager, { text: words(4000) }, on('2026-03-03'));
  return pressed(dispute, 'escalate', iro, { text: words(4000) }, on('2026-03-04'));
}
