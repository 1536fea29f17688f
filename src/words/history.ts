import { figure } from './grammar.js';

/** The history: one line an event, 'Mon 2 Mar at 09:12 · …name… acknowledged'. */
export const history = {
  line: (when: string, done: string) => `${when} · ${done}`,
  title: (events: number) => `History (${events})`,
  earlier: (events: number) => `${events} earlier`,

  raised: (who: string, kind: string, children: string) => `${who} raised it (${kind}) for ${children}`,
  imported: (from: string, said: string) => `Taken over ${from}: ${said}`,
  /** What an earlier record says of its way up. */
  record: {
    raised: (day: string) => `raised on ${day}`,
    stage: (stage: string) => `with the ${stage}`,
    stageEntered: (stage: string, day: string) => `with the ${stage} on ${day}`,
    answered: (stay: string, day: string) => `${stay} (answered on ${day})`,
  },
  madeFormal: (who: string) => `${who} made it formal`,
  stageEntered: (stage: string, holder: string, due: string) => `With the ${stage} (${holder}), ${due}`,
  nobody: 'nobody was there to answer',
  dueBy: (day: string) => `due by ${day}`,
  noDueDay: 'no due day',
  acknowledged: (who: string) => `${who} acknowledged`,
  offered: (who: string) => `${who} said how it will be put right`,
  offeredBy: (who: string, day: string) => `${who} said how it will be put right, by ${day}`,
  disagreed: (who: string) => `${who} disagreed`,
  returned: (who: string) => `${who} returned it: not theirs`,
  sentAgain: (who: string, holder: string) => `${who} sent it to ${holder}`,
  vacantStage: 'the stage, where nobody was there to answer',
  asked: (who: string) => `${who} asked a question`,
  questionAnswered: (who: string) => `${who} answered the question`,
  passedUp: (who: string, stage: string, why: string) => `${who} passed it to the ${stage}: ${why}`,
  passedBecause: {
    'not-my-decision': 'not their decision',
    'needs-funding': 'it needs funding',
    other: 'another reason',
  },
  escalatedByClock: (stage: string) => `No answer came, so it went to the ${stage}`,
  escalated: (who: string, stage: string) => `${who} escalated to the ${stage}`,
  bypassed: (who: string, stage: string, left: string) =>
    `${who} escalated to the ${stage}, leaving out the ${left}`,
  moreTimeAllowed: (who: string, day: string) => `${who} allowed more time, until ${day}`,
  moreTimeBeyond: (who: string, day: string) => `${who} allowed more time, until ${day} (beyond the total)`,
  agreedResolved: (who: string) => `${who} agreed that it is resolved`,
  agreedToCheck: (who: string, day: string) => `${who} agreed, to check on ${day}`,
  notResolved: (who: string) => `${who} found it not resolved`,
  notResolvedBack: (who: string, day: string) =>
    `${who} found it not resolved; a new answer is due by ${day}`,
  checkedDone: (who: string) => `${who} checked: it has been done`,
  reopened: (who: string) => `${who} checked: it has not been done`,
  closed: (who: string, outcome: string) => `${who} closed it: ${outcome}`,
  withdrawn: (who: string) => `${who} withdrew it`,
  noted: (who: string) => `${who} added a note`,
  referredToCafcass: (who: string, day: string) => `${who} referred it to Cafcass on ${day}`,
  adviceTaken: (who: string, from: string, day: string) => `${who} took advice (${from}) on ${day}`,
  legalAdvice: 'legal',
  cafcassAdvice: 'Cafcass',
  childAdded: (who: string, child: string) => `${who} added ${child}`,
  recordedOnFile: (who: string, child: string) => `${who} recorded it on the file of ${child}`,
  redacted: (who: string) => `${who} replaced words`,
  redactedOf: (who: string, when: string) => `${who} replaced words of ${when}`,
  reallocated: {
    iro: (from: string, to: string) => `the IRO was ${from}, and is ${to} from here on`,
    iroBy: (who: string, from: string, to: string) =>
      `${who} gave the child to ${to}: the IRO was ${from}, and is ${to} from here on`,
    team: (team: string) => `the child’s team is ${team} from here on`,
  },
  handedOver: {
    cover: (who: string, away: string) => `${who} acts for ${away} from here on`,
    leads: (away: string) => `The lead acts for ${away} from here on`,
    iro: (who: string) => `${who} has it again`,
    holder: (who: string) => `${who} holds the stage from here on`,
    away: (who: string) => `${who} is away, and nobody covers`,
    nobody: 'Nobody holds the stage from here on',
  },
  noResponse: (day: string) => `No answer was recorded by ${day}`,
  couldNotBeTold: (stage: string, day: string) => `The ${stage} could not be told by ${day}`,
  duePassedAgain: (day: string) => `No new answer was recorded by ${day}`,
  reminder: (stage: string) => `A reminder to the ${stage} was due`,
  weekly: (stage: string, count: number) =>
    count === 1
      ? `A weekly reminder to the ${stage} was due`
      : `Weekly reminder number ${figure(count)} to the ${stage} was due`,
  /** Recorded late: the day that it was for. */
  onDay: (what: string, day: string) => `${what} on ${day}`,
  totalNeared: (total: string) => `The day by which all stages together should end was near: ${total}`,
  stillUnjudged: 'The answer still waited for a decision',
  checkDayCame: (day: string) => `The day to check came: ${day}`,

  /** Kept in the history itself, where words were. */
  replaced: '[words replaced by a lead]',
};

/** What typed words are called where they are shown. */
export const typed = {
  labels: {
    imported: 'Summary',
    offered: 'How it will be put right',
    disagreed: 'Why they disagree',
    returned: 'Why it was returned',
    asked: 'Question',
    questionAnswered: 'Answer to the question',
    passedUp: 'Why it was passed on',
    escalated: 'Why it was escalated',
    bypassed: 'Why it was escalated',
    moreTimeAllowed: 'Why more time',
    notResolved: 'Still not right',
    reopened: 'Not done',
    closed: 'Why it was closed',
    withdrawn: 'Why it was withdrawn',
    noted: 'Note',
    referredToCafcass: 'Why Cafcass',
    adviceTaken: 'Advice',
    redacted: 'Why words were replaced',
  },
  worrying: 'Worrying for this child',
  right: 'Would put it right',
  changed: 'What changed for the child',
  byWhen: (label: string, who: string, when: string) => `${label} · ${who}, ${when}`,
  by: (label: string, who: string) => `${label} (${who})`,
  continued: (label: string) => `${label} (continued)`,
};
