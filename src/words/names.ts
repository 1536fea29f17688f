import { capital, counted, workingDays } from './grammar.js';

/** What people, stages, children and disputes are called inside a sentence. */
export const names = {
  you: 'You',
  somebody: 'somebody no longer on the list',
  clock: 'The clock',
  byClock: 'By the clock',
  byRecord: 'From an earlier record',
  onBehalf: (who: string, whom: string) => `${who} for ${whom}`,

  iro: 'IRO',
  lead: 'lead',
  theIro: (name: string) => `the IRO, ${name}`,
  theLead: 'the lead',
  theStage: (stage: string) => `the ${stage}`,
  stageHeldBy: (stage: string, holder: string) => `the ${stage}, ${holder}`,
  stageVacant: (stage: string) => `the ${stage} (nobody holds this stage)`,

  child: (ref: string, initials: string) => `${ref} (${initials})`,
  moreOfFamily: (count: number) => `${count} more of the family`,
  childNotRecorded: 'child not recorded',
  otherChildren: (count: number) => counted(count, 'other child', 'other children'),

  formal: 'formal',
  informal: 'informal',
  kind: (label: string, kind: string) => `${capital(label)}, ${kind}`,
  themeNotRecorded: 'Theme not recorded',
  subTheme: (theme: string, sub: string) => `${theme}: ${sub}`,
  tookNoDay: 'less than one working day',
  took: (count: number) => workingDays(count),
};
