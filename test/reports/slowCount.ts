import { realHolidays } from '../calendar/realHolidays.js';

/**
 * The figures of reviews the slow way: from the rows of the returns, with nothing of src/reviews, src/reports or the
 * calendar. What both come to is the data's and not a program's.
 */
export interface ReturnRows {
  /** The day it was read, and the first day of its year: '' where its reviews are of several. */
  readonly readOn: string;
  readonly year: string;
  readonly children: readonly { readonly child: string; readonly born: string }[];
  readonly episodes: readonly {
    readonly child: string;
    readonly from: string;
    readonly rne: string;
    readonly ls: string;
    readonly place: string;
    readonly to: string;
    readonly rec: string;
  }[];
  readonly reviews: readonly { readonly child: string; readonly on: string; readonly code: string }[];
}

const dayLength = 86_400_000;
const numbers = new Map<string, number>();
export function numberOf(day: string): number {
  const known = numbers.get(day) ?? Date.parse(day) / dayLength;
  numbers.set(day, known);
  return known;
}
export const dayOf = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10);

const isWorking = (number: number, holidays: readonly string[]) =>
  ![0, 6].includes(new Date(number * dayLength).getUTCDay()) && !holidays.includes(dayOf(number));

function twentyWorkingDaysAfter(day: string, holidays: readonly string[]): string {
  let number = numberOf(day);
  for (let left = 20; left > 0;) {
    number++;
    if (isWorking(number, holidays)) left--;
  }
  return dayOf(number);
}

/** The same date so many months on, else the last one of that month that there is. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const first = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  let number = numberOf(first);
  while (
    new Date((number + 1) * dayLength).getUTCDate() !== 1 &&
    new Date(number * dayLength).getUTCDate() < date
  )
    number++;
  return dayOf(number);
}

interface Leg {
  readonly known: boolean;
  readonly period: number;
  readonly startsPeriod: boolean;
  readonly from: string;
  readonly short: boolean;
  /** Each day from which the child was in some placement, of the whole period: whether one for adoption. */
  readonly adopted: (day: string) => boolean;
  /** The first day on which care was over, at the latest with the next period, and the last day of its reviews. */
  readonly over: string;
  readonly last: string;
}

const never = '9999-12-31';

/** Episodes in the order of their days, joined to periods of care, and these parted where short breaks begin or end. */
function legsOf(rows: readonly ReturnRows['episodes'][number][]): Leg[] {
  const periods: { rows: ReturnRows['episodes'][number][]; end: string }[] = [];
  for (const row of rows) {
    const last = periods.at(-1);
    const goesOn =
      row.rne === 'S'
        ? row.from === last?.rows[0]?.from
        : last !== undefined && (last.end === '' || row.from < last.end);
    if (!goesOn) periods.push({ rows: [], end: '' });
    const period = periods.at(-1);
    period?.rows.push(row);
    // Rows overlap in a file of random ones: the later end holds.
    if (period !== undefined && row.rec !== '' && row.rec !== 'X1' && row.to > period.end)
      period.end = row.to;
  }
  return periods.flatMap(({ rows: own, end }, index) => {
    const known = own[0]?.rne === 'S';
    const isShort = ({ ls }: { readonly ls: string }) => ls === 'V3' || ls === 'V4';
    const turns = own.filter((row, at) => at === 0 || isShort(row) !== isShort(own[at - 1] ?? row));
    // An empty cell does not say, and a temporary placement ends no other.
    const says = own.filter(({ place }) => place !== '' && !place.startsWith('T'));
    const adopted = (day: string) =>
      ['A3', 'A4', 'A5', 'A6'].includes(says.filter(({ from }) => from <= day).at(-1)?.place ?? '');
    const nextFrom = periods[index + 1]?.rows[0]?.from ?? never;
    return turns.map((row, at): Leg => {
      const next = turns[at + 1]?.from;
      const over = next ?? (end === '' || end > nextFrom ? nextFrom : end);
      return {
        known,
        period: index,
        startsPeriod: at === 0,
        from: row.from,
        short: isShort(row),
        adopted,
        over,
        last: next === undefined ? end || never : dayOf(numberOf(next) - 1),
      };
    });
  });
}

export interface SlowReview {
  readonly child: string;
  readonly on: string;
  readonly kind: 'first' | 'second' | 'later' | 'not-known' | 'short-break' | 'adoption';
  readonly due: string;
  /** '' where the return does not tell it, or cannot. */
  readonly code: string;
}
export interface SlowChild {
  readonly child: string;
  readonly reviews: readonly SlowReview[];
  /** The kind, its due day, and the day it was held, or ''. */
  readonly due: readonly { readonly kind: string; readonly due: string; readonly on: string }[];
  readonly hasEpisodes: boolean;
  readonly inCareBy: (day: string) => boolean;
  readonly firstReadOn: string;
  readonly lookedAfterOn: (day: string) => boolean;
  readonly adoptedOn: (day: string) => boolean;
  readonly lastReviewOn: (day: string) => SlowReview | undefined;
}

/** Each child as the returns that were read by the as-at day tell of it. */
export function slowChildren(
  all: readonly ReturnRows[],
  asAt: string,
  holidays: readonly string[] = realHolidays,
): SlowChild[] {
  const returns = all.filter(({ readOn }) => readOn <= asAt);
  const grouped = <T extends { readonly child: string }>(rows: readonly T[]) => {
    const found = new Map<string, T[]>();
    for (const row of rows) found.set(row.child, [...(found.get(row.child) ?? []), row]);
    return found;
  };
  const headers = grouped(
    returns.flatMap(({ children, year, readOn }) => children.map((each) => ({ ...each, year, readOn }))),
  );
  const episodes = grouped(returns.flatMap((each) => each.episodes));
  const reviews = grouped(returns.flatMap((each) => each.reviews));
  return [...headers].map(([child, of]) => {
    const byFrom = new Map<string, ReturnRows['episodes'][number]>();
    for (const row of episodes.get(child) ?? []) {
      const known = byFrom.get(row.from);
      if (known === undefined || row.rec !== '') byFrom.set(row.from, row);
    }
    const rows = [...byFrom.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
    const days = (reviews.get(child) ?? []).filter(({ on }) => on <= asAt);
    // Of a day that is there twice, the first row counts.
    const held = new Map(days.toReversed().map((row) => [row.on, row]));
    return slowChild(child, legsOf(rows), [...held.values()], {
      years: of.map(({ year }) => year).filter((year) => year !== ''),
      born: of[0]?.born ?? '',
      firstReadOn: of.map(({ readOn }) => readOn).sort()[0] ?? '',
      asAt,
      holidays,
    });
  });
}

function slowChild(
  child: string,
  legs: readonly Leg[],
  rows: readonly { readonly on: string; readonly code: string }[],
  about: {
    readonly years: readonly string[];
    readonly born: string;
    readonly firstReadOn: string;
    readonly asAt: string;
    readonly holidays: readonly string[];
  },
): SlowChild {
  const { years, born, firstReadOn, asAt, holidays } = about;
  const lastYear = [...years].sort().at(-1);
  const yearOf = (day: string) => `${Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)}-04-01`;
  const unsure = (due: string) =>
    lastYear !== undefined && !years.includes(yearOf(due)) && due < monthsAfter(lastYear, 12);
  const legOf = (on: string): Leg | undefined => {
    const covering = legs.filter(({ from, last }) => from <= on && on <= last).at(-1);
    if (covering !== undefined) return covering;
    const next = legs.find(({ from }) => from > on);
    return next !== undefined && !next.known && next.startsPeriod ? next : undefined;
  };
  const lostBefore = (on: string) => legs.find(({ from }) => from > on)?.from ?? 'nothing';
  const groups = new Map<Leg | string, { on: string; code: string }[]>(legs.map((leg) => [leg, []]));
  for (const row of [...rows].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const key = legOf(row.on) ?? lostBefore(row.on);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const found: SlowReview[] = [];
  const due: { kind: string; due: string; on: string }[] = [];
  for (const [leg, inLeg] of groups) {
    if (typeof leg !== 'string' && leg.short) {
      for (const { on, code } of inLeg) found.push({ child, on, kind: 'short-break', due: '', code });
      continue;
    }
    let before: { on: string; kind: string } | undefined;
    for (const row of [...inLeg, { on: '', code: '' }]) {
      const kind = before === undefined ? 'first' : before.kind === 'first' ? 'second' : 'later';
      const day: string =
        before !== undefined
          ? monthsAfter(before.on, kind === 'second' ? 3 : 6)
          : typeof leg !== 'string' && leg.known
            ? twentyWorkingDaysAfter(leg.from, holidays)
            : '';
      // The first day since the last review on which the child was placed for adoption, up to this one.
      const until = row.on === '' ? asAt : row.on;
      let placedOn = '';
      if (typeof leg !== 'string')
        for (let at = numberOf(before?.on ?? leg.from); at <= numberOf(until) && placedOn === ''; at++)
          if (leg.adopted(dayOf(at))) placedOn = dayOf(at);
      const known = day !== '' && !unsure(day);
      if (known && day <= asAt && (placedOn === '' || day < placedOn)) {
        const still =
          typeof leg !== 'string' ? day < leg.over : legs.length === 0 || day <= (inLeg.at(-1)?.on ?? '');
        if (still) due.push({ kind, due: day, on: row.on });
      }
      if (row.on === '') break;
      const code = fits(row.code, row.on, born) ? row.code : '';
      const is = placedOn !== '' ? 'adoption' : known ? kind : 'not-known';
      found.push({ child, on: row.on, kind: is, due: placedOn === '' && known ? day : '', code });
      before = { on: row.on, kind: is };
    }
  }
  const lookedAfterOn = (day: string) => legs.some((leg) => !leg.short && leg.from <= day && day < leg.over);
  const legOn = (day: string) =>
    legs.filter((each) => !each.short && each.from <= day && day < each.over).at(-1);
  const adoptedOn = (day: string) => legOn(day)?.adopted(day) ?? false;
  const adoptions = new Set(found.filter(({ kind }) => kind === 'adoption').map(({ on }) => on));
  const lastReviewOn = (day: string) => {
    const leg = legOn(day);
    const own = legs.filter((each) => !each.short && each.period === leg?.period);
    const days = own
      .flatMap((each) => (groups.get(each) ?? []).filter(({ on }) => !adoptions.has(on)))
      .map(({ on }) => on);
    const last = days
      .filter((on) => on <= day)
      .sort()
      .at(-1);
    return found.find(({ on }) => on === last);
  };
  const hasEpisodes = legs.length > 0;
  const inCareBy = (day: string) => legs.some(({ from }) => from <= day);
  return {
    child,
    reviews: found,
    due,
    hasEpisodes,
    inCareBy,
    firstReadOn,
    lookedAfterOn,
    adoptedOn,
    lastReviewOn,
  };
}

/** National rules 440 and 441: PN0 is for a child under four alone. */
function fits(code: string, on: string, born: string): boolean {
  if (born === '') return code !== '';
  const four = `${Number(born.slice(0, 4)) + 4}${born.slice(4)}`;
  return code !== '' && (code === 'PN0') === on < four;
}

/** What the slow way comes to: 'measure row' → [count, of]; `of` is undefined where it is a number. */
export function slowFigures(
  children: readonly SlowChild[],
  { from, to }: { readonly from: string; readonly to: string },
  asAt: string,
): Record<string, readonly [count: number, of?: number]> {
  const end = asAt < to ? asAt : to;
  const inPeriod = (day: string) => from <= day && day <= to;
  const reviews = children.flatMap((each) => each.reviews);
  const ownClock = ({ kind }: SlowReview) => kind === 'short-break' || kind === 'adoption';
  const held = reviews.filter((each) => inPeriod(each.on) && !ownClock(each));
  const count = (like: (review: SlowReview) => boolean, of = held) => of.filter(like).length;
  const figures: Record<string, readonly [number, number?]> = {
    'reviews-held all': [held.length],
    'reviews-held due-not-known': [count(({ kind }) => kind === 'not-known')],
    'reviews-held short-breaks': [
      reviews.filter(({ on, kind }) => inPeriod(on) && kind === 'short-break').length,
    ],
    'reviews-held adoption': [reviews.filter(({ on, kind }) => inPeriod(on) && kind === 'adoption').length],
  };
  const yearBefore = monthsAfter(dayOf(numberOf(end) + 1), -12);
  const rolling = reviews.filter((each) => yearBefore <= each.on && each.on <= end && !ownClock(each));
  const due = children.flatMap((each) => each.due).filter((each) => inPeriod(each.due));
  for (const type of ['all', 'first', 'second', 'later']) {
    const like = ({ kind }: { readonly kind: string }) =>
      type === 'all' ? kind !== 'not-known' : kind === type;
    const onTime = (review: SlowReview) => like(review) && review.on <= review.due;
    if (type !== 'all') figures[`reviews-held ${type}`] = [count(like)];
    figures[`timeliness-by-review ${type}`] = [count(onTime), count(like)];
    figures[`late-reviews ${type}`] = [count(like) - count(onTime), count(like)];
    figures[`timeliness-rolling ${type}`] = [count(onTime, rolling), count(like, rolling)];
    const fell = due.filter(like);
    figures[`timeliness-by-due ${type}`] = [
      fell.filter((each) => each.on !== '' && each.on <= each.due).length,
      fell.length,
    ];
  }
  const byChild = children
    .map((each) => [
      ...each.reviews.filter((one) => inPeriod(one.on) && !ownClock(one) && one.kind !== 'not-known'),
      ...each.due.filter((one) => inPeriod(one.due)),
    ])
    .filter((each) => each.length > 0);
  figures['timeliness-by-child all'] = [
    byChild.filter((each) => each.every((one) => one.on !== '' && one.on <= one.due)).length,
    byChild.length,
  ];
  const last = children
    .filter(({ lookedAfterOn, adoptedOn }) => lookedAfterOn(end) && !adoptedOn(end))
    .map(({ lastReviewOn }) => lastReviewOn(end)?.code ?? 'none');
  const inPeriodCodes = held.map(({ code }) => code);
  const took = ['PN1', 'PN2', 'PN3', 'PN5', 'PN6'];
  const some = (codes: readonly string[], wanted: readonly string[]) =>
    codes.filter((code) => wanted.includes(code)).length;
  const older = ['PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7'];
  for (const [measure, codes, wanted] of [
    ['participation', inPeriodCodes, took],
    ['participation-last-review', last, took],
    ['attended', inPeriodCodes, ['PN1', 'PN2', 'PN3', 'PN4']],
  ] as const) {
    figures[`${measure} all`] = [some(codes, wanted), some(codes, older)];
    figures[`${measure} under-4`] = [some(codes, ['PN0'])];
    figures[`${measure} not-recorded`] = [some(codes, [''])];
  }
  figures['participation-last-review no-review'] = [some(last, ['none'])];
  figures['participation-all-ages all'] = [some(inPeriodCodes, took), some(inPeriodCodes, ['PN0', ...older])];
  for (const code of ['PN0', ...older])
    figures[`participation-by-code ${code}`] = [some(inPeriodCodes, [code]), held.length];
  const start = dayOf(numberOf(from) - 1);
  const atStart = children.filter(({ lookedAfterOn }) => lookedAfterOn(start));
  const atEnd = children.filter(({ lookedAfterOn }) => lookedAfterOn(end));
  figures['children-looked-after all'] = [atEnd.length];
  figures['children-looked-after at-start'] = [atStart.length];
  // Of a start before anybody's care nothing is known.
  const startTold = children.some(({ inCareBy }) => inCareBy(start));
  const came = startTold ? atEnd.filter((each) => !atStart.includes(each)) : [];
  figures['children-looked-after came'] = [came.length];
  figures['children-looked-after adoption'] = [atEnd.filter((each) => each.adoptedOn(end)).length];
  figures['children-looked-after left'] = [atStart.filter((each) => !atEnd.includes(each)).length];
  return figures;
}
