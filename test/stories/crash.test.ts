import { randomUUID } from 'node:crypto';
import { execute, type TeamsActivity } from '../support/activities.js';
import { wordsOf } from './cardReading.js';
import { powerCuts } from './powerCut.js';
import { type Actor, expectReplayed, kindsOf, openTheatre, type Theatre } from './theatre.js';

const power = powerCuts();
let theatre: Theatre;
let ida: Actor;
let tess: Actor;
let olga: Actor;

beforeAll(async () => {
  theatre = await openTheatre('SQLite', { around: power.around });
  [ida, tess, olga] = [theatre.person('ida'), theatre.person('tess'), theatre.person('olga')];
  for (const actor of [ida, tess, olga]) await actor.installs();
});
afterAll(() => theatre.close());

interface Press {
  readonly activity: TeamsActivity;
  /** What its answer says once it is done. */
  readonly says: string;
  /** What it leaves in the history. */
  readonly kind: string;
}

/** Raised by the IRO, acknowledged by the manager, escalated by the IRO: each press with the form that it came from. */
function story(): { id: string; presses: Press[] } {
  const form = randomUUID();
  const id = `dispute:${form}`;
  const by = (actor: Actor, data: object) => execute(theatre.scene(), actor.user, { verb: 'act', data });
  // Pressed in a message, which shows the dispute from then on.
  const inMessage = (actor: Actor, data: object) => ({ ...by(actor, data), replyToId: actor.cards()[0]?.id });
  const raise = {
    press: 'raise',
    form,
    child: '700123',
    kind: 'formal',
    theme: 'drift',
    worrying: 'No plan.',
  };
  const escalate = {
    press: 'act',
    verb: 'escalate',
    dispute: id,
    turn: 1,
    form: randomUUID(),
    text: 'It waits.',
  };
  return {
    id,
    presses: [
      { activity: inMessage(ida, raise), says: 'You raised', kind: 'raised' },
      {
        activity: by(tess, { press: 'act', verb: 'acknowledge', dispute: id, turn: 1 }),
        says: 'You acknowledged',
        kind: 'acknowledged',
      },
      { activity: by(ida, escalate), says: 'You escalated', kind: 'escalated' },
    ],
  };
}

/** Whether the press was answered as done. */
async function answered({ activity, says }: Press): Promise<boolean> {
  const { body } = await theatre.deliver(activity);
  return wordsOf((body as { value?: unknown } | undefined)?.value).includes(says);
}

async function play(presses: readonly Press[]): Promise<Press[]> {
  const done: Press[] = [];
  for (const press of presses) {
    if (await answered(press)) done.push(press);
    await theatre.settled();
  }
  return done;
}

const whole = ['raised', 'stageEntered', 'acknowledged', 'escalated', 'stageEntered'];
const load = async (id: string) => (await theatre.bot.ports.store.load('dispute', id))?.document;
const later = (minutes: number) =>
  new Date(Date.parse(theatre.bot.ports.now()) + minutes * 60_000).toISOString();
/** The cards of a chat that were posted for a dispute. */
const cardsFor = (actor: Actor, number: string) =>
  theatre.connector.requests.filter(
    ({ call, conversation, body }) =>
      call === 'post' && conversation === actor.chat && JSON.stringify(body).includes(number),
  ).length;

/** The story with the power cut at a step of it; the bot starts again, and who was not answered presses again. */
async function cutAt(step: number): Promise<void> {
  const { id, presses } = story();
  power.cutAfter(step);
  const done = await play(presses);
  expect(power.gone()).toBe(true);
  await theatre.restarts();
  const kinds = (await load(id))?.history.map(({ kind }) => kind) ?? [];
  for (const press of done) expect(kinds).toContain(press.kind);
  // What the process before had in hand is free again after a minute.
  await theatre.moveTo(later(2));
  expect(await play(presses)).toEqual(presses);
  await theatre.moveTo(later(10));

  const dispute = await load(id);
  if (dispute === undefined) throw new Error('the dispute is gone');
  expect(kindsOf(dispute)).toEqual(whole);
  expectReplayed(dispute);
  expect(dispute.intents).toEqual([]);
  const deliveries = await theatre.bot.ports.store.deliveriesAbout(id);
  for (const { document } of deliveries) {
    expect(document).not.toHaveProperty('ping');
    expect(document.untold.filter(({ reason }) => reason !== 'moved-on')).toEqual([]);
  }
  // Of a notice with a deadline of which nobody knows whether it arrived there may be a second, and no third.
  expect(cardsFor(olga, dispute.number)).toBeGreaterThanOrEqual(1);
  expect(cardsFor(olga, dispute.number)).toBeLessThanOrEqual(2);
  expect(cardsFor(tess, dispute.number)).toBeLessThanOrEqual(2);
}

describe('a bot whose power is cut', () => {
  it('before or after any save and any request, forgets no press that it answered and does none twice', async () => {
    const before = power.steps();
    const { id, presses } = story();
    expect(await play(presses)).toEqual(presses);
    const steps = power.steps() - before;
    expect(kindsOf((await load(id))!)).toEqual(whole);
    expect(steps).toBeGreaterThan(20);
    // Odd steps are before an act and even ones after it: what is stored before one is what was after the last, so that
    // of those every third is enough.
    for (let step = 1; step <= steps; step += 1) if (step % 2 === 0 || step % 3 === 0) await cutAt(step);
  }, 120_000);
});
