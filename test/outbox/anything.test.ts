import * as fc from 'fast-check';
import type { Verb } from '../../src/disputes/commands.js';
import { intentsOf } from '../../src/disputes/intents.js';
import { createSweep } from '../../src/flows/sweep.js';
import type { SendResult } from '../../src/outbox/sender.js';
import { pressing } from '../disputes/builders.js';
import { mortal } from './mortal.js';
import { aWorld, waits, type World } from './world.js';

const hour = 3_600_000;
const manager = 'person:team-manager';

/** Presses that leave the dispute with the team manager and the IRO of it. */
const presses: readonly [Verb, string][] = [
  ['note', 'person:iro'],
  ['acknowledge', manager],
  ['resolve', manager],
  ['disagree', manager],
  ['not-mine', manager],
  ['ask', manager],
  ['answer-question', 'person:iro'],
  ['not-resolved', 'person:iro'],
  ['send-to', 'person:iro'],
];
const troubles: readonly SendResult[] = [
  { kind: 'notSent' },
  { kind: 'tryAgain' },
  { kind: 'perhapsSent' },
  { kind: 'tooMany', retryAfterSeconds: 20 },
  { kind: 'unauthorised' },
];

type Happening =
  | { readonly what: 'press' | 'press-while-sending'; readonly press: number }
  | { readonly what: 'tell' | 'die'; readonly at: number }
  | { readonly what: 'trouble'; readonly call: 'post' | 'update'; readonly answer: number }
  | { readonly what: 'gone' | 'unreachable' }
  | { readonly what: 'pass'; readonly minutes: number };

const press = fc.integer({ min: 0, max: presses.length - 1 });
const happenings = fc.array(
  fc.oneof<fc.Arbitrary<Happening>[]>(
    fc.record({ what: fc.constantFrom('press', 'press-while-sending'), press }),
    fc.record({ what: fc.constantFrom('tell', 'die'), at: fc.integer({ min: 1, max: 24 }) }),
    fc.record({
      what: fc.constant('trouble'),
      call: fc.constantFrom('post', 'update'),
      answer: fc.integer({ min: 0, max: troubles.length - 1 }),
    }),
    fc.record({ what: fc.constantFrom('gone', 'unreachable') }),
    fc.record({ what: fc.constant('pass'), minutes: fc.integer({ min: 1, max: 30 }) }),
  ),
  { minLength: 3, maxLength: 25 },
);

/** Presses what the dispute allows at the moment; what it refuses is no press. */
async function tryToPress(world: World, index: number): Promise<void> {
  const [verb, by] = presses[index] ?? ['note', 'person:iro'];
  const on = world.now().slice(0, 10);
  const dispute = await world.dispute();
  if (pressing(dispute, verb, { by, on }).kind === 'done') await world.press(verb, { by });
}

async function happen(world: World, happening: Happening): Promise<void> {
  switch (happening.what) {
    case 'press':
      return tryToPress(world, happening.press);
    case 'press-while-sending': {
      let pressed = false;
      const sending = world.relayOn(world.store, {
        ...world.sender,
        post: async (conversation, message) => {
          const result = await world.sender.post(conversation, message);
          if (!pressed) {
            pressed = true;
            await tryToPress(world, happening.press);
            await world.sweep();
          }
          return result;
        },
      });
      await world.sweep();
      await sending();
      return;
    }
    case 'tell':
      await world.sweep();
      await world.relay();
      return;
    case 'die': {
      const process = mortal(world.store, world.sender, happening.at);
      try {
        await createSweep(world.portsOn(process.store))();
        await world.relayOn(process.store, process.sender)();
      } catch (error) {
        if (!process.ended()) throw error;
      }
      return;
    }
    case 'trouble':
      world.next(happening.call, troubles[happening.answer] ?? { kind: 'notSent' });
      return;
    case 'gone':
      world.next('update', { kind: 'gone' });
      return;
    case 'unreachable':
      world.next('post', { kind: 'unreachable', why: '403' });
      return;
    case 'pass':
      world.pass(happening.minutes * 60_000);
  }
}

const holder = { responder: manager, iro: 'person:iro' } as const;

describe('whatever happens, in whatever order', () => {
  it('everything that was to be told was sent, dropped with a reason, not reached, failed, or waits', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (story) => {
        const world = await aWorld();
        try {
          await world.raise();
          for (const happening of story) await happen(world, happening);
          const rounds = 8;
          for (let round = 0; round < rounds; round += 1) {
            world.pass(hour / 4);
            await world.settle();
          }
          const dispute = await world.dispute();
          const deliveries = await world.deliveries();
          const accounts = dispute.history.flatMap((event) =>
            intentsOf([event]).flatMap((intent) => {
              if (intent.to !== 'responder' && intent.to !== 'iro') return [];
              const person = holder[intent.to];
              return deliveries
                .filter((delivery) => delivery.person === person)
                .map(({ told, untold, ping }) => ({
                  event: event.seq,
                  person,
                  times: [
                    ...told,
                    ...untold.filter(({ why }) => why === intent.why),
                    ...(ping ? [ping] : []),
                  ].filter((each) => each.event === event.seq).length,
                }));
            }),
          );
          expect(accounts.filter(({ times }) => times !== 1)).toEqual([]);
          expect(dispute.intents).toEqual([]);
          expect(deliveries.filter((delivery) => waits(delivery, world.now()))).toEqual([]);
          // Every living card shows the dispute as it is.
          for (const { live, conversation, result } of deliveries) {
            if (live === undefined || result === 'failed' || result === 'unreachable') continue;
            const shown = world.sent.filter(({ to }) => to === conversation).at(-1)?.says;
            expect(shown).toContain(` ${dispute.status} ${dispute.turn} `);
          }
        } finally {
          await world.store.close();
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
