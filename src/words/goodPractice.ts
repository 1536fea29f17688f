import { capital, counted } from './grammar.js';

/** Good practice: its form, its card, its list. Words in ** are bold. */
export const goodPractice = {
  form: {
    heading: 'Note good practice',
    team: 'The worker’s team',
    orTeam: 'Or the worker’s team',
    textHint: 'The worker is told it. No names, addresses or health of a child.',
    redact: 'Redact good practice',
    under: (stage: string, disputes: string) =>
      `The ${stage} is asked to pass it on to the worker. It is counted apart from ${disputes}.`,
  },
  sentBefore: 'This form was sent before. This is a new one with what you have written now.',
  notedAt: (when: string) => `You noted this ${when}.`,
  notAnIro: {
    heading: 'An IRO notes good practice',
    line: 'What was noted for your team comes here by itself, to be passed on.',
  },

  heading: 'Good practice',
  ofTeam: (team: string) => ` · ${team}`,
  team: (team: string) => `Team ${team}`,
  childAndTeam: (child: string, team: string) => `${child} · Team ${team}`,
  text: 'What was good',
  notedBy: 'Noted by',
  noted: (iro: string, day: string) => `${iro} (IRO) on ${day}`,
  speak: (wanted: string) => `Good practice. ${wanted}`,
  fallback: (wanted: string) => `Good practice: ${wanted}`,
  toPassOn: 'Good practice to pass on',
  passOn: 'Pass on',
  redact: 'Redact…',

  passedOn: (who: string, when: string) => `Passed on by ${who} ${when}.`,
  you: 'you',
  pleasePassOn: 'Please pass this on to the worker.',
  notedGoodWork: (iro: string) => `${iro} noted good work in your team.`,
  vacant: (stage: string) => `Nobody holds the stage of ${stage} for this team now.`,
  whoeverHolds: 'Whoever holds it next finds this by writing “good practice”.',
  withPasser: (stage: string, name: string) => `With the ${stage}, ${name}, to pass on.`,
  theirsToPassOn: (name: string) => `This is ${name}’s to pass on.`,
  nobodysToPassOn: 'This is nobody’s to pass on.',

  list: {
    none: 'No good practice noted yet.',
    heading: (count: number) => capital(counted(count, 'note of good practice', 'notes of good practice')),
    write: 'Write **good practice** to note what was done well.',
    comesHere: 'When an IRO notes good work, it is listed here.',
    toPassOn: (count: number) => `${capital(counted(count, 'is', 'are'))} for you to pass on.`,
    row: (subject: string) => ` · ${subject}`,
  },
};
