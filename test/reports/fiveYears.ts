import * as fc from 'fast-check';
import { ssda903 } from '../imports/files.js';
import { type ReturnRows, dayOf, numberOf } from './slowCount.js';

/** What happened to one child, whether or not a return tells of it. */
interface Life {
  readonly child: string;
  readonly born: string;
  readonly episodes: readonly ReturnRows['episodes'][number][];
  readonly reviews: readonly ReturnRows['reviews'][number][];
}

const spell = fc.record({
  gap: fc.integer({ min: 2, max: 700 }),
  days: fc.integer({ min: 1, max: 1500 }),
  /** After so many days another legal status, another placement: an episode of its own. */
  turns: fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 500 }),
      ls: fc.constantFrom('C1', 'C2', 'V2', 'V4'),
      place: fc.constantFrom('U1', 'K1', 'A4', 'A5', 'T0', ''),
    }),
    { maxLength: 3 },
  ),
  ls: fc.constantFrom('C1', 'C2', 'V2', 'V2', 'V4'),
  place: fc.constantFrom('U1', 'U6', 'R1', 'A3'),
  reviews: fc.array(
    fc.record({
      after: fc.oneof(fc.integer({ min: 5, max: 260 }), fc.constantFrom(28, 91, 182, 183)),
      code: fc.constantFrom('', 'PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7'),
    }),
    { maxLength: 12 },
  ),
});

const life = (index: number) =>
  fc
    .record({
      born: fc.integer({ min: numberOf('2008-01-01'), max: numberOf('2020-01-01') }),
      spells: fc.array(spell, { minLength: 1, maxLength: 3 }),
      // Of one child in eight the return has no episode, though it has reviews.
      withEpisodes: fc.integer({ min: 0, max: 7 }).map((one) => one > 0),
    })
    .map(({ born, spells, withEpisodes }): Life => {
      const child = `70${String(index).padStart(4, '0')}`;
      const episodes: ReturnRows['episodes'][number][] = [];
      const reviews: ReturnRows['reviews'][number][] = [];
      let day = numberOf('2019-12-31');
      for (const { gap, days, turns, ls, place, reviews: held } of spells) {
        day += gap;
        const [start, end] = [day, day + days];
        const starts: { from: number; ls: string; place: string }[] = [{ from: start, ls, place }];
        for (const turn of turns) {
          const from = (starts.at(-1)?.from ?? start) + turn.after;
          if (from < end) starts.push({ from, ls: turn.ls, place: turn.place });
        }
        starts.forEach((each, at) => {
          const next = starts[at + 1];
          episodes.push({
            child,
            from: dayOf(each.from),
            rne: at === 0 ? 'S' : 'L',
            ls: each.ls,
            place: each.place,
            to: dayOf(next?.from ?? end),
            rec: next === undefined ? 'E4A' : 'X1',
          });
        });
        let on = start;
        for (const { after, code } of held) {
          on += after;
          if (on <= end) reviews.push({ child, on: dayOf(on), code });
        }
        day = end;
      }
      return { child, born: dayOf(born), episodes: withEpisodes ? episodes : [], reviews };
    });

/** The return of one year: its reviews, and the episodes that reach into it, as far as they had gone at its end. */
function returnOf(lives: readonly Life[], year: number): ReturnRows {
  const [from, to] = [`${year}-04-01`, `${year + 1}-03-31`];
  const inYear = ({ episodes, reviews }: Life) => ({
    episodes: episodes
      .filter((episode) => episode.from <= to && episode.to >= from)
      .map((episode) => (episode.to > to ? { ...episode, to: '', rec: '' } : episode)),
    reviews: reviews.filter(({ on }) => from <= on && on <= to),
  });
  const rows = lives.map((each) => ({ ...each, ...inYear(each) }));
  const there = rows.filter(({ episodes, reviews }) => episodes.length + reviews.length > 0);
  const reviews = there.flatMap((each) => each.reviews);
  return {
    readOn: `${year + 1}-06-01`,
    year: reviews.length > 0 ? from : '',
    children: there.map(({ child, born }) => ({ child, born })),
    episodes: there.flatMap((each) => each.episodes),
    reviews,
  };
}

/** Five years of a council, and the returns of them that were read: of the others nothing is known. */
export const fiveYears = fc
  .tuple(
    fc.tuple(...Array.from({ length: 10 }, (_, index) => life(index))),
    fc.subarray([2020, 2021, 2022, 2023, 2024], { minLength: 2 }),
  )
  .map(([lives, years]) => years.map((year) => returnOf(lives, year)));

const british = (day: string) => day.split('-').toReversed().join('/');

/** The return as the council's file. */
export const filesOf = ({ children, episodes, reviews }: ReturnRows) =>
  ssda903({
    header: children.map(({ child, born }) => `${child},2,${british(born)},WBRI,,,`),
    episodes: episodes.map(
      ({ child, from, rne, ls, place, to, rec }) =>
        `${child},${british(from)},${rne},${ls},N1,${place},PR1,${british(to)},${rec},,,,`,
    ),
    reviews: reviews.map(({ child, on, code }) => {
      const born = children.find((each) => each.child === child)?.born ?? '';
      return `${child},${british(born)},${british(on)},${code}`;
    }),
  });
