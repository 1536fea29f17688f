/** What a press did, as a sentence that ends with when: 'You acknowledged this at 09:14.' */
export const said = {
  sentence: (did: string, when: string) => `${did} ${when}.`,
  movedOn: 'It has moved on since.',

  raised: (who: string, number: string) => `${who} raised ${number}`,
  raisedSorted: (who: string, number: string) =>
    `${who} raised ${number} as already sorted, and it is closed,`,
  imported: (number: string) => `${number} was taken over from an earlier record`,
  madeFormal: (who: string) => `${who} made this formal`,
  acknowledged: (who: string) => `${who} acknowledged this`,
  offered: (who: string, judge: string) => `${who} sent the ${judge} an answer`,
  youDisagreed: (who: string, judge: string) => `${who} told the ${judge} why you disagree`,
  theyDisagreed: (who: string, judge: string) => `${who} told the ${judge} why they disagree`,
  returned: (who: string, judge: string) => `${who} sent this back to the ${judge}`,
  sentOn: (who: string) => `${who} sent this on`,
  sentTo: (who: string, holder: string) => `${who} sent this to ${holder}`,
  asked: (who: string, judge: string) => `${who} asked the ${judge} a question`,
  questionAnswered: (who: string) => `${who} answered the question`,
  passedUp: (who: string, stage: string) => `${who} passed this to the ${stage}`,
  escalatedByClock: (to: string) => `No answer came, and this went to ${to}`,
  escalated: (who: string, to: string) => `${who} escalated this to ${to}`,
  moreTimeAllowed: (who: string, day: string) => `${who} allowed more time, until ${day},`,
  agreedResolved: (who: string) => `${who} agreed that it is resolved`,
  agreedToCheck: (who: string, day: string) => `${who} agreed, to check on ${day},`,
  notResolved: (who: string) => `${who} sent this back as not resolved`,
  notResolvedAndUp: (who: string, to: string) => `${who} found this not resolved and escalated it to ${to}`,
  checkedDone: (who: string) => `${who} checked that it has been done`,
  reopened: (who: string) => `${who} opened this again`,
  andClosed: (did: string, outcome: string) => `${did} and closed it (${outcome})`,
  closed: (who: string, outcome: string) => `${who} closed this (${outcome})`,
  withdrawn: (who: string) => `${who} withdrew this`,
  noted: (who: string) => `${who} added a note`,
  referredToCafcass: (who: string, day: string) => `${who} recorded the referral to Cafcass on ${day}`,
  adviceTaken: (who: string, day: string) => `${who} recorded the advice of ${day}`,
  childAdded: (who: string, child: string) => `${who} added ${child}`,
  recordedOnFile: (who: string, child: string) => `${who} recorded this on the file of ${child}`,
  redacted: (who: string) => `${who} replaced the words`,
  stageEntered: (stage: string) => `This went to the ${stage}`,
  noResponse: (day: string) => `No answer was recorded by ${day}; this was noted`,
  couldNotBeTold: (stage: string, day: string) => `The ${stage} could not be told by ${day}; this was noted`,
  reminder: (stage: string, day: string) => `A reminder to the ${stage} was due on ${day}; this was noted`,
  totalNeared: (total: string) =>
    `The day by which all stages together should end, ${total}, was near; this was noted`,
  stillUnjudged: (day: string) => `The answer still waited on ${day}; this was noted`,
  checkDayCame: (day: string) => `The day to check, ${day}, came; this was noted`,

  leavingOut: (to: string, stages: string) => `${to}, leaving out the ${stages},`,
};

/** What comes next after a press, where it still does. */
export const next = {
  yours: 'It is with you.',
  yoursUntil: (day: string) => `It is with you until ${day}.`,
  theirs: (stage: string, name: string) =>
    `It is with the ${stage}, ${name}, and there is no due day at this stage.`,
  theirsUntil: (stage: string, name: string, day: string) =>
    `It is with the ${stage}, ${name}, who has until ${day}.`,
  vacant: (stage: string) => `Nobody holds the stage of ${stage}, so nobody could be told; the lead is told.`,
  away: (stage: string, name: string) =>
    `The ${stage}, ${name}, is away and nobody covers them, so nobody could be told; the lead is told.`,
  dueDay: (day: string) => `The due day is ${day}.`,
  beyondTotal: (day: string) => `That is beyond ${day}, the day by which all stages together should end.`,
  sameManager: 'It stays with the same manager.',
  noAnswerNeeded: 'No answer is needed.',
  yourAnswer: 'Your answer is still needed; there is no due day.',
  yourAnswerBy: (day: string) => `Your answer is still needed by ${day}.`,
  theirAnswer: 'Their answer is still needed; there is no due day.',
  theirAnswerBy: (day: string) => `Their answer is still needed by ${day}.`,
  judged: (who: string, judge: string) =>
    `It is now with ${who}, and the ${judge} decides whether it is resolved.`,
  with: (who: string) => `It is now with ${who}.`,
  youAreAsked: 'It stays open, and you are asked on that day.',
  staysOpen: 'It stays open until then.',
  informalSeen: (stage: string) => `It is informal: the ${stage} can see it, and no answer is due.`,
  informalUntold: 'It is informal: nobody has been told.',
  alongside: 'It goes on alongside.',
  noteRead: 'Everybody who sees this can read it, and nobody was sent a notice.',
};
