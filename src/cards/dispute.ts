import { z } from 'zod';
import template from '../../cards/dispute.json';
import type { Dispute } from '../disputes/dispute.js';
import { stageOf } from '../disputes/dispute.js';
import { offeredTo } from '../disputes/rules.js';
import { words } from '../words/index.js';
import { actingLine } from './acting.js';
import { disputeButtons } from './disputeButtons.js';
import { disputeRows } from './disputeRows.js';
import { historyLines } from './history.js';
import type { Card, Scene, Shown, Viewer } from './scene.js';
import {
  actions,
  bold,
  button,
  cardTemplate,
  labelled,
  labelledSchema,
  line,
  paragraph,
  plain,
  spoken,
} from './template.js';
import { allWords, mainWords, pagesOf } from './typedWords.js';
import { summaryOf, wantedOf } from './wanted.js';
import { childrenText, kindLabel, themeLabel } from './words.js';

const { acts, refusals } = words;
const says = words.dispute;
const past = words.history;

const runs = z.strictObject({ runs: line });
const render = cardTemplate(
  z.strictObject({
    ...spoken,
    said: z.array(runs).max(1),
    heading: line,
    stage: z.array(runs).max(1),
    wanted: line,
    subject: line,
    givenBack: z
      .array(
        z.strictObject({
          literal: z.array(labelledSchema).max(1),
          note: z
            .array(z.strictObject({ label: z.string(), value: z.string(), hint: line, buttons: actions }))
            .max(1),
        }),
      )
      .max(1),
    words: z.array(labelledSchema),
    wordsButtons: z.array(z.strictObject({ actions })).max(1),
    rows: z.array(labelledSchema),
    historyTitle: z.string(),
    history: z.array(paragraph),
    buttons: actions,
  }),
  template,
);

/** Words that came with a refused press, and the id of the form that keeps them as a note. */
export interface GivenBack {
  readonly text: string;
  readonly formId: string;
}

export interface DisputeExtra {
  /** What just happened, or why not. */
  readonly said?: string;
  /** *Show text*: the typed words, by pages. */
  readonly text?: { readonly page: number };
  readonly givenBack?: GivenBack;
}

/** Keeps clear of every limit of Teams. */
const mostBytes = 25 * 1024;
const mostWords = 10 * 1024;
const mostHistory = 20;

/** The card of a dispute for whoever looks; a long history gives way to typed words. */
export function disputeCard(dispute: Dispute, viewer: Viewer, scene: Scene, extra: DisputeExtra = {}): Shown {
  const summary = summaryOf(dispute, viewer, scene);
  const full = draw(dispute, viewer, scene, extra, mostHistory, mostWords);
  if (Buffer.byteLength(JSON.stringify(full)) <= mostBytes) return { card: full, summary };
  return { card: draw(dispute, viewer, scene, extra, 3, mostWords / 2), summary };
}

function draw(
  dispute: Dispute,
  viewer: Viewer,
  scene: Scene,
  { said, text, givenBack }: DisputeExtra,
  lines: number,
  bytes: number,
): Card {
  const policy = scene.directory.policy;
  const wanted = wantedOf(dispute, viewer, scene);
  const always = policy.textInCards === 'always';
  const depth = text !== undefined || always ? 'sub' : 'top';
  const typed = typedPart(dispute, viewer, scene, text, bytes);
  const history = historyLines(dispute, viewer, scene);
  const earlier = history.length - lines;
  const spoken = says.speak(
    kindLabel(dispute, scene),
    dispute.number,
    `${wanted.bold} ${wanted.rest}`.trim(),
  );
  return render({
    speak: spoken.replace(/[^.?]$/, '$&.'),
    fallbackText: says.fallback(dispute.number, wanted.bold),
    said: [said ?? actingLine(dispute, viewer, scene)]
      .filter((each) => each !== undefined)
      .map((each) => ({ runs: [plain(each)] })),
    heading: [bold(dispute.number), plain(says.ofKind(kindLabel(dispute, scene)))],
    stage: stageLine(dispute),
    wanted: [bold(wanted.bold), ...(wanted.rest === '' ? [] : [plain(` ${wanted.rest}`)])],
    subject: [plain(says.about(themeLabel(dispute.theme, policy, depth), childrenText(dispute.children)))],
    givenBack: givenBack === undefined ? [] : [givenBackPart(dispute, viewer, givenBack)],
    words: typed.words,
    wordsButtons: typed.buttons.length === 0 ? [] : [{ actions: typed.buttons }],
    rows: disputeRows(dispute, viewer, scene, depth),
    historyTitle: past.title(history.length),
    history: [
      ...(earlier > 0 ? [{ runs: [plain(past.earlier(earlier))] }] : []),
      ...history.slice(-lines).map((each) => ({ runs: [plain(each)] })),
    ],
    buttons: disputeButtons(dispute, viewer, scene),
  });
}

function stageLine(dispute: Dispute) {
  const stage = stageOf(dispute)?.id;
  // A closed one is on no stage any more: its card says at which it was closed.
  if (stage === undefined || dispute.status === 'closed') return [];
  const { ladder } = dispute.kept;
  const place = ladder.findIndex(({ id }) => id === stage) + 1;
  return [{ runs: [plain(says.stage(place, ladder.length))] }];
}

/** The typed words: on request by pages, else the main ones where the policy has them in the card. */
function typedPart(
  dispute: Dispute,
  viewer: Viewer,
  scene: Scene,
  text: { page: number } | undefined,
  bytes: number,
) {
  const always = scene.directory.policy.textInCards === 'always';
  const show = (title: string, page: number) =>
    button(title, { press: 'show', dispute: dispute.id, what: 'text', page });
  if (text === undefined) {
    const [first = []] = always ? pagesOf(mainWords(dispute, viewer, scene), bytes) : [];
    return { words: first, buttons: [show(acts.showText, 0)] };
  }
  const pages = pagesOf(allWords(dispute, viewer, scene), bytes);
  const page = Math.min(text.page, pages.length - 1);
  const hide = button(acts.hideText, { press: 'show', dispute: dispute.id, what: 'card' });
  return {
    words: pages[page] ?? [],
    buttons: [
      ...(page > 0 ? [show(acts.earlierText, page - 1)] : []),
      ...(page < pages.length - 1 ? [show(acts.moreText, page + 1)] : []),
      hide,
    ],
  };
}

function givenBackPart(dispute: Dispute, viewer: Viewer, { text, formId }: GivenBack) {
  if (!offeredTo(dispute, viewer.sides, viewer.person.id).includes('note'))
    return { literal: [labelled(refusals.youWrote, text)], note: [] };
  const keep = button(
    acts.keepAsNote,
    { press: 'act', verb: 'note', dispute: dispute.id, turn: dispute.turn, form: formId },
    { withInputs: true },
  );
  const hint = [plain(refusals.keepHint)];
  return { literal: [], note: [{ label: refusals.youWrote, value: text, hint, buttons: [keep] }] };
}
