import type { Dispute } from '../disputes/dispute.js';
import { isFormal, stageOf } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
import { isIroSide } from '../people/rights.js';
import { words } from '../words/index.js';
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

const says = words.dispute;

/** Facts under the headline, each a label and its words. */
export function disputeRows(dispute: Dispute, viewer: Viewer, scene: Scene, depth: ThemeDepth): Labelled[] {
  const policy = scene.directory.policy;
  const rows: [string, string | undefined][] = [
    [
      says.children,
      depth === 'sub' && dispute.children.length > 1 ? listed(dispute.children.map(childText)) : undefined,
    ],
    [says.otherThemes, dispute.otherThemes.map((theme) => themeLabel(theme, policy, depth)).join('; ')],
    [says.raisedBy, says.raised(capital(nameOf(dispute.raisedBy, scene)), day(dispute.raisedOn, scene))],
    [says.iroNow, dispute.iro === dispute.raisedBy ? undefined : nameOf(dispute.iro, scene)],
    ...standingRows(dispute, viewer, scene),
    [
      says.cameFrom,
      !isIroSide(viewer.sides) || dispute.marks.cameFrom === undefined
        ? undefined
        : says.cameFromChoices[dispute.marks.cameFrom],
    ],
    [
      says.alsoMarked,
      [dispute.marks.systemFault ? says.systemFault : '', dispute.marks.resources ? says.resources : '']
        .filter(Boolean)
        .join(', '),
    ],
    [
      says.cafcass,
      dispute.cafcassOn === undefined ? undefined : says.referredOn(day(dispute.cafcassOn, scene)),
    ],
    [says.advice, isIroSide(viewer.sides) ? adviceText(dispute, scene) : undefined],
    [says.onFile, onFileText(dispute)],
  ];
  return rows.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [labelled(label, text)]));
}

/** Whoever acknowledged it knows that they did. */
function seenBy(
  acknowledged: { readonly by: string } | undefined,
  stage: string | undefined,
  viewer: Viewer,
  scene: Scene,
): string | undefined {
  if (acknowledged === undefined || acknowledged.by === viewer.person.id) return undefined;
  const name = nameOf(acknowledged.by, scene);
  return stage === undefined ? name : says.seen(name, stageName(stage, scene));
}

/** More time may have been allowed than all stages together have: then both days stand there, and that is said. */
function allStagesBy(dispute: Dispute, scene: Scene): string | undefined {
  if (dispute.formal === undefined) return undefined;
  const { totalDueOn } = dispute.formal;
  const total = dayWithLeft(totalDueOn, scene);
  return (stageOf(dispute)?.dueOn ?? '') > totalDueOn ? says.stageGoesBeyond(total) : total;
}

function standingRows(dispute: Dispute, viewer: Viewer, scene: Scene): [string, string | undefined][] {
  switch (dispute.status) {
    case 'informal':
      return [
        [says.spokenTo, says.spokenToChoices[dispute.spokenTo]],
        [says.manager, dispute.sentToManager && eyesOf(viewer) !== 'responder' ? says.canSeeIt : undefined],
        [says.seenBy, seenBy(dispute.acknowledged, undefined, viewer, scene)],
      ];
    case 'waiting':
    case 'answered':
    case 'returned': {
      const stage = stageOf(dispute);
      return [
        [says.seenBy, seenBy(stage?.acknowledged, stage?.id, viewer, scene)],
        [eyesOf(viewer) === 'responder' ? says.afterYou : says.nextStages, nextStages(dispute, scene)],
        [says.allStagesBy, allStagesBy(dispute, scene)],
      ];
    }
    case 'agreed':
      return [[says.allStagesBy, allStagesBy(dispute, scene)]];
    case 'closed':
      return [
        [
          says.atStage,
          dispute.stage === undefined ? withoutStage(dispute) : capital(stageName(dispute.stage.id, scene)),
        ],
        [says.itTook, capital(timeTaken(dispute) ?? '')],
      ];
  }
}

const withoutStage = (dispute: Dispute) => (isFormal(dispute) ? says.notRecorded : says.informal);

function nextStages(dispute: Dispute, scene: Scene): string {
  const above = stagesAbove(dispute);
  return above.length === 0
    ? says.noneAbove
    : capital(above.map((stage) => stageName(stage, scene)).join(', '));
}

function adviceText(dispute: Dispute, scene: Scene): string {
  return dispute.history
    .filter((event) => event.kind === 'adviceTaken')
    .map(({ from, takenOn }) =>
      (from === 'legal' ? says.legalAdvice : says.cafcassAdvice)(day(takenOn, scene)),
    )
    .join('; ');
}

/** Which of the children, where there are several: how many. */
function onFileText(dispute: Dispute): string | undefined {
  const done = dispute.onFile.length;
  if (done === 0) return undefined;
  return dispute.children.length === 1 ? says.recorded : says.recordedFor(done, dispute.children.length);
}
