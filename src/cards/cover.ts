import type { Day } from '../calendar/days.js';
import {
  absenceOn,
  type Cover,
  type CoverRefusal,
  type Covering,
  type Days,
  daysBothAway,
  holdsAStage,
} from '../people/cover.js';
import { personById } from '../people/directory.js';
import { toldApart } from '../people/named.js';
import type { Person } from '../people/person.js';
import { words } from '../words/index.js';
import { isActedFor } from './acting.js';
import { rowsCard, textRow } from './list.js';
import { noticeCard } from './notice.js';
import type { Scene, Shown } from './scene.js';
import { bold, button, ownWords, plain } from './template.js';
import { day, listed } from './words.js';

const says = words.cover;
const summary = says.summary;

/** It names the absence by its first day: there may be others, and a card may be old. */
const end = (absent: Person, { from }: Days, viewer: Person, { today }: Scene) =>
  absent.id === viewer.id
    ? {
        title: from <= today ? says.endAway : says.endPlanned,
        data: { press: 'say', words: `away from ${from} ends` } as const,
      }
    : { title: says.end, data: { press: 'say', words: `cover ${absent.upn} from ${from} ends` } as const };

const list = { title: says.list, data: { press: 'say', words: 'cover' } as const };

const periodText = ({ from, to }: Days, scene: Scene) => says.fromTo(day(from, scene), day(to, scene));

/** What was entered, and what will happen. */
export function coverCard(
  absent: Person,
  by: Person | undefined,
  { from, to }: Days,
  viewer: Person,
  scene: Scene,
  more: {
    readonly covers: readonly Covering[];
    /** Numbers of disputes in which the cover does not act, and of those in which nobody can but who is away. */
    readonly notIn: readonly string[];
    readonly staysIn: readonly string[];
    /** Whom they cover themselves, and on which of these days: nobody does then. */
    readonly leaves: readonly (Days & { readonly absent: Person })[];
    /** There is a lead on the list to be told. */
    readonly hasLead: boolean;
  },
): Shown {
  const period = says.period(day(from, scene), day(to, scene));
  const acts = more.covers.map((each) => says.acts[each](by?.name ?? '', absent.name));
  return noticeCard({
    heading: by === undefined ? says.headingAway(absent.name) : says.heading(by.name, absent.name),
    lines: [
      period,
      ...(by === undefined ? [more.hasLead ? says.leadTold : says.noLead] : acts),
      ...(more.notIn.length === 0 ? [] : [says.notIn(listed(more.notIn))]),
      ...(more.staysIn.length === 0 ? [] : [says.staysIn(listed(more.staysIn), absent.name)]),
      ...more.leaves.map((days) => says.leaves(absent.name, days.absent.name, periodText(days, scene))),
      says.moves,
      says.keeps(absent.name),
    ],
    buttons: [end(absent, { from, to }, viewer, scene), list],
    summary,
  });
}

export function coverEndedCard(absent: Person, { from, to }: Days, scene: Scene): Shown {
  const began = from <= scene.today;
  return noticeCard({
    heading: began ? says.endedAway(absent.name) : says.ended(absent.name),
    lines: [says.wasEntered(periodText({ from, to }, scene)), began ? says.endedLine : says.neverBegan],
    buttons: [list],
    summary,
  });
}

/** Nobody is away today, or no absence begins on the day that was named: what there is, each with its button. */
export function coverNotEndedCard(
  absent: Person,
  from: Day | undefined,
  left: readonly Cover[],
  viewer: Person,
  scene: Scene,
): Shown {
  const none = left.length === 0 ? says.nothingToEnd(absent.name) : says.notAwayToday(absent.name);
  return rowsCard({
    heading: from === undefined ? none : says.noneFrom(absent.name, day(from, scene)),
    summary,
    lines: [left.length === 0 ? says.nothingToEndLine : says.entered],
    rows: left.map((cover) => absenceRow(absent, cover, viewer, scene)),
    page: 0,
    words: 'cover',
    buttons: [button(list.title, list.data)],
  });
}

/** Who is away now or will be, and who acts for them. */
export function coverList(
  covers: readonly { readonly absent: Person; readonly cover: Cover }[],
  viewer: Person,
  scene: Scene,
  page: number,
): Shown {
  const lead = viewer.roles.includes('lead');
  return rowsCard({
    heading: lead || covers.length > 0 ? says.listHeading(covers.length) : says.listNoneOfYours,
    summary,
    lines: [ownWords(lead ? says.listLine : says.howAway)],
    rows: covers.map(({ absent, cover }) => absenceRow(absent, cover, viewer, scene)),
    page,
    words: 'cover',
  });
}

function absenceRow(absent: Person, cover: Cover, viewer: Person, scene: Scene) {
  const by = cover.by === undefined ? undefined : personById(scene.directory, cover.by);
  const { title, data } = end(absent, cover, viewer, scene);
  const may = viewer.roles.includes('lead') || absent.id === viewer.id;
  return textRow(
    [
      [bold(absent.name), plain(whoActs(absent, by, cover, scene))],
      [plain(says.rowPeriod(day(cover.from, scene), day(cover.to, scene)))],
    ],
    may ? [button(title, data)] : [],
  );
}

/** Who acts: whoever got a stage since then acts for no IRO today, who has left for nobody, and who is away not then. */
function whoActs(absent: Person, by: Person | undefined, cover: Cover, scene: Scene): string {
  if (by === undefined) return says.rowNobody;
  const holds = absent.roles.includes('iro') || holdsAStage(scene.directory, absent);
  const may = cover.from > scene.today || !holds || isActedFor(absent, by, scene);
  if (!may && absenceOn(by, scene.today) === undefined) return says.rowNoMore(by.name);
  const away = daysBothAway(cover, by, scene.today).map((days) => periodText(days, scene));
  return away.length === 0 ? says.rowBy(by.name) : says.rowAway(by.name, listed(away));
}

export type CoverProblem =
  | { readonly kind: 'how' | 'backwards' | 'over' | 'lead-only' }
  | { readonly kind: 'no-day' | 'no-name'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: CoverRefusal; readonly name: string; readonly by: string };

/** Why nothing was entered, and how to write it: a lead for anybody, anybody else for themselves. */
export function coverProblem(problem: CoverProblem, viewer: Person): Shown {
  const [heading, line] = problemText(problem, viewer.roles.includes('lead'));
  return noticeCard({ heading, lines: [ownWords(line)], buttons: [list], summary });
}

function problemText(problem: CoverProblem, lead: boolean): [heading: string, line: string] {
  const how = lead ? says.howCover : says.howAway;
  switch (problem.kind) {
    case 'how':
      return [lead ? says.notUnderstood : says.dayWanted, how];
    case 'backwards':
      return [says.backwards, how];
    case 'over':
      return [says.over, how];
    case 'lead-only':
      return [says.leadOnly, says.leadOnlyLine];
    case 'no-day':
      return [says.noDay(problem.text), how];
    case 'no-name':
      return [says.noName(problem.text), says.noNameLine];
    case 'refused':
      return [says.refused[problem.why](problem.name, problem.by), says.why[problem.why]];
  }
}

const choicesAtMost = 5;

/** A name that fits several: each as a button that says it with the address instead. */
export function whichPersonCard(
  text: string,
  people: readonly Person[],
  saying: (upn: string) => string,
): Shown {
  const rest = people.length - choicesAtMost;
  return noticeCard({
    heading: says.which(text),
    lines: [says.whichLine, rest > 0 ? says.whichMore(rest) : ''],
    buttons: toldApart(people)
      .slice(0, choicesAtMost)
      .map(({ person, called }) => ({
        title: called,
        data: { press: 'say', words: saying(person.upn) } as const,
      })),
    summary: says.whichSummary,
  });
}
