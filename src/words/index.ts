import { acts } from './acts.js';
import { audit } from './audit.js';
import { commands } from './commands.js';
import { cover } from './cover.js';
import { days, writtenDays } from './days.js';
import { dispute, ending, fileNote } from './dispute.js';
import { elsewhere } from './elsewhere.js';
import { figures } from './figures.js';
import { forms } from './forms.js';
import { goodPractice } from './goodPractice.js';
import { history, typed } from './history.js';
import { lists } from './lists.js';
import { morning } from './morning.js';
import { names } from './names.js';
import { notices } from './notices.js';
import { periods } from './periods.js';
import { problems } from './problems.js';
import { raise } from './raise.js';
import { reassign } from './reassign.js';
import { refusals } from './refusals.js';
import { reviewForms } from './reviewForms.js';
import { reviews } from './reviews.js';
import { next, said } from './said.js';
import { wanted } from './wanted.js';

/** Everything that the bot says, by subject. Which of it is right to say is decided where it is said. */
export const words = {
  acts,
  audit,
  commands,
  cover,
  days,
  dispute,
  elsewhere,
  ending,
  fileNote,
  figures,
  forms,
  goodPractice,
  history,
  lists,
  morning,
  names,
  next,
  notices,
  periods,
  problems,
  raise,
  reassign,
  refusals,
  reviewForms,
  reviews,
  said,
  typed,
  wanted,
  writtenDays,
};
