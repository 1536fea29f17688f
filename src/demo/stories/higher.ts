import type { Story } from './story.js';

/** Up the ladder: escalated, passed up and over the total, reopened to the next stage, and past two stages at once. */
export const higher: readonly Story[] = [
  {
    at: '2026-02-23 10:00',
    by: 'dev',
    raise: {
      child: '700133',
      kind: 'formal',
      theme: 'education',
      worrying: 'The child has been out of school for six weeks, and no tuition has been arranged.',
      right: 'Tuition in place by Mon 2 March, and a school named.',
      cameFrom: 'between-reviews',
    },
    presses: [
      { at: '2026-02-23 16:40', by: 'tola', verb: 'acknowledge' },
      {
        at: '2026-02-27 11:05',
        by: 'tola',
        verb: 'disagree',
        fields: {
          text: 'Tuition was offered and not taken up. The school place is for the other borough to name.',
        },
      },
      {
        at: '2026-03-04 09:40',
        by: 'dev',
        verb: 'escalate',
        fields: {
          text: 'The offer was one hour a week. The duty to the child is ours, whichever borough names the school.',
        },
      },
      { at: '2026-03-05 08:50', by: 'orla', verb: 'acknowledge' },
    ],
  },
  {
    at: '2026-02-09 14:00',
    by: 'dev',
    raise: {
      child: '700136',
      kind: 'formal',
      theme: 'placement',
      otherThemes: 'drift',
      worrying:
        'The young person is still in a placement that was meant to last a month, and asks when it will end.',
      right: 'A long-term placement found, and the young person part of choosing it.',
      resources: 'true',
      cameFrom: 'review',
    },
    presses: [
      {
        at: '2026-02-11 10:15',
        by: 'tola',
        verb: 'pass-up',
        fields: { reason: 'needs-funding', text: 'The only match so far is above what I may agree.' },
      },
      { at: '2026-02-12 09:00', by: 'orla', verb: 'acknowledge' },
      {
        at: '2026-02-17 15:30',
        by: 'orla',
        verb: 'resolve',
        fields: { text: 'I will bring the match to the March panel.', byOn: '2026-03-26' },
      },
      {
        at: '2026-02-19 11:20',
        by: 'dev',
        verb: 'not-resolved',
        fields: { text: 'Another five weeks is too long: the carers may not hold the place.', next: 'up' },
      },
      { at: '2026-02-20 12:00', by: 'asha', verb: 'acknowledge' },
      {
        at: '2026-02-26 10:10',
        by: 'dev',
        verb: 'more-time',
        fields: { dueOn: '2026-03-13', text: 'The panel has been brought forward to Thu 12 March.' },
      },
    ],
  },
  {
    at: '2026-02-05 09:45',
    by: 'dev',
    raise: {
      child: '700141',
      kind: 'formal',
      theme: 'advocacy',
      worrying: 'The child asked for an advocate at the last two reviews and did not have one.',
      right: 'An advocate who has met the child by Thu 12 February.',
      cameFrom: 'child-told-me',
    },
    presses: [
      {
        at: '2026-02-10 14:25',
        by: 'tola',
        verb: 'resolve',
        fields: { text: 'The referral went in today. The service says two weeks.', byOn: '2026-02-24' },
      },
      {
        at: '2026-02-11 09:05',
        by: 'dev',
        verb: 'agree',
        fields: { outcome: 'action-done', checkOn: '2026-03-02' },
      },
      {
        at: '2026-03-05 13:35',
        by: 'dev',
        verb: 'not-done',
        fields: { text: 'The child has met nobody yet; the service has no referral.', stage: 'next' },
      },
    ],
  },
  {
    at: '2026-03-04 16:05',
    by: 'efua',
    raise: {
      child: '700147',
      kind: 'formal',
      theme: 'safety',
      worrying:
        'The young person was missing overnight three times in two weeks. There has been no return talk after any of them.',
      right: 'A return talk by somebody independent, and a meeting about keeping safe, this week.',
      cameFrom: 'between-reviews',
    },
    presses: [
      { at: '2026-03-05 09:15', by: 'tariq', verb: 'acknowledge' },
      {
        at: '2026-03-06 09:00',
        by: 'efua',
        verb: 'escalate',
        fields: {
          to: 'assistant-director',
          text: 'Missing again last night. This cannot wait for each stage in turn.',
        },
      },
      {
        at: '2026-03-06 11:30',
        by: 'efua',
        verb: 'advice',
        fields: {
          from: 'legal',
          takenOn: '2026-03-06',
          text: 'Advised to refer now and to go on with the dispute.',
        },
      },
      {
        at: '2026-03-06 16:20',
        by: 'efua',
        verb: 'cafcass',
        fields: {
          referredOn: '2026-03-06',
          text: 'The plan does not keep the young person safe and is not being changed.',
        },
      },
      { at: '2026-03-09 08:40', by: 'asha', verb: 'acknowledge' },
    ],
  },
];
