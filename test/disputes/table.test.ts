import type { Verb } from '../../src/disputes/commands.js';
import { type Dispute, stageOf } from '../../src/disputes/dispute.js';
import {
  after,
  agreed,
  asked,
  closed,
  disagreed,
  eventsOf,
  goodFields,
  informal,
  offered,
  type Press,
  returned,
  secondChild,
  waiting,
} from './builders.js';

const froms: Record<string, () => Dispute> = {
  informal,
  waiting,
  asked,
  offered,
  disagreed,
  returned,
  agreed,
  closed,
  'sent to the manager': () => informal(true),
};

// Raised on Monday 2 March 2026; every press is on Wednesday 4 March. ✓: the turn rises.
const machine = `
from                | verb               | by           | with                | events                              | to       | T | and
informal            | sorted             | iro          |                     | closed                              | closed   | ✓ | action-done
informal            | make-formal        | iro          |                     | madeFormal stageEntered             | waiting  | ✓ | team-manager due 2026-03-11
informal            | make-formal        | iro          | stage=director      | madeFormal stageEntered             | waiting  | ✓ | director due 2026-03-11
sent to the manager | acknowledge        | team-manager |                     | acknowledged                        | informal |   |
waiting             | acknowledge        | team-manager |                     | acknowledged                        | waiting  |   | team-manager due 2026-03-09
waiting             | resolve            | team-manager |                     | offered                             | answered | ✓ | team-manager due 2026-03-09
waiting             | disagree           | team-manager |                     | disagreed                           | answered | ✓ | team-manager due 2026-03-09
waiting             | not-mine           | team-manager |                     | returned                            | returned | ✓ | team-manager due 2026-03-09
returned            | send-to            | iro          |                     | sentAgain                           | waiting  | ✓ | team-manager due 2026-03-09
waiting             | ask                | team-manager |                     | asked                               | waiting  |   | team-manager due 2026-03-09
asked               | answer-question    | iro          |                     | questionAnswered                    | waiting  |   | team-manager due 2026-03-09
waiting             | pass-up            | team-manager |                     | passedUp stageEntered               | waiting  | ✓ | operations-manager due 2026-03-11
waiting             | escalate           | iro          |                     | escalated stageEntered              | waiting  | ✓ | operations-manager due 2026-03-11
offered             | escalate           | iro          |                     | escalated stageEntered              | waiting  | ✓ | operations-manager due 2026-03-11
disagreed           | escalate           | iro          |                     | escalated stageEntered              | waiting  | ✓ | operations-manager due 2026-03-11
returned            | escalate           | iro          |                     | escalated stageEntered              | waiting  | ✓ | operations-manager due 2026-03-11
waiting             | escalate           | iro          | to=director         | bypassed stageEntered               | waiting  | ✓ | director due 2026-03-11
waiting             | more-time          | iro          |                     | moreTimeAllowed                     | waiting  |   | team-manager due 2026-03-16
offered             | agree              | iro          |                     | agreed closed                       | closed   | ✓ | action-done
offered             | agree              | iro          | checkOn=2026-03-04  | agreed                              | agreed   | ✓ | action-done
offered             | agree              | iro          | checkOn=2026-03-23  | agreed                              | agreed   | ✓ | action-done
disagreed           | accept-explanation | iro          |                     | closed                              | closed   | ✓ | explanation-accepted
offered             | not-resolved       | iro          |                     | notResolved                         | waiting  | ✓ | team-manager due 2026-03-09
disagreed           | not-resolved       | iro          |                     | notResolved                         | waiting  | ✓ | team-manager due 2026-03-09
offered             | not-resolved       | iro          | next=up             | notResolved escalated stageEntered  | waiting  | ✓ | operations-manager due 2026-03-11
disagreed           | not-resolved       | iro          | next=up             | notResolved escalated stageEntered  | waiting  | ✓ | operations-manager due 2026-03-11
agreed              | done               | iro          |                     | checkedDone closed                  | closed   | ✓ | plan-changed
agreed              | not-done           | iro          |                     | reopened stageEntered               | waiting  | ✓ | team-manager due 2026-03-11
agreed              | not-done           | iro          | stage=next          | reopened stageEntered               | waiting  | ✓ | operations-manager due 2026-03-11
open                | close              | iro          |                     | closed                              | closed   | ✓ | stands-not-agreed
open                | withdraw           | iro          |                     | withdrawn                           | closed   | ✓ | withdrawn
open                | cafcass            | iro          |                     | referredToCafcass                   | same     |   |
open                | advice             | iro          |                     | adviceTaken                         | same     |   |
open                | add-child          | iro          |                     | childAdded                          | same     |   |
waiting             | note               | team-manager |                     | noted                               | same     |   |
open                | note               | lead         |                     | noted                               | same     |   |
any                 | note               | iro          |                     | noted                               | same     |   |
any                 | on-file            | iro          |                     | recordedOnFile                      | same     |   |
any                 | redact             | lead         |                     | redacted                            | same     |   |
`;

const open = ['informal', 'waiting', 'offered', 'disagreed', 'returned', 'agreed'];
const several: Record<string, string[]> = { open, any: [...open, 'closed'] };

interface Row {
  readonly from: string;
  readonly verb: Verb;
  readonly by: string;
  readonly with: string;
  readonly events: string;
  readonly to: string;
  readonly turns: boolean;
  readonly and: string;
}

function rowsOf(line: string): Row[] {
  const [from = '', verb = '', by = '', fields = '', events = '', to = '', turns = '', and = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  return (several[from] ?? [from]).map((each) => ({
    from: each,
    verb: verb as Verb,
    by,
    with: fields,
    events,
    to,
    turns: turns === '✓',
    and,
  }));
}

function dispute(from: string): Dispute {
  const builder = froms[from];
  if (builder === undefined) throw new Error(`no builder for "${from}"`);
  return builder();
}

function press(row: Row): Press {
  const more = row.with === '' ? {} : Object.fromEntries([row.with.split('=')]);
  return { by: `person:${row.by}`, fields: { ...goodFields[row.verb], ...more }, child: secondChild };
}

const rows = machine.trim().split('\n').slice(1).flatMap(rowsOf);

describe.each(rows)('from $from, $verb by the $by $with', (row) => {
  const before = () => dispute(row.from);
  const events = () => eventsOf(before(), row.verb, press(row));
  const next = () => after(before(), row.verb, press(row));

  it(`leaves ${row.events}, and is then: ${row.to}`, () => {
    expect(events().map(({ kind }) => kind)).toEqual(row.events.split(' '));
    expect(next().status).toBe(row.to === 'same' ? before().status : row.to);
  });

  it(`raises the turn by ${row.turns ? 'one, whatever the number of events' : 'nothing'}`, () => {
    const { turn } = before();
    const left = row.turns ? turn + 1 : turn;
    expect(next().turn).toBe(left);
    for (const event of events()) expect([event.atTurn, event.turn]).toEqual([turn, left]);
  });

  it('keeps who did what and when, numbered on', () => {
    const last = before().history.length;
    expect(events().map(({ seq }) => seq)).toEqual(events().map((_, index) => last + index + 1));
    for (const event of events())
      expect(event).toMatchObject({
        by: `person:${row.by}`,
        verb: row.verb,
        on: '2026-03-04',
        at: '2026-03-04T09:14:00.000Z',
      });
  });

  if (row.and !== '')
    it(`has ${row.and}`, () => {
      const [id, dueOn] = row.and.split(' due ');
      expect(next()).toMatchObject(dueOn === undefined ? { outcome: id } : { stage: { id, dueOn } });
    });

  if (row.to === 'same')
    it('leaves stage and clock alone', () => {
      expect(stageOf(next())).toEqual(stageOf(before()));
    });
});
