import { counted } from './grammar.js';

/** Who asked for which figures: for leads and business support. No figure stands in it. */
export const audit = {
  summary: 'Who asked for figures',
  heading: 'Who asked for figures',
  count: (count: number) => `${counted(count, 'time', 'times')} in all, newest first.`,
  none: 'Nobody has asked for figures yet.',
  row: (when: string) => ` · ${when}`,
  commandLine: 'At the command line',
  how: {
    report: 'Asked for',
    list: 'Listed what is behind',
    compare: 'Compared',
    export: 'Took away',
    audit: 'Looked at who asked',
  },
  what: (how: string, figures: string, more: string) => `${how} ${figures}, ${more}.`,
  looked: (how: string) => `${how}.`,
  by: (split: string) => `, by ${split}`,
  about: (whom: string) => `, of ${whom}`,
  themselves: 'their own',
  everything: 'all measures',
  iro: 'IRO',
  refused: {
    heading: 'This list is for the lead',
    line: 'The lead and business support can see who asked for figures.',
  },
};
