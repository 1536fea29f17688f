import * as fc from 'fast-check';
import { replay } from '../../src/disputes/apply.js';
import { wakesAt } from '../../src/disputes/clock.js';
import { verbs } from '../../src/disputes/commands.js';
import { decide } from '../../src/disputes/decide.js';
import { type Dispute, disputeSchema, stageOf } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { offeredTo } from '../../src/disputes/rules.js';
import { people, withHolders } from '../people/authority.js';
import { aContext, anAct, secondChild } from './builders.js';
import { morningHour, recorded } from './striking.js';
import { start, type Trace, type Walk, walked, walks } from './walk.js';

/** Whoever presses whatever, whenever: what must hold after every step. */
const always = (holds: (trace: Trace) => void) =>
  fc.assert(
    fc.property(walks, (walk) => {
      for (const trace of walked(walk)) holds(trace);
    }),
  );

const atTheEnd = (holds: (dispute: Dispute, traces: Trace[], walk: Walk) => void) =>
  fc.assert(
    fc.property(walks, (walk) => {
      const traces = walked(walk);
      holds(traces.at(-1)?.after ?? start(walk), traces, walk);
    }),
  );

const turning = new Set(
  'sorted make-formal resolve disagree not-mine send-to pass-up escalate agree accept-explanation not-resolved done not-done close withdraw'.split(
    ' ',
  ),
);

const added = ({ before, after }: Trace): DisputeEvent[] => after.history.slice(before.history.length);

/** Reasons that are known before a field is looked at. `moved-on` is not among them: presses are at today's turn. */
const early = [
  'not-your-side',
  'closed',
  'with-iro',
  'with-manager',
  'answer-given',
  'informal-has-no-stage',
  'not-informal',
  'last-stage',
  'no-due-day',
  'no-question',
  'nothing-to-redact',
];

describe('a random walk', () => {
  it('reaches every verb and every status', () => {
    const done = new Set<string>();
    const statuses = new Set<string>();
    for (const walk of fc.sample(walks, { numRuns: 200, seed: 1 }))
      for (const { press, after } of walked(walk)) {
        statuses.add(after.status);
        if (press?.decision.kind === 'done') done.add(press.act.verb);
      }
    expect([...done].toSorted()).toEqual([...verbs].toSorted());
    expect(statuses.size).toBe(6);
  });
});

describe('whoever presses whatever, whenever', () => {
  it('the history told again gives the state', () => {
    atTheEnd((dispute) => {
      expect(replay(dispute.history)).toEqual(dispute);
    });
  });

  it('the state goes through JSON and its schema unchanged', () => {
    atTheEnd((dispute) => {
      expect(disputeSchema.parse(JSON.parse(JSON.stringify(dispute)))).toEqual(dispute);
    });
  });

  it('the turn rises by one for the verbs that turn, and else stays', () => {
    always(({ before, after, press }) => {
      const turns = press?.decision.kind === 'done' && turning.has(press.act.verb);
      expect(after.turn).toBe(before.turn + (turns ? 1 : 0));
    });
  });

  it('no event happens twice, and each is numbered', () => {
    atTheEnd((dispute) => {
      expect(dispute.history.map(({ seq }) => seq)).toEqual(dispute.history.map((_, index) => index + 1));
      const acts = dispute.history.filter(({ by }) => by !== 'clock');
      const known = acts.map(({ kind, verb, by, atTurn, formId, subject }) =>
        JSON.stringify([kind, verb, by, formId ?? atTurn, subject]),
      );
      expect(new Set(known).size).toBe(known.length);
    });
  });

  it('a press that is sent again is told that it was done, and changes nothing', () => {
    always(({ after, press }) => {
      if (press?.decision.kind !== 'done') return;
      const again = decide(after, press.act, { ...press.context, sides: new Set() });
      expect(again).toEqual({ kind: 'already', event: press.decision.events[0] });
    });
  });

  it('a refused press and one that was done already leave no event', () => {
    always(({ before, after, press }) => {
      if (press === undefined || press.decision.kind === 'done') return;
      expect(after).toBe(before);
    });
  });

  it('only the IRO side ends a dispute, and nothing opens a closed one', () => {
    always(({ before, after, press }) => {
      const ended = before.status !== 'closed' && after.status === 'closed';
      const sides = [...(press?.context.sides ?? [])];
      expect(ended).toBe(ended && sides.some((side) => side === 'judge' || side === 'iro'));
      expect([before.status, after.status]).not.toEqual(['closed', expect.not.stringMatching('closed')]);
    });
  });

  it('nobody answers and judges one dispute', () => {
    atTheEnd(({ history }) => {
      const by = (...kinds: string[]) =>
        new Set(history.filter(({ kind }) => kinds.includes(kind)).map((event) => event.by));
      const responders = by('offered', 'disagreed', 'returned', 'passedUp', 'asked', 'acknowledged');
      const judges = by('agreed', 'notResolved', 'escalated', 'bypassed', 'moreTimeAllowed', 'sentAgain');
      expect([...responders].filter((person) => judges.has(person))).toEqual([]);
    });
  });

  it('a stage has at most one lapse, and an agreed, answered or returned one gets none', () => {
    atTheEnd(({ history }) => {
      let lapses = 0;
      for (const { kind } of history) {
        if (kind === 'stageEntered') lapses = 0;
        if (kind === 'noResponse' || kind === 'couldNotBeTold') lapses += 1;
        expect(lapses).toBeLessThanOrEqual(1);
      }
    });
  });

  it('after the clock came by there is nothing left to pass, and the next step is in the future', () => {
    always(({ after, today, press }) => {
      if (press !== undefined) return;
      const now = `${today}T12:00:00.000Z`;
      expect(recorded(after, now)).toEqual([]);
      expect((wakesAt(after, morningHour) ?? '9999') > now).toBe(true);
    });
  });

  it('one act climbs one stage, or names those that it leaves out', () => {
    always((trace) => {
      const ids = trace.before.kept.ladder.map(({ id }) => id);
      const from = ids.indexOf(stageOf(trace.before)?.id ?? '');
      const to = ids.indexOf(stageOf(trace.after)?.id ?? '');
      if (from < 0 || to < 0) return;
      const left = added(trace).flatMap((event) => (event.kind === 'bypassed' ? event.left : []));
      expect(left).toEqual(ids.slice(from + 1, Math.max(to, from + 1)));
      expect(to).toBeGreaterThanOrEqual(from);
    });
  });

  it('what is offered is not refused for whose it is or where it stands, and nothing else is accepted', () => {
    atTheEnd((dispute, traces, { holders }) => {
      const directory = withHolders(holders);
      const on = traces.at(-1)?.today ?? dispute.raisedOn;
      for (const { id: by } of people) {
        const context = aContext(dispute, { by, on, directory, child: secondChild, saveAnyway: true });
        const offered = offeredTo(dispute, context.sides, by);
        for (const verb of verbs) {
          const decision = decide(dispute, anAct(dispute, verb, buttonOrForm(verb)), context);
          const reason = decision.kind === 'refused' ? decision.refusal.reason : decision.kind;
          const may = offered.includes(verb)
            ? ['done', 'already', 'fields']
            : [...early, 'already', 'fields'];
          expect(may).toContain(reason);
        }
      }
    });
  });

  it('words that were replaced are nowhere any more', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        const secret = 'Oakwood School';
        const steps = walk.steps.map((step) =>
          step.kind !== 'any' || step.fields['text'] === undefined
            ? step
            : { ...step, fields: { ...step.fields, text: `${secret} ${step.fields['text']}` } },
        );
        for (const { after } of walked({ ...walk, steps }))
          for (const event of after.history)
            expect(event.redacted === true && JSON.stringify(event).includes(secret)).toBe(false);
      }),
    );
  });
});

/** A form not sent before; buttons without a form have no id. */
function buttonOrForm(verb: string) {
  const buttons = ['acknowledge', 'sorted', 'send-to', 'done', 'accept-explanation', 'on-file'];
  return buttons.includes(verb) ? {} : { formId: '7d2f0b3e-5b0a-4c58-9a36-0f1f2b9f6a11' };
}
