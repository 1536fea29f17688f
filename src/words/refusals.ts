import { counted } from './grammar.js';

/** Why a press was not done: what is true instead, and never that somebody did wrong. */
export const refusals = {
  unknown: 'I cannot find that, or it is not one that you may see.',
  fields: (count: number, problems: string) =>
    `This is not saved yet. ${counted(count, 'field needs', 'fields need')} another look: ${problems}`,
  detailHere: (found: string) => `This looks as if it has ${found} in it.`,
  personalDetail: (found: string) => `This looks as if it has ${found} in it. It is not saved yet.`,
  /** What looks like a detail that does not belong in a dispute. */
  details: {
    postcode: 'a postcode',
    birth: 'a date of birth',
    telephone: 'a telephone number',
    nhs: 'an NHS number',
  } as const,
  /** The same above a form, which keeps what was typed. */
  takeItOut:
    'Take such details out if you can, and keep them on the case file. If they belong here, save it anyway.',
  lookBelow: (count: number) =>
    `This is not saved yet. Please look at ${counted(count, 'field', 'fields')} below.`,

  notYours: (whoHasIt: string) => `This is not yours to press. ${whoHasIt}`,
  movedOn: (at: string, whoHasIt: string) => `This moved on at ${at}. ${whoHasIt}`,
  closed: 'This is closed.',
  closedOn: (day: string) => `This was closed on ${day}.`,
  noAnswerYet: (whoHasIt: string) => `There is no answer yet. ${whoHasIt}`,
  answerGiven: 'The IRO has your answer.',
  informal: 'This is informal: there is no stage, and no answer is due.',
  formalAlready: 'This is formal already.',
  lastStage: (stage: string) => `The ${stage} is the last stage: there is none above it.`,
  noDueDay: 'There is no due day at this stage, so there is no more time to allow.',
  noQuestion: 'There is no question waiting for an answer.',
  nothingToRedact: 'There are no words left to replace.',
  tooMuchText: 'There is no room for more words here. Please continue on the case file.',

  withYou: 'It is with you now.',
  with: (who: string) => `It is with the ${who} now.`,
  closedNow: 'It is closed now.',

  /** Words that came with a press. */
  recordedStands: (said: string) => `${said} What was recorded then stands; your new words are below.`,
  youWrote: 'What you wrote',
  keepHint: 'It is not saved yet. Everybody who sees this can read a note.',
  wouldStay: 'This version of Teams would leave the text in the chat. Show it from Teams on another device.',
};
