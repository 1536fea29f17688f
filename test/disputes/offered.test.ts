import type { Dispute } from '../../src/disputes/dispute.js';
import { offeredTo } from '../../src/disputes/rules.js';
import {
  aContext,
  after,
  agreed,
  asked,
  closed,
  disagreed,
  informal,
  offered,
  onLastStage,
  returned,
  waiting,
} from './builders.js';

const offeredIn = (dispute: Dispute, by: string) =>
  offeredTo(dispute, aContext(dispute, { by: `person:${by}` }).sides, `person:${by}`)
    .toSorted()
    .join(' ');
const seen = () => after(waiting(), 'acknowledge', { by: 'person:team-manager' });
const onFile = () => after(closed(), 'on-file');

describe('what somebody is offered', () => {
  it.each<[status: string, by: string, dispute: () => Dispute, verbs: string]>([
    ['informal', 'iro', informal, 'add-child advice cafcass close make-formal note on-file sorted withdraw'],
    ['informal', 'team-manager', informal, ''],
    ['informal, sent', 'team-manager', () => informal(true), 'acknowledge note'],
    ['waiting', 'iro', waiting, 'add-child advice cafcass close escalate more-time note on-file withdraw'],
    ['waiting', 'team-manager', waiting, 'acknowledge ask disagree not-mine note pass-up resolve'],
    ['waiting', 'lead', waiting, 'note redact'],
    ['waiting', 'operations-manager', waiting, ''],
    ['acknowledged', 'team-manager', seen, 'ask disagree not-mine note pass-up resolve'],
    [
      'asked',
      'iro',
      asked,
      'add-child advice answer-question cafcass close escalate more-time note on-file withdraw',
    ],
    [
      'offered',
      'iro',
      offered,
      'add-child advice agree cafcass close escalate not-resolved note on-file withdraw',
    ],
    ['offered', 'team-manager', offered, 'note'],
    [
      'disagreed',
      'iro',
      disagreed,
      'accept-explanation add-child advice cafcass close escalate not-resolved note on-file withdraw',
    ],
    ['returned', 'iro', returned, 'add-child advice cafcass close escalate note on-file send-to withdraw'],
    ['agreed', 'iro', agreed, 'add-child advice cafcass close done not-done note on-file withdraw'],
    [
      'on the last stage',
      'iro',
      onLastStage,
      'add-child advice cafcass close more-time note on-file withdraw',
    ],
    ['on the last stage', 'director', onLastStage, 'acknowledge ask disagree not-mine note resolve'],
    ['closed', 'iro', closed, 'note on-file'],
    ['closed', 'team-manager', closed, ''],
    ['closed', 'lead', closed, 'redact'],
    ['closed and on file', 'iro', onFile, 'note'],
  ])('%s, the %s', (_, by, dispute, verbs) => {
    expect(offeredIn(dispute(), by)).toBe(verbs);
  });
});
