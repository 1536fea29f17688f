import { counted, figure } from './grammar.js';

/** A lead's figures: the card of one, and what is said where there is none. Measures are named where they are computed. */
export const figures = {
  summary: 'The figures that you asked for',
  title: (measure: string, period: string) => `${measure} · ${period}`,
  ofPeriod: (period: string) => ` · ${period}`,
  speak: (title: string, said: string) => `${title}. ${said}.`,
  fallback: (title: string, said: string) => `${title}: ${said}`,
  challenge: 'More recorded is not worse: it shows challenge.',
  asAt: (day: string) => `As at ${day}.`,
  ofArea: (area: string) => `Counted for your area, ${area}.`,

  noSuchSplit: (split: string) => `Not by ${split}: that is not known of what is counted here.`,

  asTable: 'As a table',
  whatItCounts: 'What this counts',
  leftOut: (definition: string, rows: string) => `${definition} Left out here: ${rows}.`,
  rowsWithNone: (count: number) => `${counted(count, 'row', 'rows')} with none`,
  rowsNotRecorded: (count: number) => `${counted(count, 'row', 'rows')} not recorded`,
  splits: {
    team: 'By team',
    area: 'By area',
    iro: 'By IRO',
    theme: 'By theme',
  },

  notRecorded: 'not recorded',
  percent: (value: number) => `${value}%`,
  share: (count: number, of: number) => `${figure(count)} of ${figure(of)}`,
  sharePercent: (share: string, percent: string) => `${share} (${percent})`,
  middle: (value: number, unit: string, count: number) => `${figure(value)} ${unit}, of ${figure(count)}`,
  middleOf: (unit: string, count: number) => `${unit}, the median of ${figure(count)}`,
  hours: 'hours',
  /** The change since the period before, in words. */
  same: (period: string) => `the same as in ${period}`,
  up: (by: string, period: string) => `up ${by} on ${period}`,
  down: (by: string, period: string) => `down ${by} on ${period}`,
  points: (count: number) => counted(count, 'point', 'points'),

  forLead: {
    heading: 'Figures are for the lead',
    line: 'The lead of your IRO service can ask for them here.',
  },
  whichPeriod: {
    heading: 'Which period?',
    youWrote: (period: string) => `You wrote: ${period}`,
    forExample: (examples: string) => `A period is, for example, ${examples}.`,
  },
  notYet: {
    heading: 'That period has not begun',
    begins: (day: string) => `It begins on ${day}.`,
  },
};
