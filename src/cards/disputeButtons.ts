import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import { offeredTo } from '../disputes/rules.js';
import { isIroSide } from '../people/rights.js';
import { words } from '../words/index.js';
import { hasForm, notOnFile } from './hasForm.js';
import type { Scene, Viewer } from './scene.js';
import { type Eyes, type Standing, eyesOf, onLastStage, standingOf } from './standing.js';
import { type CardAction, button } from './template.js';
import { verbTitle } from './titles.js';
import { day, holderNow } from './words.js';

const { acts } = words;

const mostInTheRow = 5;

/** What stands in the row, the first of them the wanted one; all else that is offered is under *More*. */
const rows: Record<Eyes, Record<Standing, readonly Verb[]>> = {
  judge: {
    informal: ['sorted', 'make-formal', 'note', 'close'],
    waiting: ['escalate', 'more-time', 'note', 'cafcass'],
    asked: ['answer-question', 'escalate', 'more-time', 'note'],
    lapsed: ['more-time', 'note', 'cafcass'],
    vacant: ['escalate', 'more-time', 'note', 'cafcass'],
    offered: ['agree', 'not-resolved', 'escalate', 'note'],
    disagreed: ['accept-explanation', 'not-resolved', 'escalate', 'cafcass', 'note'],
    returned: ['send-to', 'escalate', 'note', 'close'],
    'to-check': ['done', 'not-done', 'note'],
    'check-now': ['done', 'not-done', 'note'],
    closed: ['on-file', 'note'],
  },
  responder: {
    informal: ['acknowledge', 'note'],
    waiting: ['acknowledge', 'resolve', 'disagree', 'ask'],
    asked: ['acknowledge', 'resolve', 'disagree', 'ask'],
    lapsed: ['acknowledge', 'resolve', 'disagree', 'ask'],
    vacant: ['acknowledge', 'resolve', 'disagree', 'ask'],
    offered: ['note'],
    disagreed: ['note'],
    returned: ['note'],
    'to-check': ['note'],
    'check-now': ['note'],
    closed: ['note'],
  },
  reader: {
    informal: ['note'],
    waiting: ['note'],
    asked: ['note'],
    lapsed: ['note'],
    vacant: ['note'],
    offered: ['note'],
    disagreed: ['note'],
    returned: ['note'],
    'to-check': ['note'],
    'check-now': ['note'],
    closed: ['note'],
  },
};

/** The order under *More*; the one that cannot be undone comes last. */
const order: readonly Verb[] = [
  'acknowledge',
  'resolve',
  'disagree',
  'ask',
  'not-mine',
  'pass-up',
  'escalate',
  'more-time',
  'answer-question',
  'agree',
  'accept-explanation',
  'not-resolved',
  'done',
  'not-done',
  'send-to',
  'sorted',
  'make-formal',
  'note',
  'cafcass',
  'advice',
  'add-child',
  'on-file',
  'redact',
  'close',
  'withdraw',
];

const wantsSomething = (eyes: Eyes, standing: Standing) =>
  eyes === 'responder'
    ? ['waiting', 'asked', 'lapsed', 'vacant'].includes(standing)
    : eyes === 'judge' && !['waiting', 'vacant', 'to-check', 'closed'].includes(standing);

/** The reason that *Escalate* in one press gives after a lapse. */
export const lapseReason = (dispute: Dispute, scene: Scene) =>
  dispute.status === 'waiting' && dispute.stage.dueOn !== null
    ? words.wanted.waiting.noAnswer(day(dispute.stage.lapse?.dueOn ?? dispute.stage.dueOn, scene))
    : '';

function act(verb: Verb, dispute: Dispute, fixed: Record<string, string> = {}) {
  return { press: 'act', verb, dispute: dispute.id, turn: dispute.turn, ...fixed } as const;
}

function verbButton(
  verb: Verb,
  dispute: Dispute,
  scene: Scene,
  style: CardAction['style'],
  mode: CardAction['mode'],
) {
  const title = verbTitle(verb, dispute, scene);
  const [child] = notOnFile(dispute);
  const data = hasForm(verb, dispute)
    ? ({ press: 'open-form', verb, dispute: dispute.id, turn: dispute.turn } as const)
    : act(verb, dispute, verb === 'on-file' && child !== undefined ? { child: child.ref } : {});
  return button(title, data, { style: verb === 'withdraw' ? 'destructive' : style, mode });
}

/** Sending it to whoever has just said that it is not theirs is possible, and hardly what is wanted. */
const returnedBySame = (dispute: Dispute, scene: Scene) =>
  dispute.status === 'returned' &&
  dispute.history.find(({ seq }) => seq === dispute.returned)?.by === holderNow(dispute, scene)?.id;

/** What this person could do now, and nothing else. */
export function disputeButtons(dispute: Dispute, viewer: Viewer, scene: Scene): CardAction[] {
  const eyes = eyesOf(viewer);
  const standing = standingOf(dispute, scene);
  const offered = new Set(offeredTo(dispute, viewer.sides, viewer.person.id));
  // Sending it to nobody would leave it where nobody sees it.
  if (holderNow(dispute, scene) === undefined) offered.delete('send-to');
  const inOnePress = eyes === 'judge' && standing === 'lapsed' && !onLastStage(dispute);
  const first = inOnePress
    ? [
        button(acts.names.escalate, act('escalate', dispute, { text: lapseReason(dispute, scene) }), {
          style: 'positive',
        }),
      ]
    : [];
  // On the last stage what is left is to close it, or Cafcass.
  const wanted = [...rows[eyes][standing], ...(onLastStage(dispute) ? (['close'] as const) : [])];
  const fitting = [...new Set(wanted)].filter((verb) => offered.has(verb));
  // *More* is a button of the row too.
  const behind = offered.size > fitting.length || first.length + fitting.length > mostInTheRow ? 1 : 0;
  const row = fitting.slice(0, mostInTheRow - first.length - behind);
  const more = order.filter((verb) => offered.has(verb) && !row.includes(verb));
  const underMore = (verb: Verb) => verbButton(verb, dispute, scene, 'default', 'secondary');
  const wants = wantsSomething(eyes, standing) && !returnedBySame(dispute, scene);
  const positive = first.length === 0 && wants ? row[0] : undefined;
  return [
    ...first,
    ...row.map((verb) =>
      verbButton(verb, dispute, scene, verb === positive ? 'positive' : 'default', 'primary'),
    ),
    ...(standing === 'closed' ? fileNote(dispute, viewer, 'primary') : []),
    ...more.filter((verb) => verb !== 'withdraw').map(underMore),
    ...(standing === 'closed' ? [] : fileNote(dispute, viewer, 'secondary')),
    ...more.filter((verb) => verb === 'withdraw').map(underMore),
  ];
}

function fileNote(dispute: Dispute, viewer: Viewer, mode: CardAction['mode']): CardAction[] {
  if (!isIroSide(viewer.sides)) return [];
  return [button(acts.fileNote, { press: 'file-note', dispute: dispute.id }, { mode })];
}
