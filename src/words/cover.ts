import { capital, counted } from './grammar.js';

/** Who is away and who acts for them. Words in ** are bold. */
export const cover = {
  actingFor: (name: string, until: string) => `You are acting for ${name} until ${until}.`,
  actsForYou: (name: string, until: string) => `${name} acts for you until ${until}.`,
  awayUntil: (name: string, until: string) => `${name} (away until ${until})`,

  summary: 'Cover',
  heading: (by: string, name: string) => `${by} covers for ${name}`,
  headingAway: (name: string) => `${name} is away`,
  period: (from: string, to: string) =>
    from === to ? `On ${from} only.` : `From ${from} to ${to}, both days included.`,
  acts: {
    iro: (by: string, name: string) =>
      `${by} can raise for the children of ${name} and decide on answers. New notices go to ${by}.`,
    stage: (by: string, name: string) => `${by} can answer for ${name}. New notices go to ${by}.`,
  },
  moves: 'What waits moves by itself with a new card, and what is still waiting comes back at the end.',
  keeps: (name: string) => `${name} can still see and do everything.`,
  noLead: 'Nobody covers, and there is no lead on the list to be told.',
  leadTold:
    'Nobody covers. New notices for the IRO go to the lead of the team; where a stage should answer, the IRO and the lead are told.',
  notIn: (numbers: string) => `Not in ${numbers}: they are on the other side of it. There the lead is told.`,
  staysIn: (numbers: string, name: string) =>
    `In ${numbers} nobody can stand in: its notices for the IRO still go to ${name}.`,
  leaves: (by: string, name: string, days: string) =>
    `${by} covers for ${name}, and is away too ${days}: nobody covers for ${name} then. ${name} or a lead can end that cover and enter another.`,
  fromTo: (from: string, to: string) => (from === to ? `on ${from}` : `from ${from} to ${to}`),
  end: 'End the cover',
  endAway: 'I am back',
  endPlanned: 'End the absence',
  list: 'Covers',

  ended: (name: string) => `The cover for ${name} has ended`,
  endedAway: (name: string) => `${name} is back`,
  wasEntered: (days: string) => `It was entered ${days}.`,
  endedLine: 'What is still waiting comes back in a few moments, with a new card.',
  neverBegan: 'It had not begun, so nothing had moved.',
  nothingToEnd: (name: string) => `${name} is not away, and no cover is to come`,
  notAwayToday: (name: string) => `${name} is not away today`,
  noneFrom: (name: string, from: string) => `No absence of ${name} from ${from} is left to end`,
  entered: 'What is entered stands below.',
  nothingToEndLine: 'There is nothing to end.',

  listHeading: (count: number) =>
    count === 0 ? 'Nobody is away' : capital(counted(count, 'absence', 'absences')),
  listNoneOfYours: 'You are not away, and you cover for nobody',
  listLine: 'Write **cover Anna from Mon 9 Mar to Fri 20 Mar by Ben** to enter one.',
  rowBy: (by: string) => ` · ${by} acts for them`,
  rowNoMore: (by: string) => ` · nobody acts for them: ${by} no longer can`,
  rowAway: (by: string, days: string) => ` · ${by} acts for them, but nobody ${days}, when ${by} is away too`,
  rowNobody: ' · nobody acts for them',
  rowPeriod: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),

  notUnderstood: 'That needs a name and two days',
  dayWanted: 'That needs a day',
  howCover: 'Write **cover Anna from Mon 9 Mar to Fri 20 Mar by Ben**. Days can also be 9/3 or 2026-03-09.',
  howAway: 'Write **away until Fri 20 Mar, Ben covers**, or without the cover.',
  noDay: (text: string) => `“${text}” is not a day that I can read`,
  backwards: 'The last day is before the first',
  over: 'That is over already',
  noName: (text: string) => `I do not know anybody called “${text}”`,
  noNameLine: 'Write the name, a part of it, or the e-mail address of the list.',
  which: (text: string) => `Which “${text}” do you mean?`,
  whichLine: 'Choose one.',
  whichMore: (count: number) =>
    `${counted(count, 'more fits', 'more fit')}: write more of the name to find them.`,
  whichSummary: 'A name that fits several',
  leadOnly: 'Covers are entered by a lead',
  leadOnlyLine: 'For yourself you can write **away until Fri 20 Mar, Ben covers**.',
  refused: {
    oneself: (name: string) => `${name} cannot cover for themselves`,
    'nothing-to-cover': (name: string) => `${name} needs no cover`,
    'holds-a-stage': (_: string, by: string) => `${by} cannot cover an IRO`,
    'not-iro-side': (_: string, by: string) => `${by} cannot cover an IRO`,
    'not-a-manager': (_: string, by: string) => `${by} cannot cover a stage`,
    'not-on-the-list': (_: string, by: string) => `${by} is not on the list on those days`,
    overlaps: (name: string) => `${name} is already away on some of those days`,
    'away-too': (_: string, by: string) => `${by} is away on some of those days`,
  },
  why: {
    oneself: 'Choose somebody else.',
    'nothing-to-cover': 'They are no IRO and hold no stage, so nothing waits for them alone.',
    'holds-a-stage':
      'They answer for a stage. An IRO is covered by an IRO or a lead who answers for none, so that nobody is on both sides.',
    'not-iro-side': 'An IRO is covered by an IRO or a lead.',
    'not-a-manager': 'A stage is covered by a manager.',
    'not-on-the-list': 'Choose somebody who is.',
    overlaps: 'End that one first, or choose other days.',
    'away-too': 'A cover is not passed on. Choose somebody who is there.',
  },
};
