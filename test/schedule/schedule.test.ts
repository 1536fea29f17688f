import { createSchedule } from '../../src/schedule/schedule.js';
import { recordedLog } from '../support/recordedLog.js';

const nothing = () => undefined;

/** Work that does what it has, one at a time, and can be held or made to throw. */
function aWorker() {
  const left = { due: 0 };
  let done = 0;
  let heard: () => void = nothing;
  const worker = {
    due: (count: number) => {
      left.due = count;
    },
    done: () => done,
    fails: false,
    stands: undefined as Promise<number> | undefined,
    /** Settles at the next look. */
    look: () =>
      new Promise<void>((resolve) => {
        heard = resolve;
      }),
    work: async (): Promise<number> => {
      heard();
      if (worker.stands !== undefined) return worker.stands;
      if (worker.fails) throw new Error('the store is away');
      if (left.due === 0) return 0;
      left.due -= 1;
      done += 1;
      return 1;
    },
  };
  return worker;
}

const aSchedule = () => {
  const sweep = aWorker();
  const relay = aWorker();
  const log = recordedLog();
  const schedule = createSchedule({ sweep: sweep.work, relay: relay.work, every: 3_600_000, log });
  return { sweep, relay, log, schedule };
};

describe('the schedule', () => {
  it('settles when neither sweep nor relay has anything left', async () => {
    const { sweep, relay, schedule } = aSchedule();
    sweep.due(3);
    relay.due(5);
    await schedule.settle();
    expect([sweep.done(), relay.done()]).toEqual([3, 5]);
  });

  it('looks at once when it is nudged', async () => {
    const { sweep, relay, schedule } = aSchedule();
    const begun = Promise.all([sweep.look(), relay.look()]);
    schedule.start();
    await begun;
    await schedule.settle();
    relay.due(1);
    const looked = relay.look();
    schedule.nudge();
    await looked;
    await schedule.stop();
    expect(relay.done()).toBe(1);
  });

  it('lets no sender that stands stop a deadline', async () => {
    const { sweep, relay, schedule } = aSchedule();
    let answer: (done: number) => void = nothing;
    relay.stands = new Promise((resolve) => {
      answer = resolve;
    });
    const stood = relay.look();
    schedule.start();
    await stood;
    sweep.due(2);
    const looked = sweep.look();
    schedule.nudge();
    await looked;
    await new Promise((resolve) => setImmediate(resolve));
    expect(sweep.done()).toBe(2);
    answer(0);
    await schedule.stop();
  });

  it('goes on after a failure, and logs it', async () => {
    const { sweep, relay, log, schedule } = aSchedule();
    sweep.fails = true;
    relay.due(1);
    await schedule.settle();
    expect(relay.done()).toBe(1);
    expect(log.lines).toEqual([
      {
        level: 'error',
        fields: { loop: 'sweep', error: 'Error: the store is away' },
        message: expect.any(String) as string,
      },
      {
        level: 'error',
        fields: { loop: 'sweep', error: 'Error: the store is away' },
        message: expect.any(String) as string,
      },
    ]);
    sweep.fails = false;
    sweep.due(1);
    await schedule.settle();
    expect(sweep.done()).toBe(1);
  });

  it('does nothing more once it is stopped', async () => {
    const { sweep, schedule } = aSchedule();
    schedule.start();
    await schedule.settle();
    await schedule.stop();
    sweep.due(1);
    schedule.nudge();
    await new Promise((resolve) => setImmediate(resolve));
    expect(sweep.done()).toBe(0);
  });
});
