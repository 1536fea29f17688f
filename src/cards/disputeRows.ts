import type { Dispute } from '../disputes/dispute.js';
import { stageOf } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
import { isIroSide } from '../people/rights.js';
import type { Scene, Viewer } from './scene.js';
import { eyesOf } from './standing.js';
import { type Labelled, labelled } from './template.js';
import {
  type ThemeDepth,
  capital,
  childText,
  day,
  dayWithLeft,
  listed,
  nameOf,
  stageName,
  themeLabel,
  timeTaken,
} from './words.js';

const spokenTo = { 'social-worker': 'The social worker', manager: 'The manager', 'nobody-yet': 'Nobody yet' };
const cameFrom = {
  review: 'A review',
  midway: 'Midway between reviews',
  'between-reviews': 'Between reviews',
  'child-told-me': 'The child told me',
};

/** Facts under the headline, each a label and its words. */
export function disputeRows(dispute: Dispute, viewer: Viewer, scene: Scene, depth: ThemeDepth): Labelled[] {
  const policy = scene.directory.policy;
  const rows: [string, string | undefined][] = [
    [
      'Children',
      depth === 'sub' && dispute.children.length > 1 ? listed(dispute.children.map(childText)) : undefined,
    ],
    ['Other themes', dispute.otherThemes.map((theme) => themeLabel(theme, policy, depth)).join('; ')],
    ['Raised by', `${nameOf(dispute.raisedBy, scene)} (IRO) on ${day(dispute.raisedOn, scene)}`],
    ['IRO now', dispute.iro === dispute.raisedBy ? undefined : nameOf(dispute.iro, scene)],
    ...standingRows(dispute, viewer, scene),
    ['Came from', dispute.marks.cameFrom === undefined ? undefined : cameFrom[dispute.marks.cameFrom]],
    [
      'Also marked',
      [dispute.marks.systemFault ? 'System fault' : '', dispute.marks.resources ? 'Resources' : '']
        .filter(Boolean)
        .join(', '),
    ],
    ['Cafcass', dispute.cafcassOn === undefined ? undefined : `Referred on ${day(dispute.cafcassOn, scene)}`],
    ['Advice', isIroSide(viewer.sides) ? adviceText(dispute, scene) : undefined],
    ['On file', onFileText(dispute)],
  ];
  return rows.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [labelled(label, text)]));
}

function standingRows(dispute: Dispute, viewer: Viewer, scene: Scene): [string, string | undefined][] {
  const formal = dispute.formal;
  switch (dispute.status) {
    case 'informal':
      return [
        ['Spoken to', spokenTo[dispute.spokenTo]],
        ['Team manager', dispute.sentToManager ? 'Can see it' : undefined],
        ['Seen by', dispute.acknowledged === undefined ? undefined : nameOf(dispute.acknowledged.by, scene)],
      ];
    case 'waiting':
    case 'answered':
    case 'returned': {
      const acknowledged = stageOf(dispute)?.acknowledged;
      return [
        ['Seen by', acknowledged === undefined ? undefined : nameOf(acknowledged.by, scene)],
        [eyesOf(viewer) === 'responder' ? 'After you' : 'Next stages', nextStages(dispute, scene)],
        ['All stages by', formal === undefined ? undefined : dayWithLeft(formal.totalDueOn, scene)],
      ];
    }
    case 'agreed':
      return [['All stages by', formal === undefined ? undefined : day(formal.totalDueOn, scene)]];
    case 'closed':
      return [
        [
          'At stage',
          dispute.stage === undefined ? withoutStage(dispute) : capital(stageName(dispute.stage.id, scene)),
        ],
        ['It took', capital(timeTaken(dispute) ?? '')],
      ];
  }
}

const withoutStage = (dispute: Dispute) => (dispute.formal === undefined ? 'Informal' : 'Not recorded');

function nextStages(dispute: Dispute, scene: Scene): string {
  const above = stagesAbove(dispute);
  return above.length === 0
    ? 'None: this is the last stage'
    : capital(above.map((stage) => stageName(stage, scene)).join(', '));
}

function adviceText(dispute: Dispute, scene: Scene): string {
  return dispute.history
    .filter((event) => event.kind === 'adviceTaken')
    .map(({ from, takenOn }) => `${from === 'legal' ? 'Legal' : 'Cafcass'}, ${day(takenOn, scene)}`)
    .join('; ');
}

/** Which of the children, where there are several: how many. */
function onFileText(dispute: Dispute): string | undefined {
  const done = dispute.onFile.length;
  if (done === 0) return undefined;
  return dispute.children.length === 1
    ? 'Recorded'
    : `Recorded for ${done} of ${dispute.children.length} children`;
}
