import { sentence } from './grammar.js';

const everybody = 'Everybody who sees this can read it.';
const plainWords = 'No names, addresses or health.';

/** The forms of the acts: labels, hints, placeholders, buttons, and what happens then. */
export const forms = {
  heading: (act: string, number: string) => `${act} · ${number}`,
  toRead: sentence,
  fillIn: (heading: string) => `${sentence(heading)} Fill in the form.`,
  more: 'More details',
  choose: 'Choose',
  typeChild: 'Type a reference or initials',
  plainWords,
  both: `${everybody} ${plainWords}`,
  child: 'Child',
  outcome: 'Outcome',
  why: 'Why',
  startWith: 'Start with',
  dueDayStays: 'The due day stays as it is.',

  resolve: {
    text: 'How will this be put right?',
    byOn: 'By when',
    byOnHint: 'If you can say already.',
  },
  disagree: { text: 'Why do you disagree?' },
  sendTo: (role: string) => `Send to the ${role}`,
  notMine: {
    text: 'Whose is it, if you know?',
    send: (judge: string) => `Send back to the ${judge}`,
    under: (judge: string) => `It goes back to the ${judge}. The due day stays as it is.`,
  },
  ask: {
    text: 'What do you want to ask?',
    under: 'A question is not yet an answer: the due day stays as it is.',
  },
  answerQuestion: { text: 'Your answer', send: 'Answer' },
  passUp: {
    reason: 'Why do you pass it on?',
    reasons: {
      'not-my-decision': 'It is not my decision',
      'needs-funding': 'It needs funding',
      other: 'Something else',
    },
    text: 'Anything to add',
  },

  escalate: {
    text: 'Why do you escalate?',
    to: 'To',
    leavingOut: (stage: string, left: string) => `${stage} (leaves out ${left})`,
  },
  moreTime: {
    dueOn: 'Until',
    under: (day: string) => `All stages together should end by ${day}.`,
  },
  agree: {
    checkOn: 'Check on',
    checkOnHint: 'Leave it empty to close it now. With a date it stays open, and you are asked on that day.',
  },
  whoNext: 'Who has it next',
  backTo: (stage: string) => `Back to the ${stage}`,
  upTo: (stage: string) => `Up to the ${stage}`,
  notResolved: { text: 'What is still not right?' },
  notDone: {
    text: 'What has not been done?',
    under: 'It goes on under the same number.',
  },
  makeFormal: { under: 'It keeps its number. The working days count from today.' },
  close: {
    text: 'Why is it closed, in one line?',
    under: 'A closed one is not opened again: what comes up later is raised anew.',
  },
  withdraw: {
    text: 'Why is it withdrawn, in one line?',
    under: 'This ends it, and it stays in the history.',
  },
  answerBy: (day: string) => `answer by ${day}`,
  noDueDay: 'no due day',
  stage: (stage: string, answerBy: string) => `${stage}, ${answerBy}`,
  vacantStage: (stage: string, answerBy: string) => `${stage}, ${answerBy} (nobody holds this stage)`,

  note: {
    text: 'Your note',
    hint: `${everybody} There are no private notes. ${plainWords}`,
    send: 'Add the note',
  },
  cafcass: {
    referredOn: 'Referred on',
    send: 'Record the referral',
    under: 'The managers see the date, not the reason.',
  },
  advice: {
    from: 'Whose advice',
    legal: 'Legal',
    cafcass: 'Cafcass',
    takenOn: 'Taken on',
    text: 'What was advised',
    send: 'Save',
    under: 'Only the IRO side sees this. It is not a referral.',
  },
  addChild: { send: 'Add the child', nobody: 'You have no other child to add.' },
  redact: {
    target: 'Whose words',
    choice: (day: string, who: string, what: string) => `${day} · ${who} · ${what}`,
    text: 'Why are the words replaced?',
    send: 'Replace the words',
    under: 'The words are gone for good; that somebody wrote them stays in the history.',
  },
};
