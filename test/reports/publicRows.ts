import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realHolidays } from '../calendar/realHolidays.js';
import type { ReturnRows } from './slowCount.js';

const file = (name: string) => ({ name, content: readFileSync(join(__dirname, '../data/ssda903', name)) });
export const publicReturn = {
  header: file('header.csv'),
  episodes: file('episodes.csv'),
  reviews: file('reviews.csv'),
};

/** Bank holidays since 2014, typed out. */
export const holidaysSince2014 = [
  ...`
2014-01-01 2014-04-18 2014-04-21 2014-05-05 2014-05-26 2014-08-25 2014-12-25 2014-12-26
2015-01-01 2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28
2016-01-01 2016-03-25 2016-03-28 2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27
2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29 2017-08-28 2017-12-25 2017-12-26
2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26
2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
`
    .trim()
    .split(/\s+/),
  ...realHolidays,
];

const cellsOf = ({ content }: { readonly content: Buffer }) =>
  content
    .toString()
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
const day = (cell = '') => cell.split('/').toReversed().join('-');

/** The rows themselves, read by splitting lines. Its reviews are of many years, so that it is no one year's return. */
export const publicRows: ReturnRows = {
  readOn: '2026-03-02',
  year: '',
  children: cellsOf(publicReturn.header).map(([child = '', , born]) => ({ child, born: day(born) })),
  episodes: cellsOf(publicReturn.episodes).map(
    ([child = '', from, rne = '', ls = '', , place = '', , to, rec = '']) => ({
      child,
      from: day(from),
      rne,
      ls,
      place,
      to: day(to),
      rec,
    }),
  ),
  reviews: cellsOf(publicReturn.reviews).map(([child = '', , on, code = '']) => ({
    child,
    on: day(on),
    code,
  })),
};
