import { type Day, englishDay, type Instant } from '../calendar/days.js';
import { daysLeftText } from '../calendar/words.js';
import { addWorkingDays } from '../calendar/workingDays.js';
import { type Dispute, stageOf } from '../disputes/dispute.js';
import { type GoodPractice, notedOn } from '../disputes/goodPractice.js';
import type { Person } from '../people/person.js';
import { type ChildSide, sidesOf } from '../people/rights.js';
import { type StepAct } from '../reviews/acts.js';
import type { Child } from '../reviews/child.js';
import { reviewRows, teamReviewRows } from './dayReviews.js';
import { mondayOf } from '../people/works.js';
import { words } from '../words/index.js';
import type { Scene, Viewer } from './scene.js';
import { type When, whenOf } from './when.js';
import { eyesOf, waitsFor } from './standing.js';
import { bold, button, type CardAction, plain, type Run } from './template.js';
import { capital, childText, childrenText, day, nameOf, themeLabel } from './words.js';
import { wantedOf } from './wanted.js';

const { acts, lists } = words;
const says = words.morning;

/** A line of the lead's week, or of the month: what stands out, and where to look. */
export interface WeekLine {
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly words: string }[];
}

/** What one person has before them on one day, from the state as it now is. */
export interface Morning {
  readonly type: 'morning';
  /** The person's id: the card of a day is a living card of theirs. */
  readonly id: string;
  /** Rises with each day. */
  readonly turn: number;
  readonly changedAt: Instant;
  readonly person: Person;
  /** Open ones that they may read. */
  readonly disputes: readonly Dispute[];
  /** Good practice that they are to pass on. */
  readonly practice: readonly GoodPractice[];
  /** Children of whom they are the IRO, and as what they stand to each. */
  readonly children: readonly {
    readonly child: Child;
    readonly sides: ReadonlySet<ChildSide>;
    /** Of a lead: the IRO who is not there, and whom nobody covers. */
    readonly standsInFor?: Person | undefined;
  }[];
  /** Children of the teams whose manager they are, likewise. */
  readonly teamChildren: Morning['children'];
  /** When the last morning card before today reached them; absent: none did yet. */
  readonly lastTold?: Instant | undefined;
  /** What they were told of today by a card of its own. */
  readonly told: ReadonlySet<string>;
  /** Of a lead, on the day that brings it. */
  readonly week: readonly WeekLine[];
  /** What was not recorded, on the day of the month that brings it. */
  readonly month: readonly WeekLine[];
  /** How many answers of theirs came within 2 working days this quarter; absent: none was due. */
  readonly answered?: { readonly within: number; readonly of: number };
}

export interface DayRow {
  readonly section: 'disputes' | 'reviews' | 'teamReviews' | 'goodPractice';
  readonly when: When;
  /** By which the most urgent stands first; '9999': no day. */
  readonly on: string;
  /** The id of what it is about. */
  readonly subject: string;
  /** Whose it is, where rows are read by that before their day. */
  readonly under?: string;
  readonly lines: readonly (readonly Run[])[];
  readonly beside: readonly CardAction[];
  /** Where there are several, they stand under the words. */
  readonly below?: readonly CardAction[];
  /** A row about a review can be ticked: what stands for it, and what may be said of it in one press. */
  readonly tick?: { readonly value: string; readonly title: string; readonly acts: readonly StepAct[] };
}

/** Everything of the day, most urgent first. */
export function rowsOf(morning: Morning, scene: Scene, page = 0): DayRow[] {
  const disputes = morning.disputes.flatMap((dispute) => disputeRow(dispute, morning.person, scene, page));
  const practice = morning.practice.map((note) => practiceRow(note, scene, page));
  const reviews = morning.children.flatMap((each) => reviewRows(each, morning, scene));
  const ofTeams = morning.teamChildren.flatMap((each) => teamReviewRows(each, scene));
  // What is nobody's own is read by social worker, not by day.
  const key = ({ when, on, subject, under = '' }: DayRow) =>
    when === 'aside' ? `2 ${under} ${on} ${subject}` : `${when === 'today' ? 0 : 1} ${on} ${subject}`;
  return [...disputes, ...reviews, ...ofTeams, ...practice].toSorted((one, other) =>
    key(one) < key(other) ? -1 : 1,
  );
}

/** Whether a row of today is there that they were not told of today; where no card came yet in a week, what is ahead too. */
export function isWorthTelling(morning: Morning, rows: readonly DayRow[], { today }: Scene): boolean {
  const { lastTold } = morning;
  const first = lastTold === undefined || englishDay(lastTold) < mondayOf(today);
  const news = rows.filter(({ subject }) => !morning.told.has(subject));
  return morning.week.length + morning.month.length > 0 || news.some(({ when }) => when === 'today' || first);
}

function disputeRow(dispute: Dispute, person: Person, scene: Scene, page: number): DayRow[] {
  const viewer = { person, sides: sidesOf(dispute, person, scene.directory, scene.today) };
  const found = wantedOn(dispute, viewer, scene);
  if (found === undefined) return [];
  const theme = themeLabel(dispute.theme, scene.directory.policy, 'top');
  return [
    {
      section: 'disputes',
      when: found.when,
      on: found.on,
      subject: dispute.id,
      lines: [
        [bold(dispute.number), plain(lists.aboutRow(theme, childrenText(dispute.children)))],
        [plain(found.text)],
      ],
      beside: [button(acts.open, { press: 'show', dispute: dispute.id, what: 'card', myDay: page })],
    },
  ];
}

/** When a dispute is this person's to look at, and what is wanted; undefined: it is with somebody else. */
function wantedOn(
  dispute: Dispute,
  viewer: Viewer,
  scene: Scene,
): { readonly when: When; readonly on: string; readonly text: string } | undefined {
  const { today } = scene;
  const { bold: first, rest } = wantedOf(dispute, viewer, scene);
  const text = `${first} ${rest}`.trim();
  const onDay = (on: Day) => ({ when: whenOf(on, today, viewer.person), on, text });
  switch (eyesOf(viewer)) {
    case 'reader':
      return undefined;
    case 'responder': {
      if (dispute.status !== 'waiting') return undefined;
      const { dueOn } = dispute.stage;
      return dueOn === null ? { when: 'after', on: '9999', text } : onDay(dueOn);
    }
    case 'judge': {
      if (waitsFor(dispute, viewer, scene))
        return { when: 'today', on: stageOf(dispute)?.dueOn ?? today, text };
      if (dispute.status === 'informal' && dispute.lookAgainOn !== undefined)
        return ahead(onDay(dispute.lookAgainOn));
      if (dispute.status === 'agreed') return ahead(onDay(dispute.checkOn));
      return ahead(wholeTimeEnds(dispute, viewer.person, scene));
    }
  }
}

/** What lies beyond this week is no line of an IRO's day. */
const ahead = <R extends { readonly when: When }>(row: R | undefined): R | undefined =>
  row?.when === 'after' ? undefined : row;

/** All stages together have their days: on the working day before the last, and on it, that is for today. */
function wholeTimeEnds({ status, formal }: Dispute, person: Person, scene: Scene) {
  const { today } = scene;
  if (formal === undefined || status === 'closed' || formal.totalDueOn < today) return undefined;
  const on = formal.totalDueOn;
  return {
    when: on <= addWorkingDays(today, 1) ? ('today' as const) : whenOf(on, today, person),
    on,
    text: says.allStages(scene.directory.policy.label, day(on, scene), daysLeftText(on, today)),
  };
}

function practiceRow(note: GoodPractice, scene: Scene, page: number): DayRow {
  const about = note.child === undefined ? note.team : childText(note.child);
  return {
    section: 'goodPractice',
    when: 'after',
    on: notedOn(note),
    subject: note.id,
    lines: [
      [bold(about)],
      [
        plain(
          `${capital(says.noted(nameOf(note.iro, scene), day(notedOn(note), scene)))} ${says.notPassedOn}`,
        ),
      ],
    ],
    beside: [
      button(acts.open, { press: 'show-good-practice', goodPractice: note.id, what: 'card', myDay: page }),
    ],
  };
}
