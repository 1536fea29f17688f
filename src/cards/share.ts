import { toldApart } from '../people/named.js';
import type { Person } from '../people/person.js';
import { words } from '../words/index.js';
import { choiceField, textField } from './fields.js';
import { formCard } from './form.js';
import { rowsCard, textRow } from './list.js';
import { noticeCard } from './notice.js';
import type { FormState, Scene, Shown } from './scene.js';
import { bold, button, ownWords, plain } from './template.js';
import { listed } from './words.js';

const says = words.reassign.share;

/** A child in a list of those who go, or came, to somebody. */
export interface ListedChild {
  readonly ref: string;
  readonly initials: string;
}

/** As it is proposed: who would get which children of somebody. */
export interface ProposedShares {
  readonly from: Person;
  readonly shares: readonly {
    readonly to: Person;
    /** How many children they have without these. */
    readonly now: number;
    readonly children: readonly ListedChild[];
  }[];
  /** Nobody may take them. */
  readonly left: readonly ListedChild[];
}

const refs = (children: readonly { readonly ref: string }[]) => listed(children.map(({ ref }) => ref));
const isPartTime = ({ fte = 1 }: Person) => fte !== 0 && fte !== 1;

/** *Share among…*: whose children, and who takes them. */
export function shareForm(whose: readonly Person[], scene: Scene, form: FormState): Shown {
  return formCard(
    {
      heading: says.form,
      summary: says.summary,
      fields: [
        choiceField(
          'whose',
          {
            label: says.whose,
            required: says.chooseWhose,
            style: 'filtered',
            placeholder: words.reassign.typeName,
            choices: toldApart(whose).map(({ person, called }) => ({ title: called, value: person.upn })),
          },
          form,
        ),
        textField('among', { label: says.among, required: says.chooseAmong, hint: says.amongHint }, form),
      ],
      under: says.under,
      buttons: [
        button(says.propose, { press: 'propose-share' }, { style: 'positive', withInputs: true }),
        button(says.cancel, { press: 'cancel-share' }),
      ],
    },
    form,
    scene,
  );
}

/** Who would get how many of somebody's children, and which. `words` asks for it again. */
export function shareCard({ from, shares, left }: ProposedShares, words: string, page: number): Shown {
  const going = shares.flatMap(({ to, children }) => children.map((child) => ({ to, child })));
  const count = going.length + left.length;
  const plan = shares
    .filter(({ children }) => children.length > 0)
    .map(({ to, children }) => ({ to: to.id, children: children.map(({ ref }) => ref) }));
  return rowsCard({
    heading: says.heading(count, from.name),
    summary: says.summary,
    lines: [
      ...(count === 0 ? [says.nobodyHas] : [says.nothingYet]),
      ...(count === 0
        ? []
        : shares.map(({ to, now, children }) => [
            bold(says.count(children.length, to.name)),
            plain(says.nowThen(children.length, now)),
          ])),
      ...shares.flatMap(({ to }) => (isPartTime(to) ? [says.fte(to.name, String(to.fte))] : [])),
      ...(left.length === 0 ? [] : [says.left(refs(left))]),
    ],
    rows: going.map(({ to, child }) =>
      textRow([[bold(child.ref), plain(says.row(child.initials, to.name))]], []),
    ),
    page,
    words,
    buttons:
      plan.length === 0
        ? []
        : [
            button(says.send, { press: 'share', giver: from.id, shares: plan }, { style: 'positive' }),
            button(says.cancel, { press: 'cancel-share' }),
          ],
  });
}

/** What became of each child of a share that was pressed. */
export interface Shared {
  readonly to: readonly { readonly person: Person; readonly count: number }[];
  /** With an earlier press of the same. */
  readonly before: number;
  /** Meanwhile they are somebody else's. */
  readonly moved: readonly string[];
  /** Meanwhile something is open in which who would take them is on the other side. */
  readonly opposite: readonly string[];
  /** By name: not an IRO on the list any more. */
  readonly gone: readonly string[];
}

export function sharedCard(from: Person, { to, before, moved, opposite, gone }: Shared): Shown {
  const some = to.filter(({ count }) => count > 0);
  const heading =
    some.length > 0
      ? says.shared(from.name)
      : before > 0
        ? says.alreadyShared(from.name)
        : says.nothingShared;
  return noticeCard({
    heading,
    lines: [
      ...some.map(({ person, count }) => [bold(says.count(count, person.name))]),
      ...(some.length > 0 && before > 0 ? [says.before(before)] : []),
      ...(moved.length > 0 ? [says.moved(listed(moved))] : []),
      ...(opposite.length > 0 ? [says.opposite(listed(opposite))] : []),
      ...gone.map(says.gone),
      ...(some.length > 0 ? [says.told] : []),
    ],
    summary: says.summary,
  });
}

export const shareCancelledCard = (): Shown =>
  noticeCard({ heading: says.cancelled, lines: [says.cancelledLine], summary: says.summary });

export type ShareProblem =
  | { readonly kind: 'how' | 'lead-only' }
  | { readonly kind: 'no-name'; readonly text: string }
  | { readonly kind: 'no-iro' | 'oneself' | 'away'; readonly name: string };

/** Why nothing is proposed, and how to write it. */
export function shareProblem(problem: ShareProblem): Shown {
  const [heading, line] = problemText(problem);
  return noticeCard({ heading, lines: [ownWords(line)], summary: says.summary });
}

/** The same at the field of a form. */
export const shareProblemLine = (problem: ShareProblem): string => `${problemText(problem)[0]}.`;

function problemText(problem: ShareProblem): [heading: string, line: string] {
  switch (problem.kind) {
    case 'how':
      return [says.notUnderstood, says.how];
    case 'lead-only':
      return [says.leadOnly, says.leadOnlyLine];
    case 'no-name':
      return [words.cover.noName(problem.text), says.how];
    case 'no-iro':
      return [says.noIro(problem.name), says.how];
    case 'oneself':
      return [says.oneself(problem.name), says.how];
    case 'away':
      return [says.away(problem.name), says.awayLine];
  }
}
