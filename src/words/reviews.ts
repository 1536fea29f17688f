import { workingDays } from './grammar.js';

/** A child's reviews on its card: the last, the next, and where the case system has them otherwise. */
export const reviews = {
  last: (review: string) => `Last ${review}`,
  lastNotKnown: 'Not known',
  heldOn: (day: string) => `Held on ${day}`,
  heldFromTo: (from: string, to: string) => `Held from ${from} to ${to}`,
  heldWithoutMeeting: (day: string) => `Held without a meeting on ${day}`,
  /** In short breaks, and of a child placed for adoption: a card does not say which, for that says where a child lives. */
  ownClock: (held: string) => `${held}; it has a clock of its own`,
  dueNotKnown: (held: string) => `${held}; when it was due is not known`,
  onTime: (held: string) => `${held}, on time`,
  late: (held: string, due: string) => `${held}, late (due ${due})`,
  lateBy: (held: string, days: number, due: string) => `${held}, ${workingDays(days)} late (due ${due})`,

  next: (review: string) => `Next ${review}`,
  noneNext: (lookedAfter: string) => `None: no longer ${lookedAfter}`,
  nextOfOwnClock: (review: string) => `This ${review} has a clock of its own, and no due date here`,
  dueByOwnClock: (due: string) => `${due}, by a clock of its own`,
  nextNotKnown: 'Due date not known: the day it is counted from is not in the files',
  due: (day: string) => `due ${day}`,
  wasDue: (day: string) => `was due ${day}`,
  first: (review: string, due: string) => `first ${review} ${due}`,
  second: (review: string, due: string) => `second ${review} ${due}`,
  withTarget: (due: string, day: string) => `${due}\nThe service’s own target: ${day}`,

  /** Only where it says something else than we do. */
  caseSystem: {
    label: 'Case system',
    cancelled: (day: string) => `The one due ${day} is cancelled there: that moves no due date`,
    due: (day: string) => `Due ${day}`,
    later: (day: string) => `Due ${day}, later than by law`,
    laterBy: (day: string, days: number) => `Due ${day}, ${workingDays(days)} later than by law`,
    earlier: (day: string) => `Due ${day}, earlier than by law`,
    earlierBy: (day: string, days: number) => `Due ${day}, ${workingDays(days)} earlier than by law`,
  },

  /** Where the data is older than two working days. */
  caseSystemAsAt: (day: string) => `Case system as at ${day}`,

  /** Child protection conferences, which have clocks of their own. */
  conferences: {
    last: 'Last conference',
    next: 'Next conference',
    initial: (due: string) => `Initial child protection conference ${due}`,
    'first-review': (due: string) => `First child protection review ${due}`,
    'later-review': (due: string) => `Child protection review ${due}`,
    dueNotKnown: '(due date not known)',
  },

  sources: {
    ssda903: 'the national return',
    ssd: 'the case system',
    allocations: 'the allocations',
    teams: 'Teams',
  },
  inSource: (day: string, source: string) => `${day} in ${source}`,
  different: (others: string, day: string, source: string) =>
    `Held on ${others}, and on ${day} in ${source}: what was recorded later is shown.`,
  ofSource: (day: string, source: string) => `${day} (${source})`,
  perhapsOne: (review: string, one: string, other: string) =>
    `Perhaps one ${review}, recorded twice: held on ${one} and on ${other}. Both are counted.`,
};
