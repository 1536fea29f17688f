import { counted, figure } from './grammar.js';

/** The card of a day, and of a lead's week. Words in ** are bold. */
export const morning = {
  heading: (day: string) => `${day} · your day`,
  weekHeading: (day: string) => `${day} · your week`,
  summary: 'Your day',
  pointer: 'Your day',
  tooLong: 'Your day is too long to be shown here.',
  forToday: (count: number) => `${figure(count)} for today`,
  nothingForToday: 'nothing for today',
  laterThisWeek: (count: number) => `${figure(count)} later this week`,
  later: (count: number) => `${figure(count)} after this week`,

  sections: {
    disputes: (disputes: string) => disputes,
    reviews: (review: string) => `${review}s`,
    teamReviews: (review: string) => `${review}s of your teams, 10 working days ahead`,
    goodPractice: 'Good practice',
    week: 'The service',
  },
  allStages: (label: string, day: string, left: string) =>
    `All stages of this ${label} together end on ${day} (${left}).`,
  noted: (who: string, day: string) => `${who} noted good practice on ${day}.`,
  notPassedOn: 'It waits to be passed on.',
  answered: (within: number, of: number) =>
    `You answered ${figure(within)} of ${figure(of)} within 2 working days this quarter.`,

  worker: (name: string) => ` · ${name}`,
  /** Of a lead, for an IRO who is away or has left, and whom nobody covers. */
  standsInFor: (name: string) => ` · for ${name}, who is not here`,
  several: (act: string) => `${act}, for several at once`,
  saveTicked: 'Save what is ticked',

  notToday: 'Not today',
  showMyDay: 'Show my day',
  putAway: 'Put away for today.',
  nothing: 'Nothing is waiting for you today.',
  next: (day: string) => `Your next morning card comes on ${day}, if something is for you then.`,

  week: {
    over: (counted: string) => `${counted} past the day for all stages together`,
    lastStage: (counted: string, stage: string) => `${counted} with the ${stage}`,
    unjudged: (count: number) =>
      `${counted(count, 'answer', 'answers')} not judged for more than 3 working days`,
    withdrawn: (count: number, counted: string, day: string) =>
      `${counted} ${count === 1 ? 'was' : 'were'} withdrawn since ${day}`,
    unreachable: (count: number) => `${counted(count, 'notice', 'notices')} did not get through`,
    caseload: (count: number) =>
      `${counted(count, 'IRO has', 'IROs have')} more than 70 children for a full-time equivalent`,
    show: 'Show',
  },

  /** Once a month: reviews that were late, of which nobody has said why. */
  month: {
    title: 'Not recorded',
    own: (count: number, review: string) =>
      `${counted(count, `late ${review} has`, `late ${review}s have`)} no reason`,
    ofIros: (own: string, iros: string) => `${own}: ${iros}`,
    ofIro: (name: string, count: number) => `${name} ${figure(count)}`,
    give: 'Give the reasons…',
    heading: 'What held them up?',
    which: (child: string, held: string) => `${child}, held ${held}`,
    held: (which: string, late: string) => `${which}, ${late}`,
    late: 'late',
    under: (review: string, rest: number) =>
      rest === 0
        ? 'What you leave open is asked again next month.'
        : `${counted(rest, `more ${review}`, `more ${review}s`)} after these. What you leave open is asked again next month.`,
    send: 'Save the reasons',
    saved: (count: number) => `${counted(count, 'reason', 'reasons')} saved.`,
    refused: (count: number) =>
      `${counted(count, 'row', 'rows')} could not be saved: the review has changed.`,
    stands: (which: string, who: string, reason: string) =>
      `${which}: ${who} recorded a reason meanwhile, and it stands: ${reason}.`,
    noneChosen: 'No reason was chosen, so nothing was saved.',
    done: (review: string) => `No late ${review} of yours is without a reason`,
  },

  pause: {
    heading: (day: string) => `Paused until ${day}`,
    line: 'No notices and no morning cards come until then. Due days run on, and cards that are here stay up to date.',
    dueDays: (label: string) =>
      `Only what needs your answer comes earlier: on the morning of its due day, so that no ${label} passes you by.`,
    end: 'Write **resume** to end it sooner.',
    resume: 'Resume',
    how: {
      heading: 'Pause notices',
      line: 'Write how long: **pause 3 hours**, **pause until tomorrow**, **pause until Mon 16 Mar**.',
      now: (day: string) => `You have paused until ${day}. **resume** ends it.`,
    },
    notUnderstood: {
      heading: 'Until when?',
      line: (words: string) => `I could not read a day in: ${words}`,
    },
    past: { heading: 'That is over already', line: 'Choose a later hour of today, or a later day.' },
    tooLong: {
      heading: 'A pause is for four weeks at most',
      line: (day: string) => `The latest is ${day}. For longer, write **away until …, Ben covers**.`,
    },
    resumed: {
      heading: 'Notices come again',
      line: 'What waited and still holds comes now, or in the morning.',
      notPaused: 'They were not paused.',
    },
  },
};
