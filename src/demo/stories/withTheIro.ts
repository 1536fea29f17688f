import type { Story } from './story.js';

/** Answered or given back: an offer, a disagreement, not mine, and an agreement to be checked today. */
export const withTheIro: readonly Story[] = [
  {
    at: '2026-03-02 09:30',
    by: 'amara',
    raise: {
      child: '700108',
      kind: 'formal',
      theme: 'decisions-outstanding',
      worrying: 'Two decisions of the October review are still open, five months on.',
      right: 'Each decision done, or a date for it that the young person has been told, by Mon 9 March.',
      cameFrom: 'review',
    },
    presses: [
      { at: '2026-03-02 13:20', by: 'tess', verb: 'acknowledge' },
      {
        at: '2026-03-06 15:55',
        by: 'tess',
        verb: 'resolve',
        fields: {
          text: 'The first decision was done on Thursday. For the second I have booked the meeting, and the young person knows the date.',
          byOn: '2026-03-17',
        },
      },
    ],
  },
  {
    at: '2026-02-26 14:10',
    by: 'carys',
    raise: {
      child: '700123',
      kind: 'formal',
      theme: 'permanence',
      worrying: 'The second review agreed a permanence plan. No family finding has begun.',
      right: 'A family finder named, and a timetable to matching, by Thu 5 March.',
      cameFrom: 'review',
    },
    presses: [
      { at: '2026-02-27 09:10', by: 'tola', verb: 'acknowledge' },
      {
        at: '2026-03-04 17:00',
        by: 'tola',
        verb: 'disagree',
        fields: {
          text: 'The court has asked for one more assessment of a relative first. Family finding before that could harm the placement.',
        },
      },
    ],
  },
  {
    at: '2026-03-04 10:20',
    by: 'carys',
    raise: {
      child: '700127',
      kind: 'formal',
      theme: 'staying-put',
      worrying:
        'The young person wants to stay with the carers after eighteen. Nobody has talked it through.',
      right: 'A first staying put meeting with the young person and the carers by Wed 18 March.',
      cameFrom: 'child-told-me',
    },
    presses: [
      {
        at: '2026-03-09 12:15',
        by: 'tola',
        verb: 'not-mine',
        fields: { text: 'The case is moving to the Damson team this week. I have told their manager.' },
      },
    ],
  },
  {
    at: '2026-02-16 11:30',
    by: 'efua',
    raise: {
      child: '700143',
      kind: 'formal',
      theme: 'life-story',
      worrying:
        'Life story work was agreed twice and has not begun. The child keeps asking about the early years.',
      right: 'Work begun with somebody the child knows, by Mon 9 March.',
      cameFrom: 'child-told-me',
    },
    presses: [
      { at: '2026-02-16 15:00', by: 'tariq', verb: 'acknowledge' },
      {
        at: '2026-02-19 10:45',
        by: 'tariq',
        verb: 'resolve',
        fields: {
          text: 'The keyworker begins on Wed 25 February and will meet the child every week until Easter.',
          byOn: '2026-02-25',
        },
      },
      {
        at: '2026-02-20 09:30',
        by: 'efua',
        verb: 'agree',
        fields: {
          outcome: 'action-done',
          checkOn: '2026-03-10',
          changed: 'The child will hear their own story from somebody they trust.',
        },
      },
    ],
  },
];
