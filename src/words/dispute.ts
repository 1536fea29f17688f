/** The card of a dispute: its headline and its facts. */
export const dispute = {
  speak: (kind: string, number: string, wanted: string) => `${kind}, number ${number}. ${wanted}`,
  fallback: (number: string, wanted: string) => `${number}: ${wanted}`,
  ofKind: (kind: string) => ` · ${kind}`,
  about: (theme: string, children: string) => `${theme} · ${children}`,
  stage: (place: number, of: number) => `Stage ${place} of ${of}`,

  children: 'Children',
  otherThemes: 'Other themes',
  raisedBy: 'Raised by',
  raised: (iro: string, day: string) => `${iro} (IRO) on ${day}`,
  iroNow: 'IRO now',
  cameFrom: 'Came from',
  cameFromChoices: {
    review: 'A review',
    midway: 'Midway between reviews',
    'between-reviews': 'Between reviews',
    'child-told-me': 'The child told me',
  },
  alsoMarked: 'Also marked',
  systemFault: 'System fault',
  resources: 'Resources',
  cafcass: 'Cafcass',
  referredOn: (day: string) => `Referred on ${day}`,
  advice: 'Advice',
  legalAdvice: (day: string) => `Legal, ${day}`,
  cafcassAdvice: (day: string) => `Cafcass, ${day}`,
  onFile: 'On file',
  recorded: 'Recorded',
  recordedFor: (done: number, of: number) => `Recorded for ${done} of ${of} children`,

  spokenTo: 'Spoken to',
  spokenToChoices: {
    'social-worker': 'The social worker',
    manager: 'The manager',
    'nobody-yet': 'Nobody yet',
  },
  manager: 'Team manager',
  canSeeIt: 'Can see it',
  seenBy: 'Seen by',
  seen: (name: string, stage: string) => `${name} (${stage})`,
  afterYou: 'After you',
  nextStages: 'Next stages',
  noneAbove: 'None: this is the last stage',
  allStagesBy: 'All stages by',
  stageGoesBeyond: (total: string) => `${total}; this stage’s own day is later`,
  atStage: 'At stage',
  informal: 'Informal',
  notRecorded: 'Not recorded',
  itTook: 'It took',
};

/** How a closed one ended. An earlier record may leave parts of it out. */
export const ending = {
  closed: (day: string, outcome: string) => `Closed on ${day}: ${outcome}.`,
  closedAfter: (day: string, took: string, outcome: string) => `Closed on ${day} after ${took}: ${outcome}.`,
  closedSome: (outcome: string) => `Closed: ${outcome}.`,
  outcomeNotRecorded: 'the outcome is not recorded',
  notRecorded: 'From an earlier record: how it ended is not recorded.',
};

/** A note for one child's case file, ready to copy. */
export const fileNote = {
  heading: (number: string) => `File note · ${number}`,
  summary: 'A file note',
  speak: (number: string) => `A note for the case file, from number ${number}.`,
  forFile: (child: string) => `For the file of ${child}`,
  recordedAlready: (child: string) => `For the file of ${child}, where it is recorded already`,
  label: 'Copy this to the case file',
  hint: 'Changes made here are not kept.',
  noteFor: (child: string) => `Note for ${child}`,

  earlierIn: (number: string) => `(what was said before is in ${number})`,
  restIn: (text: string, number: string) => `${text} … (the rest is in ${number})`,
  words: (label: string, text: string) => `${label}: ${text}`,
  anotherChild: 'another child',
  oneOther: 'It concerns another child of the service too, who has a note of their own.',
  others: (count: number) =>
    `It concerns ${count} other children of the service too, who have notes of their own.`,
  subject: (kind: string, number: string, child: string) => `${kind}, ${number}, for ${child}`,
  raised: (iro: string, day: string) => `Raised by ${iro} (IRO) on ${day}`,
  theme: (theme: string) => `Theme: ${theme}`,
  asAt: (day: string, wanted: string) => `As at ${day}: ${wanted}`,
  history: 'History',
};
