import type { Dispute } from '../disputes/dispute.js';
import type { DisputeEvent } from '../disputes/events.js';
import { isIroSide } from '../people/rights.js';
import { words } from '../words/index.js';
import { actorText, visibleHistory, whenText } from './history.js';
import type { Scene, Viewer } from './scene.js';
import { type Labelled, labelled } from './template.js';
import { nameOf } from './words.js';

export interface Words {
  readonly label: string;
  readonly text: string;
}

const { typed } = words;
const labels: Partial<Record<DisputeEvent['kind'], string>> = typed.labels;

/**
 * What somebody typed in one event, under its labels. The IRO side's alone: the reason for Cafcass, and an earlier
 * record, which nobody wrote for the managers to read.
 */
export function wordsOf(event: DisputeEvent, viewer: Viewer): Words[] {
  if (event.kind === 'raised')
    return [
      { label: typed.worrying, text: event.worrying },
      { label: typed.right, text: event.right },
    ].filter(({ text }) => text !== '');
  const ofIroSide = event.kind === 'referredToCafcass' || event.kind === 'imported';
  if (ofIroSide && !isIroSide(viewer.sides)) return [];
  const words: Words[] = [];
  if ('text' in event) words.push({ label: labels[event.kind] ?? '', text: event.text });
  if ('changed' in event) words.push({ label: typed.changed, text: event.changed });
  return words.filter(({ text }) => text !== '');
}

/** Everything typed that this person may read, oldest first. */
export function allWords(dispute: Dispute, viewer: Viewer, scene: Scene): Words[] {
  return visibleHistory(dispute, viewer).flatMap((event) =>
    wordsOf(event, viewer).map(({ label, text }) => ({
      label: typed.byWhen(label, actorText(event, scene), whenText(event, scene)),
      text,
    })),
  );
}

/** What answers, judges or moves a dispute; notes, questions, Cafcass and advice are none of these. */
const saying = [
  'offered',
  'disagreed',
  'returned',
  'notResolved',
  'reopened',
  'escalated',
  'bypassed',
  'passedUp',
  'closed',
  'withdrawn',
];

/** Everything that was said in answer and in judgement, in order: what belongs on a case file. */
export function answersAndJudgements(dispute: Dispute, viewer: Viewer, scene: Scene): Words[] {
  return dispute.history
    .filter(({ kind }) => saying.includes(kind) || kind === 'agreed')
    .flatMap((event) =>
      wordsOf(event, viewer).map(({ label, text }) => ({
        label: typed.byWhen(label, actorText(event, scene), whenText(event, scene)),
        text,
      })),
    );
}

/** The words that the card is about: what was raised, and what was said last about it. */
export function mainWords(dispute: Dispute, viewer: Viewer, scene: Scene): Words[] {
  const [first] = dispute.history;
  const raised = dispute.history.findLast(({ kind }) => kind === 'imported') ?? first;
  const question = dispute.status === 'waiting' ? dispute.stage.question : undefined;
  const last = dispute.history.findLast(
    (event) => saying.includes(event.kind) && wordsOf(event, viewer).length > 0,
  );
  const asked = dispute.history.find(({ seq }) => seq === question);
  return [
    ...(raised === undefined ? [] : wordsOf(raised, viewer)),
    ...[last, agreedBefore(dispute), asked].flatMap((event) =>
      event === undefined
        ? []
        : wordsOf(event, viewer).map(({ label, text }) => ({
            label: typed.by(label, nameOf(event.by, scene)),
            text,
          })),
    ),
  ];
}

/** What changed for the child was said when it was agreed, where the check day closed it. */
const agreedBefore = (dispute: Dispute) =>
  dispute.status === 'closed' && dispute.history.some(({ verb }) => verb === 'done')
    ? dispute.history.findLast(({ kind }) => kind === 'agreed')
    : undefined;

/** Bytes as they stand in a card. */
const bytesOf = (text: string) => Buffer.byteLength(JSON.stringify(text));
/** A paragraph's own JSON, about. */
const paragraphBytes = 100;

/** Breaks words into pages that fit a card, between paragraphs and else between words. */
export function pagesOf(words: readonly Words[], most: number): Labelled[][] {
  const pages: Labelled[][] = [];
  let page: Labelled[] = [];
  let bytes = 0;
  for (const { label, text } of words)
    for (const [index, piece] of pieces(text, most / 2).entries()) {
      const size =
        bytesOf(piece) + paragraphBytes * piece.split('\n').length + bytesOf(label) + paragraphBytes;
      if (page.length > 0 && bytes + size > most) {
        pages.push(page);
        page = [];
        bytes = 0;
      }
      page.push(labelled(index === 0 ? label : typed.continued(label), piece));
      bytes += size;
    }
  return page.length > 0 ? [...pages, page] : pages;
}

function pieces(text: string, most: number): string[] {
  const made: string[] = [];
  let piece = '';
  for (const part of text.split(/(?<=\s)/).flatMap((word) => word.match(/.{1,500}/gsu) ?? [])) {
    const size = bytesOf(piece + part) + paragraphBytes * (piece + part).split('\n').length;
    if (piece !== '' && size > most) {
      made.push(piece);
      piece = '';
    }
    piece += part;
  }
  return piece.trim() === '' ? made : [...made, piece];
}
