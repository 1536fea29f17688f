import { counted, workingDays } from './grammar.js';

/** What IROs and business support press and fill in about a child's reviews, and what is said then. */
export const reviewForms = {
  acts: {
    'spoken-to-worker': 'Spoken to',
    'child-seen': 'Seen or spoken to',
    'report-in': 'Report in',
    'report-not-in': 'Report not in',
    'decisions-sent': 'Decisions sent',
    'plan-updated': 'Plan updated',
    'record-written': 'Record written',
    'record-sent': 'Record sent',
    'on-track': 'On track',
    'progress-checked': 'Progress checked',
    record: 'Record the review',
    'already-held': 'Already held',
    adjourn: 'Adjourn: not enough information',
    'change-date': 'Change the date',
    'ask-sooner': 'Ask for a sooner review',
    'decisions-sent-on': 'Decisions sent on another day',
    'record-sent-on': 'Record sent on another day',
    'log-concern': 'Log a concern',
    'not-agreed': 'Decisions not agreed',
    'tell-iro': 'Tell the IRO',
    'raise-midway': 'Raise',
    correct: 'Correct the review',
    complete: 'Complete the review',
  },
  /** What stands on a button in a row that says what it is about; the form's heading says it whole. */
  inRow: { 'decisions-sent-on': 'Sent earlier', 'record-sent-on': 'Sent earlier' },
  correctOf: (review: string, day: string) => `Correct the ${review} of ${day}`,
  nextReview: (review: string) => `The next ${review}`,
  heading: (act: string, child: string) => `${act} · ${child}`,
  send: 'Save',

  record: {
    heldOn: 'Held on',
    withoutMeeting: 'It was held without a meeting',
    firstOn: 'First day',
    firstOnHint: 'If it was a series of meetings: the day above is the last.',
    participation: 'How the child took part',
    underFour: 'How the child took part is not asked of a child under 4.',
    codes: {
      PN1: 'Was there and spoke for themselves',
      PN2: 'Was there; an advocate spoke for them',
      PN3: 'Was there; showed their views without words',
      PN4: 'Was there; gave no views and had nobody speak for them',
      PN5: 'Not there; asked an advocate or the IRO to speak for them',
      PN6: 'Not there; sent views (form, letter, text, recording)',
      PN7: 'Not there; no views given',
      PN0: 'Was under 4 at the time',
    },
    parents: 'Parents',
    parentsPart: {
      'took-part': 'Took part',
      'other-way': 'Gave their views another way',
      'did-not': 'Invited, did not take part',
      'not-invited': 'Not invited',
      none: 'None to invite',
    },
    parentsWhy: 'Why no parent was invited',
    seenAlone: 'You spoke to the child alone',
    seenAloneAnswers: { yes: 'Yes', no: 'No', declined: 'The child chose not to' },
    lateReason: 'What held it up?',
    lateHint: (day: string) => `Only if it was held after ${day}.`,
    yes: 'Yes',
    no: 'No',
    outcome: 'Outcome, in one line',
    notHeld: 'It was not held: this recording is a mistake',
    another: (review: string) => `It is another ${review}`,
  },
  adjourn: {
    until: 'Until',
    under: (most: number, due: string) =>
      `Once, and for at most ${workingDays(most)}.${due === '' ? '' : ` The due day stays ${due}.`}`,
  },
  changeDate: {
    plannedOn: 'Planned for',
    under: (due: string) => `The due day stays ${due}: it decides whether the review is late.`,
    dueNotKnown: 'A planned day moves no due day.',
  },
  sooner: {
    ground: 'Why sooner',
    grounds: {
      child: 'The child asks for it',
      iro: 'The IRO asks for it',
      'not-safeguarded': 'A visit found that the child is not safeguarded well enough',
      'accommodation-ends': 'Accommodation from the police or the court ends before then',
      'detention-ends': 'Detention ends before then',
      'return-home': 'Accommodation is to end, and no parent takes over',
      other: 'Something else',
    },
    wantedBy: 'By when',
    under: (due: string) => `It is due by ${due} all the same.`,
  },
  sentOn: { on: 'Sent on' },
  concern: {
    text: 'What is the concern',
    further: 'And then',
    log: 'Log it',
    raise: 'Log it, and raise it informally',
    under: 'It is kept with the midway check. Raising opens the form with these words in it.',
  },
  notAgreed: { text: 'What is not agreed' },
  tellIro: {
    what: 'What it is about',
    whats: { court: 'Court', placement: 'Placement', plan: 'Plan', worker: 'Social worker' },
    on: 'On which day',
    text: 'In one line',
    send: 'Tell the IRO',
    under:
      'The IRO reads it on the child’s card and in the morning. It is no dispute, and no notice goes out.',
  },

  problems: {
    'in-the-future': 'Choose today or an earlier day.',
    'before-birth': 'The child was not born by then: choose a later day.',
    'not-looked-after': 'By the files the child was not looked after on that day.',
    'recorded-already':
      'That day is recorded already. Save again to add to what is there, or choose another day.',
    'recorded-by-another': 'That day is recorded already, and the IRO puts it right.',
    'first-day-later': 'The first day is not after the last one.',
    'how-took-part': 'Choose how the child took part.',
    'not-under-four': 'The child was 4 or over by then: choose how the child took part.',
    'today-or-later': 'Choose today or a later day.',
    'too-long-adjourned': 'That is more than 20 working days from today.',
    'after-today': 'Choose a day after today.',
    'before-it-was-held': 'That is before the review was held.',
    'after-due': 'It is due by then as it is: choose an earlier day.',
    ground: 'Choose why.',
    concern: 'Say what the concern is.',
    notAgreed: 'Say what is not agreed.',
    what: 'Choose what it is about.',
  },
  besideAnother: {
    'recorded-near': (review: string, day: string) =>
      `The ${review} of ${day} is recorded already. Save again to correct its day and add to what is there, or say that this is another one.`,
    'recorded-near-by-another': (review: string, day: string) =>
      `The ${review} of ${day} is recorded already, and the IRO puts it right. Choose another day, or say that this is another one.`,
    'before-the-last': (review: string, day: string) =>
      `That is before the last ${review}, of ${day}: save again if it is right.`,
    'first-day-before-it': (review: string, day: string) =>
      `The first day is not before the ${review} of ${day}, which came before this one.`,
  },

  said: {
    /** 'You recorded …' and 'Ida Reviewer recorded …' end with when. */
    record: (who: string, review: string, day: string) => `${who} recorded the ${review} of ${day}`,
    adjourned: (who: string, day: string) => `${who} adjourned it until ${day}`,
    planned: (who: string, day: string) => `${who} planned it for ${day}`,
    notHeld: (who: string, review: string, day: string) =>
      `${who} recorded that the ${review} of ${day} was not held`,
    sooner: (who: string, review: string) => `${who} asked for a sooner ${review}`,
    notAgreed: (who: string) => `${who} recorded that the decisions are not agreed`,
    told: (who: string) => `${who} told the IRO`,
    concern: (who: string) => `${who} logged a concern`,
    takenBack: (who: string, what: string) => `${who} took back “${what}”`,
    notTakenBack: 'Nothing was taken back: that is for whoever said it, on the same day.',
    choice: (who: string) => `${who} said which it is`,
    step: (who: string, step: string) => `${who} recorded “${step}”`,
    stepOn: (who: string, step: string, day: string) => `${who} recorded “${step}” for ${day}`,
    already: (said: string) => `This is recorded already: ${said}`,
    next: (review: string, day: string, months: number) =>
      `Next ${review} by ${day} (${months} months after this one).`,
    plannedAfterDue: (due: string) => `That is after ${due}, the day on which it is due.`,
    notYours: 'This is not yours to record: it is for the child’s IRO, whoever covers them, and leads.',
    noReview: (review: string) => `There is no ${review} of which that could be said.`,
    imported: (review: string) =>
      `The files have this ${review} too: it is put right in the system that they come from.`,
    atHome: (lookedAfter: string, review: string) =>
      `By the files this child is not ${lookedAfter}: there is no ${review} to record.`,
    heldBefore: (review: string, day: string) =>
      `The ${review} of ${day} is recorded by now, and nothing was changed: this card is of the next one.`,
    adjournedBefore: 'It was adjourned before, and once is all: change its date instead.',
    rows: (count: number, step: string, children: string) =>
      `${counted(count, 'row is', 'rows are')} recorded: ${step} (${children}).`,
    rowsAlready: (children: string) => `Recorded before: ${children}.`,
    rowsNotYours: (count: number) => `${counted(count, 'row is', 'rows are')} not yours to record.`,
    rowsNoReview: (count: number, review: string) =>
      `${counted(count, 'row has', 'rows have')} no ${review} of which that could be said.`,
    noRows: 'No row was ticked.',
  },

  steps: {
    labels: {
      speakToSocialWorker: 'Speak to the social worker',
      childSeen: 'See or speak to the child',
      reportIn: 'Report in',
      decisionsOut: 'Decisions out',
      planUpdated: 'Plan updated',
      recordWritten: 'Record written',
      recordSent: 'Record sent',
      midway: 'Midway check',
      progressCheck: 'Progress check of the protection plan',
    },
    by: (step: string, day: string) => `${step} by ${day}`,
    wasBy: (step: string, day: string) => `${step}: was due ${day}`,
    answers: (review: string, day: string) =>
      `Of the ${review} of ${day} not everything is recorded yet: the rest is asked of you.`,
    planned: (day: string) => `Planned for ${day}.`,
    adjourned: (day: string) => `Adjourned until ${day}.`,
    soonerAsked: (why: string) => `A sooner one was asked for: ${why}.`,
    soonerBy: (why: string, day: string) => `A sooner one was asked for by ${day}: ${why}.`,
    reportNotIn: (day: string) => `On ${day} the report was not in.`,
    concern: (day: string) => `A concern was logged at the midway check on ${day}.`,
    notAgreed: (day: string) => `The decisions of ${day} are not agreed.`,
    told: (what: string, day: string, who: string) => `${what}, ${day}: ${who} let the IRO know.`,
    toldYou: (what: string, day: string, who: string) => `${what}, ${day}: ${who} let you know.`,
    outcome: 'Outcome',
    words: (what: string, day: string) => `${what} · ${day}`,
  },

  takeBack: {
    button: (what: string) => `Take back: ${what}`,
    buttonOf: (what: string, child: string) => `Take back: ${what} (${child})`,
    whats: {
      adjourned: 'Adjourned',
      'date-changed': 'New date',
      'sooner-asked': 'Sooner review',
      step: 'Concern',
      'decisions-not-agreed': 'Decisions not agreed',
      'iro-told': 'What you told the IRO',
      'same-or-two': 'Which day is right',
    },
  },
  sameOrTwo: {
    same: (day: string) => `One, held ${day}`,
    two: 'They are two',
  },
  support: {
    onBehalf: (iro: string) => `You enter this for the IRO, ${iro}.`,
  },
};
