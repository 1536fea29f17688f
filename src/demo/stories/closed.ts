import type { Story } from './story.js';

/** Ended, each in a way of its own: the plan changed, the explanation accepted, withdrawn, and not agreed at the top. */
export const closed: readonly Story[] = [
  {
    at: '2026-01-14 10:00',
    by: 'farah',
    raise: {
      child: '700150',
      kind: 'formal',
      theme: 'move',
      worrying: 'A move is planned for the week of the mock exams. The young person was told, not asked.',
      right: 'The move after the exams, and the young person’s views in the plan.',
      cameFrom: 'child-told-me',
    },
    presses: [
      { at: '2026-01-14 15:25', by: 'tola', verb: 'acknowledge' },
      {
        at: '2026-01-19 10:30',
        by: 'tola',
        verb: 'resolve',
        fields: { text: 'We will move the day to the weekend before the exams.', byOn: '2026-01-24' },
      },
      {
        at: '2026-01-21 09:10',
        by: 'farah',
        verb: 'not-resolved',
        fields: {
          text: 'That is sooner, not later, and still nobody has asked the young person.',
          next: 'back',
        },
      },
      {
        at: '2026-01-23 16:00',
        by: 'tola',
        verb: 'resolve',
        fields: {
          text: 'We met the young person on Thursday. The move is now in half term, after the exams.',
          byOn: '2026-02-16',
        },
      },
      {
        at: '2026-01-27 11:45',
        by: 'farah',
        verb: 'agree',
        fields: {
          outcome: 'plan-changed',
          changed: 'Sat the exams from a settled home, and chose the day of the move.',
        },
      },
      { at: '2026-01-27 11:50', by: 'farah', verb: 'on-file', fields: { child: '700150' } },
    ],
  },
  {
    at: '2026-01-21 13:00',
    by: 'carys',
    raise: {
      child: '700130',
      kind: 'formal',
      theme: 'plan-changed',
      worrying: 'Family time was reduced to once a month and I was not told.',
      right: 'The reasons in writing, and the plan as it was unless they hold.',
      cameFrom: 'midway',
    },
    presses: [
      {
        at: '2026-01-26 09:35',
        by: 'tola',
        verb: 'disagree',
        fields: {
          text: 'The court directed it on Mon 12 January. We should have told you the same day, and from now on will.',
        },
      },
      { at: '2026-01-28 10:15', by: 'carys', verb: 'accept-explanation' },
    ],
  },
  {
    at: '2026-02-03 09:20',
    by: 'efua',
    raise: {
      child: '700148',
      family: 'true',
      kind: 'formal',
      theme: 'report-late',
      worrying: 'The report for the review had not come three working days before it.',
      right: 'The report by Thu 5 February, so that the review can go ahead.',
      cameFrom: 'between-reviews',
    },
    presses: [
      { at: '2026-02-03 12:00', by: 'tess', verb: 'acknowledge' },
      {
        at: '2026-02-05 09:30',
        by: 'efua',
        verb: 'withdraw',
        fields: { text: 'The report was on the file all along, under the sibling. It was in time.' },
      },
    ],
  },
  {
    at: '2026-01-19 11:10',
    by: 'farah',
    raise: {
      child: '700158',
      kind: 'formal',
      stage: 'operations-manager',
      theme: 'reunification',
      worrying:
        'The review agreed in October that the child should go home. The support that it depends on was not bought.',
      right: 'The support agreed by Mon 26 January and a timetable for going home.',
      resources: 'true',
      cameFrom: 'review',
    },
    presses: [
      {
        at: '2026-01-27 09:05',
        by: 'farah',
        verb: 'escalate',
        fields: { text: 'No answer came by the due day.' },
      },
      { at: '2026-01-27 12:20', by: 'asha', verb: 'acknowledge' },
      {
        at: '2026-02-02 16:45',
        by: 'asha',
        verb: 'disagree',
        fields: {
          text: 'The view of the service is that going home is too early, with or without the support.',
        },
      },
      {
        at: '2026-02-04 10:00',
        by: 'farah',
        verb: 'escalate',
        fields: {
          text: 'The review heard that view and decided otherwise. The plan may not be changed by leaving it undone.',
        },
      },
      { at: '2026-02-05 09:30', by: 'dorothea', verb: 'acknowledge' },
      {
        at: '2026-02-06 14:15',
        by: 'farah',
        verb: 'cafcass',
        fields: { referredOn: '2026-02-06', text: 'The plan of the review is not being carried out.' },
      },
      {
        at: '2026-02-10 17:05',
        by: 'dorothea',
        verb: 'disagree',
        fields: {
          text: 'I have read everything and met the family’s worker. The decision stands until the summer.',
        },
      },
      {
        at: '2026-02-16 10:30',
        by: 'farah',
        verb: 'advice',
        fields: { from: 'cafcass', takenOn: '2026-02-13' },
      },
      {
        at: '2026-02-18 09:45',
        by: 'farah',
        verb: 'close',
        fields: {
          outcome: 'stands-not-agreed',
          text: 'The ladder has ended and I do not agree. The child has been told what I said, and by whom it was heard.',
          changed: 'A review was brought forward to May.',
        },
      },
    ],
  },
];
