import { addDays, type Day } from '../../src/calendar/days.js';
import type { SourceFiles } from '../../src/imports/source.js';
import type { Chance } from './chance.js';
import { type Town, upnOf } from './town.js';

const british = (day: Day) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
const csv = (name: string, lines: readonly string[]) => ({
  name,
  content: Buffer.from(`${lines.join('\n')}\n`),
});
const initialsOf = (n: number) => String.fromCharCode(65 + (n % 26), 65 + (Math.floor(n / 26) % 26));

/** Who is allocated to whom by now. */
export const allocationsFile = ({ allocations }: Town) =>
  csv('allocations.csv', [
    'child,initials,family,iro,team,social_worker',
    ...[...allocations.keys()].map((ref, n) => {
      const family = n % 5 < 2 ? `F${Math.floor(n / 5)}` : '';
      const { iro = '', team = '' } = allocations.get(ref) ?? {};
      return `${ref},${initialsOf(n)},${family},${upnOf(iro)},${team},`;
    }),
  ]);

/** Looked after since some day of the years before, each with a review at most half a year ago. */
export function returnBefore(
  { allocations }: Town,
  start: Day,
  chance: Chance,
): NonNullable<SourceFiles['ssda903']> {
  const children = [...allocations.keys()].map((ref) => ({
    ref,
    born: addDays(start, -chance.between(400, 6_000)),
    since: addDays(start, -chance.between(210, 380)),
    held: addDays(start, -chance.between(1, 180)),
  }));
  return {
    header: csv('header.csv', [
      'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
      ...children.map(({ ref, born }) => `${ref},1,${british(born)},WBRI,,,`),
    ]),
    episodes: csv('episodes.csv', [
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
      ...children.map(({ ref, since }) => `${ref},${british(since)},S,C2,N1,U4,PR1,,,,,,`),
    ]),
    reviews: csv('reviews.csv', [
      'CHILD,DOB,REVIEW,REVIEW_CODE',
      ...children.map(({ ref, born, held }) => `${ref},${british(born)},${british(held)},PN1`),
    ]),
  };
}
