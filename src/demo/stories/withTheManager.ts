import type { Story } from './story.js';

/** Formal, and the manager's move: new, due today, with a question, lapsed, made formal, and one nobody could be told of. */
export const withTheManager: readonly Story[] = [
  {
    at: '2026-03-09 14:20',
    by: 'amara',
    raise: {
      child: '700107',
      kind: 'formal',
      theme: 'visits',
      otherThemes: 'care-plan-late',
      worrying:
        'There has been no visit on the record since the first review in January, though the plan says every two weeks.',
      right: 'A visit this week, and the dates of the next four visits, by Mon 16 March.',
      cameFrom: 'midway',
    },
    presses: [],
  },
  {
    at: '2026-03-03 09:50',
    by: 'amara',
    raise: {
      child: '700103',
      family: 'true',
      kind: 'formal',
      theme: 'drift',
      worrying:
        'The assessment of the family members who have come forward was agreed in October and has not been started.',
      right: 'A named assessor and a start date by Tue 10 March.',
      cameFrom: 'review',
    },
    presses: [
      { at: '2026-03-03 11:35', by: 'tess', verb: 'acknowledge' },
      {
        at: '2026-03-06 12:10',
        by: 'amara',
        verb: 'note',
        fields: { text: 'The children asked me again this week who they will be living with.' },
      },
    ],
  },
  {
    at: '2026-03-05 10:30',
    by: 'bilal',
    raise: {
      child: '700111',
      kind: 'formal',
      theme: 'leaving-care',
      worrying: 'There is no pathway plan, and no personal adviser has been introduced.',
      right:
        'An adviser introduced and a first draft written together with the young person by Thu 19 March.',
      cameFrom: 'between-reviews',
    },
    presses: [
      { at: '2026-03-05 16:10', by: 'tariq', verb: 'acknowledge' },
      {
        at: '2026-03-06 09:25',
        by: 'tariq',
        verb: 'ask',
        fields: { text: 'Would a joint first meeting next Wednesday meet this, with the draft to follow?' },
      },
    ],
  },
  {
    at: '2026-02-27 13:45',
    by: 'bilal',
    raise: {
      child: '700112',
      kind: 'formal',
      theme: 'care-plan-late',
      worrying: 'The care plan agreed at the December review is not on the file. It was typed and then lost.',
      right: 'The plan on the file and sent to the young person by Fri 6 March.',
      systemFault: 'true',
      cameFrom: 'review',
    },
    presses: [{ at: '2026-03-02 10:00', by: 'tariq', verb: 'acknowledge' }],
  },
  {
    at: '2026-02-25 09:15',
    by: 'bilal',
    raise: {
      child: '700121',
      kind: 'informal',
      theme: 'education',
      worrying: 'The young person has been on a part-time timetable since November.',
      right: 'A plan for a return to full time, with a date.',
      spokenTo: 'social-worker',
      lookAgainOn: '2026-03-05',
    },
    presses: [
      { at: '2026-03-06 10:40', by: 'bilal', verb: 'make-formal', fields: { stage: 'team-manager' } },
      { at: '2026-03-09 09:05', by: 'tess', verb: 'acknowledge' },
    ],
  },
  {
    at: '2026-03-02 11:00',
    by: 'farah',
    raise: {
      child: '700157',
      kind: 'formal',
      theme: 'no-worker',
      worrying: 'The social worker left in January and nobody has been allocated since.',
      right: 'A named worker who has met the child by Mon 9 March.',
      resources: 'true',
      cameFrom: 'between-reviews',
    },
    presses: [],
  },
];
