import { counted, figure, uncapital, workingDays } from './grammar.js';

/** A lead's figures: the card of one, and what is said where there is none. Measures are named where they are computed. */
/** 'child', 'working day': what a service calls its disputes has a unit of its own, and no figure is one of those. */
const singular = (unit: string) => (unit === 'children' ? 'child' : unit.replace(/s$/, ''));

export const figures = {
  summary: 'The figures that you asked for',
  title: (measure: string, period: string) => `${measure} · ${period}`,
  ofPeriod: (period: string) => ` · ${period}`,
  speak: (title: string, said: string) => `${title}. ${said}.`,
  fallback: (title: string, said: string) => `${title}: ${said}`,
  challenge: 'More recorded is not worse: it shows challenge.',
  asAt: (day: string) => `As at ${day}.`,
  ofArea: (area: string) => `Counted for your area, ${area}.`,
  /** Whose figures these are, where they are not everybody's; and the same as it is written. */
  yoursAlone: 'Your own alone.',
  my: 'my',
  ofYourTeams: (teams: string) => `Formal ones of your teams alone: ${teams}.`,
  myTeam: 'my team',
  ofOneArea: (area: string) => `Of the area ${area} alone.`,
  ofTeam: (team: string) => `Of the team ${team} alone.`,
  withAddress: (name: string, upn: string) => `${name} (${upn})`,
  namesakes: {
    team: (name: string) => `The team ${name}`,
    area: (name: string) => `The area ${name}`,
    iro: (name: string) => `The IRO ${name}`,
  },
  ofIro: (name: string) => `Of ${name} alone.`,

  splitForLead: (split: string) => `Not by ${split}: that is for the lead.`,
  ofOneAlone: (split: string, one: string) =>
    `Not by ${split}: this is of one ${one} alone, and so it is not spread.`,
  noSuchSplit: (split: string) => `Not by ${split}: that is not known of what is counted here.`,

  asTable: 'As a table',
  whatItCounts: 'What this counts',
  leftOut: (definition: string, rows: string) => `${definition} Counted too, and not drawn: ${rows}.`,
  rowsWithNone: (count: number) =>
    counted(count, 'row of which there is none', 'rows of which there are none'),
  rowsNotRecorded: (count: number) =>
    counted(count, 'row that is not recorded', 'rows that are not recorded'),
  splits: {
    team: 'By team',
    area: 'By area',
    iro: 'By IRO',
    theme: 'By theme',
  },

  rowOf: (measure: string, row: string) => `${measure}: ${uncapital(row)}`,
  inPercent: (title: string) => `${title}, in per cent`,
  notRecorded: 'not recorded',
  /** A median of nothing; of a row that is called 'All closed', 'None closed'. */
  none: 'none',
  noneOf: (label: string) => (label.startsWith('All ') ? label.replace('All', 'None') : 'None'),
  percent: (value: number) => `${value}%`,
  share: (count: number, of: number) => `${figure(count)} of ${figure(of)}`,
  /** How reports call a row that is all there is. */
  all: 'All',
  shareCalled: (label: string, share: string) => `${label}: ${share}`,
  sharePercent: (share: string, percent: string) => `${share} (${percent})`,
  /** A number of a unit: '5.2 children'. Of a median, of how many it is. */
  ofUnit: (value: number, unit: string) => `${figure(value)} ${value === 1 ? singular(unit) : unit}`,
  middle: (text: string, count: number) => `${text}, the median of ${figure(count)}`,
  middleOf: (unit: string, count: number) => `${unit}, the median of ${figure(count)}`,
  hours: 'hours',
  /** The change since the period before, in words. */
  same: (period: string) => `the same as in ${period}`,
  up: (by: string, period: string) => `up ${by} on ${period}`,
  down: (by: string, period: string) => `down ${by} on ${period}`,
  points: (count: number) => counted(count, 'point', 'points'),

  whichOnes: 'Which ones',
  exportThis: 'Export…',

  /** What was late, in one line: '12 late: all first reviews; 11 by fewer than 5 working days; …'. */
  late: {
    none: 'None late.',
    some: (count: number, parts: string) => `${figure(count)} late: ${parts}.`,
    between: '; ',
    allOf: (type: string) => `all ${type}`,
    ofType: (count: number, type: string) => `${figure(count)} ${type}`,
    types: {
      first: ['first review', 'first reviews'],
      second: ['second review', 'second reviews'],
      later: ['later review', 'later reviews'],
    },
    one: (type: string) => `a ${type}`,
    byFewer: (count: number, of: number) =>
      `${count === of ? (count === 1 ? '' : 'all ') : `${figure(count)} `}by fewer than 5 working days`,
    noReason: (count: number, of: number) =>
      count === of ? 'no reason recorded' : `${figure(count)} with no reason recorded`,
    notKnown: (count: number) => `${figure(count)} more: due date not known.`,
  },

  /** The things behind a figure. */
  behind: {
    summary: 'The list that you asked for',
    heading: (measure: string, period: string) => `${measure} · ${period}`,
    says: (what: string, count: number) => `${what}: ${figure(count)}.`,
    notRecorded: (what: string) => `${what}: not recorded.`,
    notListed: 'This figure has no list behind it.',
    noneYours: (what: string, count: number) =>
      `${what}: ${figure(count)}, ${count === 1 ? 'and it is not' : 'none of them'} yours to open.`,
    notYours: (count: number) => `${counted(count, 'more is', 'more are')} not yours to open.`,
    dispute: (kind: string) => ` · ${kind}`,
    group: (name: string) => ` · ${name}`,
    raised: (day: string) => `Raised on ${day}`,
    open: (raised: string, stage: string) => `${raised}, open${stage === '' ? '' : ` with the ${stage}`}.`,
    closed: (raised: string, day: string) => `${raised}, closed on ${day}.`,
    raisedOnly: (raised: string) => `${raised}.`,
    kinds: { formal: 'formal', informal: 'informal' },
    review: (due: string, held: string) => `Due ${due}, held ${held}.`,
    heldOnly: (held: string) => `Held ${held}, due date not known.`,
    onTime: 'On time.',
    late: (days: number) => `${workingDays(days)} late.`,
    lateOnFreeDays: 'Late, with no working day between.',
    back: 'Back to the figure',
  },

  /** A figure as text to take away. */
  exports: {
    heading: (title: string) => `Export · ${title}`,
    summary: 'An export of figures',
    choose: 'As text, to copy into a spreadsheet or a document. That you took it is kept.',
    asFile: 'A file comes from the command line of whoever runs this app: footprint report.',
    csv: 'CSV, for a spreadsheet',
    markdown: 'Markdown, for a document',
    label: 'Copy this',
    hint: 'Changes made here are not kept.',
    asText: 'The figure as text.',
    page: (page: number, pages: number) => `Part ${page} of ${pages}.`,
    speak: (title: string) => `${title} as text, ready to copy.`,
    next: 'Next part',
  },

  /** Two periods side by side. */
  compare: {
    summary: 'The comparison that you asked for',
    main: 'Main figures',
    ofPeriods: (earlier: string, later: string) => ` · ${earlier} and ${later}`,
    speak: (title: string, rows: string) => `${title}. ${rows}`.trim(),
    speakRow: (label: string, figures: string, change: string) =>
      `${label}: ${figures}${change === '' ? '' : `, ${change}`}.`,
    inOrder: (earlier: string, later: string) => `${earlier}, then ${later}`,
    /** What was not recorded of one of the two. */
    noteOf: (period: string, note: string) => `${period} · ${note}`,
    soFar: (period: string) => `${period} is not over: it is counted so far.`,
    changeUp: (by: string) => `up ${by}`,
    changeDown: (by: string) => `down ${by}`,
    same: 'the same',
    notSpread: 'Side by side, figures are not spread over groups.',
    noRows: 'Nothing was recorded for either.',
  },

  forLead: {
    heading: 'Figures are for the lead',
    line: 'The lead of your IRO service can ask for them here.',
  },
  byIroForLead: {
    heading: 'Figures by IRO are for the lead',
    yours: 'You can ask for your own.',
    teams: 'You can ask for those of your teams.',
  },
  noTeam: { heading: 'You answer for no team', instead: 'You can ask for your own figures.' },
  notForYou: {
    heading: 'This figure is for the lead',
    yours: 'You can ask for your own figures.',
    teams: (disputes: string) =>
      `You can ask how many ${disputes} your teams had, and how fast they were answered.`,
  },
  ofWhat: {
    by: (split: string) => `By ${split} of what?`,
    notBy: (split: string) => `None of your figures is spread by ${split}`,
    instead: 'You can ask for these:',
    heading: 'Of which figure?',
    line: 'I answer one question at a time. Choose one, or write it whole:',
    forExample: '**timeliness 2016/17 by team**',
  },
  whichPeriod: {
    heading: 'Which period?',
    youWrote: (period: string) => `You wrote: ${period}`,
    oneAtATime: 'I answer this for one period at a time.',
    forExample: (examples: string) => `A period is, for example, ${examples}.`,
  },
  notYet: {
    heading: 'That period has not begun',
    begins: (day: string) => `It begins on ${day}.`,
  },
};
