import { workingDays } from './grammar.js';

/** The second line of a card: what is wanted of whoever looks, or who has it. */
export const wanted = {
  left: (left: string) => `(${left})`,
  leftStop: (left: string) => `(${left}).`,
  with: (who: string) => `With ${who}.`,
  noDueDay: 'There is no due day.',
  noDueDayHere: 'There is no due day at this stage.',
  dueDay: (day: string, left: string) => `The due day is ${day} (${left}).`,
  dueDayWas: (day: string) => `The due day was ${day}.`,
  dueDayStays: (day: string, left: string) => `The due day stays ${day} (${left}).`,
  /** Where a stage has no due day, and its holder has had it for a week or more. */
  atStageSince: (day: string) => `It has been at this stage since ${day}.`,
  totalNear: (day: string, left: string) => `All stages together should end by ${day} (${left}).`,
  totalToday: (day: string) => `All stages together should end today, ${day}.`,
  vacant: (stage: string) => `Nobody holds the stage of ${stage} now.`,
  vacantTold: 'The IRO and the lead are told.',
  vacantYouTold: 'You and the IRO are told.',

  informal: {
    followUp: 'Yours to follow up.',
    followUpOn: (day: string) => `Yours to follow up: look again on ${day}`,
    isSorted: 'Is it sorted?',
    lookAgain: (day: string, left: string) => `You wanted to look again on ${day} (${left}).`,
    toKnow: 'For you to know: no answer is needed.',
    mayAcknowledge: 'You can acknowledge it or add a note.',
    mayNote: 'You can add a note.',
    noStage: 'It is informal: there is no stage and no due day.',
  },

  yourAnswer: {
    undated: 'Your answer is needed.',
    today: (day: string) => `Your answer is needed today, ${day}.`,
    by: (day: string) => `Your answer is needed by ${day}`,
    wasBy: (day: string) => `Your answer was needed by ${day}`,
    stillOpen: (left: string) => `(${left}). You can still answer until the IRO moves it on.`,
    asked: 'Your question is with the IRO; the due day stands.',
    back: (judge: string) => `The ${judge} does not find it resolved yet.`,
  },

  waiting: {
    asks: (who: string) => `${who}, asks you a question.`,
    stillDue: (day: string, left: string) => `Their answer is still due by ${day} (${left}).`,
    noAnswer: (day: string) => `No answer was recorded by ${day}.`,
    noNewAnswer: (day: string) => `No new answer was recorded by ${day}.`,
    untold: (stage: string) => `The ${stage} could not be told.`,
    holderUntold: (stage: string, holder: string) => `The ${stage}, ${holder}, could not be told.`,
    vacantUntold: (stage: string) => `The ${stage} (nobody holds this stage) could not be told.`,
    withUntil: (who: string, day: string) => `With ${who}, until ${day}`,
    escalate: (stage: string) => `You can escalate to the ${stage}.`,
    escalateOrTime: (stage: string) => `You can escalate to the ${stage}, or allow more time.`,
    last: 'This is the last stage: you can refer it to Cafcass, or close it.',
    lastOrTime: 'This is the last stage: you can allow more time, refer it to Cafcass, or close it.',
  },

  answered: {
    isResolved: 'Answer received: is it resolved?',
    toBeDone: (day: string, left: string) => `It is to be done by ${day} (${left}).`,
    waits: (day: string, count: number) => `The answer came on ${day}, ${workingDays(count)} ago.`,
    accept: 'Answer received: do you accept the explanation?',
    disagrees: (stage: string) => `The ${stage} disagrees.`,
    yours: (who: string) => `Your answer is with ${who}.`,
    decidesResolved: (judge: string) => `The ${judge} decides whether it is resolved.`,
    decidesAccept: (judge: string) => `The ${judge} decides whether to accept the explanation.`,
    with: (who: string) => `Answered: now with ${who}.`,
  },

  returned: {
    with: (who: string) => `Returned: now with ${who}.`,
    whoNext: 'Returned to you: who has it next?',
    notTheirs: (who: string) => `${who}, says that it is not theirs.`,
    vacant: (who: string, stage: string) =>
      `${who}, says that it is not theirs, and nobody holds the stage of ${stage} now.`,
    stillListed: (stage: string) => `The list still has them as the ${stage}.`,
  },

  agreed: {
    checks: (who: string, day: string) => `Agreed: ${who}, checks on ${day}`,
    wasToCheck: (who: string, day: string) => `Agreed: ${who}, was to check on ${day}`,
    youCheck: (day: string) => `Agreed: you check on ${day}`,
    today: 'You agreed to check today: has it been done?',
    passed: (day: string, left: string) => `You agreed to check on ${day} (${left}): has it been done?`,
  },

  /** The neutral line of lock screens. */
  summary: {
    answer: (subject: string) => `${subject} needs your answer`,
    decision: (subject: string) => `${subject} needs your decision`,
    closed: (subject: string) => `${subject} is closed`,
    toSee: (subject: string) => `${subject} for you to see`,
  },
};
