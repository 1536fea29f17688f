import type { Story } from './story.js';

/** Taken up in conversation: one to look at again today, one with the team manager, one sorted. */
export const informal: readonly Story[] = [
  {
    at: '2026-03-03 15:40',
    by: 'amara',
    raise: {
      child: '700110',
      kind: 'informal',
      theme: 'contact',
      worrying: 'Family time has been changed at short notice three times since the review.',
      right: 'A settled pattern that the child can rely on, written into the plan.',
      spokenTo: 'social-worker',
      cameFrom: 'child-told-me',
    },
    presses: [],
  },
  {
    at: '2026-03-05 11:15',
    by: 'farah',
    raise: {
      child: '700153',
      family: 'true',
      kind: 'informal',
      theme: 'siblings',
      worrying: 'The two children have not seen their older brother since the new year.',
      right: 'Dates for the next two months, agreed with both carers, by the end of next week.',
      spokenTo: 'manager',
      sendToManager: 'true',
      cameFrom: 'midway',
    },
    presses: [
      { at: '2026-03-05 14:05', by: 'tola', verb: 'acknowledge' },
      {
        at: '2026-03-06 16:30',
        by: 'tola',
        verb: 'note',
        fields: { text: 'One carer has offered the second and fourth Saturday. I am asking the other.' },
      },
    ],
  },
  {
    at: '2026-02-20 10:05',
    by: 'bilal',
    raise: {
      child: '700118',
      kind: 'informal',
      theme: 'recording',
      worrying: 'The record of the December review is not on the case file yet.',
      right: 'The record finished and sent to everybody who should have it.',
      spokenTo: 'social-worker',
    },
    presses: [{ at: '2026-02-24 09:20', by: 'bilal', verb: 'sorted' }],
  },
];
