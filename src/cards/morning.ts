import { z } from 'zod';
import template from '../../cards/morning.json';
import type { Day } from '../calendar/days.js';
import { stepActNames } from '../reviews/acts.js';
import { words } from '../words/index.js';
import { asAtText } from './childReviews.js';
import { type DayRow, isWorthTelling, type Morning, rowsOf } from './dayRows.js';
import { pageOf } from './list.js';
import { type NoticeButton, noticeCard } from './notice.js';
import type { Scene, Shown } from './scene.js';
import {
  actions,
  bold,
  button,
  type CardAction,
  cardTemplate,
  line,
  paragraph,
  plain,
  spoken,
} from './template.js';
import { capital, day } from './words.js';

const { acts, lists } = words;
const says = words.morning;

const buttonsSchema = z.array(z.strictObject({ buttons: actions.min(1) })).max(1);
const rowSchema = z.strictObject({
  lines: z.array(paragraph).min(1),
  beside: buttonsSchema,
  below: buttonsSchema,
});
const render = cardTemplate(
  z.strictObject({
    ...spoken,
    heading: line,
    lines: z.array(paragraph),
    several: z
      .array(
        z.strictObject({
          label: z.string(),
          choices: z.array(z.strictObject({ title: z.string(), value: z.string() })),
          buttons: actions,
        }),
      )
      .max(1),
    sections: z.array(z.strictObject({ title: line, rows: z.array(rowSchema).min(1) })),
    buttons: actions,
  }),
  template,
);

const some = (buttons: readonly CardAction[]) => (buttons.length === 0 ? [] : [{ buttons: [...buttons] }]);

/** The card that goes out in the morning; undefined: nothing in the day is worth telling. */
export function toldMorningCard(morning: Morning, scene: Scene): Shown | undefined {
  const rows = rowsOf(morning, scene);
  return isWorthTelling(morning, rows, scene) ? cardOf(morning, rows, scene) : undefined;
}

/** The day as it is asked for; undefined: nothing at all is in it. */
export function askedMorningCard(morning: Morning, scene: Scene, look: DayLook = {}): Shown | undefined {
  const rows = rowsOf(morning, scene, look.page);
  return morning.week.length + morning.month.length + rows.length === 0
    ? undefined
    : cardOf(morning, rows, scene, look);
}

export interface DayLook {
  readonly page?: number;
  /** What a press just did, and what takes it back. */
  readonly said?: string;
  readonly takeBack?: readonly NoticeButton[];
}

/** The card of somebody's day: ten rows, what is most urgent first, and on a lead's day for it their week. */
function cardOf(
  morning: Morning,
  all: readonly DayRow[],
  scene: Scene,
  { page = 0, said, takeBack = [] }: DayLook = {},
): Shown {
  const { person, week } = morning;
  const { page: at, shown: rows, rest } = pageOf(all, page);
  const today = day(scene.today, scene);
  const heading = week.length > 0 ? says.weekHeading(today) : says.heading(today);
  const counted = countsText(all);
  const card = render({
    speak: lists.speak([heading, counted].filter(Boolean).join('. ')),
    fallbackText: heading,
    heading: [bold(heading)],
    lines: [
      ...(said === undefined ? [] : [{ runs: [plain(said)] }]),
      ...(counted === '' ? [] : [{ runs: [bold(counted)] }]),
      ...besides(morning, scene).map((text) => ({ runs: [plain(text)] })),
    ],
    sections: [...(at === 0 ? besideSections(morning) : []), ...sectionsOf(rows, scene)],
    several: severalOf(rows),
    buttons: [
      ...takeBack.map(({ title, data }) => button(title, data)),
      ...(rest > 0 ? [button(lists.showMore(rest), { press: 'say', words: 'my day', page: at + 1 })] : []),
      ...(person.roles.includes('iro') ? [button(acts.raise, { press: 'open-raise' })] : []),
      button(says.notToday, { press: 'say', words: 'not today' }),
    ],
  });
  return { card, summary: says.summary };
}

/** '3 for today, 5 later this week'. */
function countsText(rows: readonly DayRow[]): string {
  const count = (wanted: DayRow['when']) => rows.filter(({ when }) => when === wanted).length;
  const [forToday, week, after] = [count('today'), count('week'), count('after')];
  if (rows.every(({ when }) => when === 'aside')) return '';
  return capital(
    [
      forToday > 0 ? says.forToday(forToday) : says.nothingForToday,
      ...(week > 0 ? [says.laterThisWeek(week)] : []),
      ...(after > 0 ? [says.later(after)] : []),
    ].join(', '),
  );
}

const besides = ({ answered }: Morning, scene: Scene): string[] => [
  // A manager who has been late is not greeted with it every morning.
  ...(answered === undefined || answered.within === 0 ? [] : [says.answered(answered.within, answered.of)]),
  ...asAtText(scene),
];

const titles: Record<DayRow['section'], (scene: Scene) => string> = {
  reviews: ({ directory }) => capital(says.sections.reviews(directory.policy.words.review)),
  disputes: ({ directory }) => capital(says.sections.disputes(directory.policy.words.disputes)),
  teamReviews: ({ directory }) => capital(says.sections.teamReviews(directory.policy.words.review)),
  goodPractice: () => says.sections.goodPractice,
};

function sectionsOf(rows: readonly DayRow[], scene: Scene) {
  return (Object.keys(titles) as DayRow['section'][]).flatMap((section) => {
    const own = rows.filter((row) => row.section === section);
    if (own.length === 0) return [];
    return [
      {
        title: [bold(titles[section](scene))],
        rows: own.map(({ lines, beside, below = [] }) => ({
          lines: lines.map((runs) => ({ runs: [...runs] })),
          beside: some(beside),
          below: some(below),
        })),
      },
    ];
  });
}

/** The press that most of the rows have in common is offered for several of them at once. */
function severalOf(rows: readonly DayRow[]) {
  const ticks = rows.flatMap(({ tick }) => (tick === undefined ? [] : [tick]));
  const [most] = stepActNames
    .map((act) => ({ act, own: ticks.filter(({ acts }) => acts.includes(act)) }))
    .toSorted((one, other) => other.own.length - one.own.length);
  if (most === undefined || most.own.length < 2) return [];
  const { act, own } = most;
  const name = words.reviewForms.acts[act];
  return [
    {
      label: says.several(name),
      choices: own.map(({ title, value }) => ({ title, value })),
      buttons: [
        button(says.saveTicked, { press: 'review-steps', card: 'morning', act }, { withInputs: true }),
      ],
    },
  ];
}

const besideSections = ({ week, month }: Morning) => [
  ...linesSection(says.sections.week, week),
  ...linesSection(says.month.title, month),
];

function linesSection(title: string, lines: Morning['week']) {
  if (lines.length === 0) return [];
  const rows = lines.map(({ text, buttons }) => {
    const own = buttons.map((each) => button(each.title, { press: 'say', words: each.words }));
    return {
      lines: [{ runs: [plain(capital(text))] }],
      beside: own.length === 1 ? some(own) : [],
      below: own.length > 1 ? some(own) : [],
    };
  });
  return [{ title: [bold(title)], rows }];
}

const showMyDay = { title: says.showMyDay, data: { press: 'say', words: 'my day' } } as const;

/** *Not today*: the day is folded up, and nothing else happens to it. */
export const putAwayCard = (next: Day | undefined, scene: Scene): Shown =>
  noticeCard({
    heading: says.heading(day(scene.today, scene)),
    lines: [says.putAway, nextText(next, scene)],
    buttons: [showMyDay],
    summary: says.summary,
  });

/** Asked for, and there is nothing in it. */
export const emptyDayCard = (
  next: Day | undefined,
  scene: Scene,
  { said = '', takeBack = [] }: DayLook = {},
): Shown =>
  noticeCard({
    heading: says.heading(day(scene.today, scene)),
    lines: [said, says.nothing, nextText(next, scene)],
    buttons: takeBack,
    summary: says.summary,
  });

const nextText = (next: Day | undefined, scene: Scene) =>
  next === undefined ? '' : says.next(day(next, scene));

/** Where the whole is too large for Teams. */
export const compactDayCard = (scene: Scene): Shown =>
  noticeCard({
    heading: says.heading(day(scene.today, scene)),
    lines: [says.tooLong],
    buttons: [showMyDay],
    summary: says.summary,
  });
