import { capital, withArticle } from './grammar.js';

/** The form that raises a dispute, and what becomes of it. Words in ** are bold. */
export const raise = {
  heading: 'Raise',
  family: 'and the other children of this family',
  kind: 'Kind',
  informal: 'Informal',
  formal: 'Formal',
  theme: 'Theme',
  typeTheme: 'Type to search',
  worrying: 'What is worrying you for this child',
  worryingHint: 'Plain and fair; the child may read it one day. No names, addresses or health.',
  right: 'What would put it right, and by when',
  forInformal: 'For informal',
  forFormal: 'For formal',
  socialWorker: 'Social worker',
  manager: 'Manager',
  sorted: 'Already sorted',
  sendToManager: 'Send to the team manager',
  lookAgainOn: 'Look again on',
  lookAgainHint: 'For informal only. Left empty: in 5 working days.',
  systemFaultHint: 'A computer, not a plan.',
  resourcesHint: 'Placement, staff or money.',
  nobody: 'No child is allocated to you. Ask business support to bring the list up to date.',

  already: (number: string) =>
    `Already raised as ${number}. This is a new form with what you have written now.`,

  /** Why nothing can be raised here. */
  refusals: {
    notAnIro: (label: string) => `Only an IRO can raise ${withArticle(label)}`,
    notAnIroLine: 'The child’s allocated IRO raises it. Write **help** to see what you can do here.',
    notYourForm: 'This form is not yours',
    notYourFormLine: 'Write **raise** to start one of your own.',
    noChildren: 'You have no children on the list yet',
    noChildrenLine: (label: string) =>
      `${capital(withArticle(label))} is raised for a child allocated to you. Your service’s business support brings in the allocations.`,
  },
};
