import { withArticle } from './grammar.js';

/** Short cards without a subject: the welcome, help, and what could not be understood or found. Words in ** are bold. */
export const notices = {
  help: {
    heading: 'What you can write',
    raise: (label: string) => `**raise**: start a new ${label}`,
    yours: (disputes: string) => `**disputes**: your open ${disputes}, most urgent first`,
    all: (disputes: string) => `**disputes**: all open ${disputes}, most urgent first`,
    childToEnter: '**700123**: one child, to enter a review for its IRO',
    child: '**700123**: one child, by the reference of the case system',
    number: (label: string) => `**D-2026-0001**: one ${label}, by its number`,
    noteGoodPractice: '**good practice**: note what was done well',
    goodPractice: '**good practice**: what IROs saw done well',
    cover:
      '**cover Anna from Mon 9 Mar to Fri 20 Mar by Ben**: who acts for somebody who is away; **cover**: the list',
    share:
      '**share Anna among Ben, Carl**: the children of who leaves or is away, spread evenly; for one child, Reassign on its card',
    away: '**away until Fri 20 Mar, Ben covers**: when you are away; **back** ends it',
    unreachable: '**unreachable**: who could not be told',
    figures:
      '**timeliness 2016/17**, **late reviews**, **participation**, **caseload**, **themes**, **stages**, **outcomes**, **response times**, **compare 2024/25 2025/26**, **disputes since April by team**: figures of a period',
    ownFigures: '**my caseload**, **my timeliness**, **my disputes**: your own figures',
    teamFigures: (disputes: string) =>
      `**my team**, **response times**: how many ${disputes} your teams had, and how fast they were answered`,
    audit: '**audit**: who asked for figures',
    myDay: '**my day**: what is yours to do today',
    pause: '**pause until Mon 16 Mar**, **pause 3 hours**: no notices until then; **resume** ends it',
    help: '**help**: what you can write',
    comesByItself: (label: string) =>
      `When ${withArticle(label)} needs your answer, its card comes here by itself.`,
    notForAdmins: (disputes: string) => `The ${disputes} themselves are between IROs and managers.`,
  },
  buttons: {
    list: 'My list',
    help: 'Help',
    goodPractice: 'Good practice',
    cover: 'Who is away',
    unreachable: 'Who could not be told',
    figures: 'Figures of this year',
    ownFigures: 'My figures',
    teamFigures: 'My team',
    audit: 'Who asked for figures',
    myDay: 'My day',
  },
  welcome: {
    heading: 'Welcome to IRO Footprint',
    iro: (label: string) =>
      `Here you raise ${withArticle(label)}, follow what becomes of it and close it. What you press is the record, so nothing has to be typed twice.`,
    manager: (label: string) =>
      `When an IRO raises ${withArticle(label)} with you, its card comes here. You answer in the card, and the IRO decides whether it is resolved.`,
    others: (disputes: string) =>
      `Here your service raises and answers its ${disputes}. What people press is the record.`,
    toWrite: 'To write:',
    threeToWrite: 'Three things to write:',
  },
  notUnderstood: {
    heading: 'I did not understand that',
    youWrote: (words: string) => `You wrote: ${words}`,
    didYouMean: 'Did you mean one of these?',
    speak: 'I did not understand that.',
  },
  notOnList: {
    heading: 'You are not on the list',
    ask: 'Ask your IRO service’s business support to put you on it.',
  },
  nothingFound: {
    heading: 'Nothing found',
    line: (words: string) => `I found nothing for ${words} that you may see.`,
    speak: 'I found nothing that you may see.',
    dispute: 'that dispute',
    goodPractice: 'that good practice',
    child: 'that child',
  },
  youWrote: 'What you wrote:',
  cancelled: 'You cancelled the form.',
  nothingRaised: 'Nothing was raised',
  nothingNoted: 'Nothing was noted',
  pointer: {
    line: 'The current card is further down.',
    summary: 'The current card is further down',
  },
  tooLong: 'This card is too long to be shown here.',
  fileNote: { heading: 'The file note is the IRO’s', ask: 'Ask the IRO for it.' },

  /** Who was to be told and was not: for the IRO and the lead. */
  vacant: (stage: string) => `Nobody holds the stage of ${stage} for this team, so nobody has been told`,
  notReached: (who: string) => `${who} has not installed this app, or has blocked it, and has not been told`,
  notReminded: (who: string) =>
    `${who} has not installed this app, or has blocked it, and has not been reminded`,
  notRemindedVacant: (stage: string) =>
    `Nobody holds the stage of ${stage} for this team, so nobody has been reminded`,
  away: (who: string) => `${who} is away and nobody covers them: nobody is there to answer`,
  notRemindedAway: (who: string) => `${who} is away and nobody covers them, so nobody has been reminded`,
  isThereNow: (who: string) => `Nobody was there to answer for a time; ${who} is now`,
  somebody: 'Somebody',
  leadKnows: (what: string) => `${what}; the lead knows.`,
  leadTold: (what: string) => `${what}.`,
};
