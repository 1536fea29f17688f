import { dayNumber, englishDay } from '../../src/calendar/days.js';
import { replay } from '../../src/disputes/apply.js';
import { type Dispute, stageOf } from '../../src/disputes/dispute.js';
import type { GoodPractice } from '../../src/disputes/goodPractice.js';
import type { Life } from './life.js';
import {
  arrivalsIn,
  holdsIt,
  keyOf,
  mayKnow,
  type Owed,
  othersMustKnow,
  owedForDispute,
  owedForPractice,
  owedInstead,
  owedMornings,
  passersAt,
  speaksForIro,
  unknownTo,
} from './owed.js';
import type { Entry } from './record.js';

type Untold = Entry & { readonly what: 'untold' };

/** What an entry is about; of a card that was told, what it was asked to tell. */
function owedOf(entry: Entry): Owed {
  const { subject, person } = entry.delivery;
  switch (entry.what) {
    case 'asked':
      return { subject, person, event: entry.ping.event, why: entry.ping.why };
    case 'untold':
      return { subject, person, event: entry.untold.event, why: entry.untold.why };
    case 'told':
      return { subject, person, event: entry.told.event, why: entry.told.why ?? 'your-move' };
  }
}

/** What was true when it was given up stays so. */
const borneOut = new WeakSet<Untold>();

/** The harness has to be told of whatever is new: else it would look past it. */
export function known(entry: Entry): void {
  const { subject } = entry.delivery;
  if (!/^(dispute|good-practice|person|arrivals):/.test(subject))
    throw unknownTo(`deliveries about "${subject}"`);
  const { why } = owedOf(entry);
  if (!(why in othersMustKnow)) throw unknownTo(`the reason "${why}"`);
}

/** What each was told, failed to be told, was not told and why, or still waits for. */
export function books(life: Life) {
  const { record, town } = life;
  const now = life.now();
  const subjects = new Map<string, Dispute | GoodPractice>(
    [...life.disputes(), ...life.notes()].map((subject) => [subject.id, subject]),
  );
  const disputeOf = ({ delivery }: Entry) => {
    const subject = subjects.get(delivery.subject);
    return subject?.type === 'dispute' ? subject : undefined;
  };
  const entraIdOf = (person: string) => town.entraIdOf(town.whoIs(person).who);
  record.entries.forEach(known);

  const entriesOf = new Map<string, Entry[]>();
  for (const entry of record.entries) {
    const key = keyOf(owedOf(entry));
    entriesOf.set(key, [...(entriesOf.get(key) ?? []), entry]);
  }

  const arrivals = arrivalsIn(life.disputes(), town);
  const owed = new Set(
    [
      ...arrivals.owed,
      ...life
        .disputes()
        .flatMap((each) => owedForDispute(each, town, life.fromDialog.has(each.id), arrivals.together)),
      ...owedMornings(record.met, town, life.startsOn, now, (card) => entriesOf.has(keyOf(card))),
      ...life.notes().flatMap((each) => owedForPractice(each, town, now)),
      ...record.entries.flatMap((entry) => {
        const dispute = disputeOf(entry);
        return entry.what === 'untold' && dispute !== undefined ? owedInstead(entry, dispute, town) : [];
      }),
    ].map(keyOf),
  );

  /** Asked for, and neither told nor given up yet. */
  const waiting = new Set(
    record
      .deliveries()
      .flatMap(({ subject, person, ping }) =>
        ping === undefined ? [] : [keyOf({ subject, person, event: ping.event, why: ping.why })],
      ),
  );
  const outcomes = new Map<string, 'told' | 'waiting' | Untold['untold']['result']>();
  const wrong: string[] = [];
  for (const key of owed) {
    const entries = entriesOf.get(key) ?? [];
    const last = entries.findLast(({ what }) => what !== 'asked');
    const told = entries.filter(({ what }) => what === 'told').length;
    if (told > 1) wrong.push(`told ${told} times: ${key}`);
    if (waiting.has(key)) outcomes.set(key, 'waiting');
    else if (last?.what === 'told') outcomes.set(key, 'told');
    else if (last?.what === 'untold') outcomes.set(key, last.untold.result);
    else wrong.push(`${entries.length === 0 ? 'never asked for' : 'asked for, and gone'}: ${key}`);
  }
  for (const key of entriesOf.keys()) if (!owed.has(key)) wrong.push(`owed to nobody: ${key}`);
  for (const entry of record.entries)
    if (entry.what === 'untold' && !borneOut.has(entry)) {
      const reason = notBorneOut(entry);
      if (reason === undefined) borneOut.add(entry);
      else wrong.push(`${reason}: ${keyOf(owedOf(entry))}`);
    }

  /** Why a reason is not what the history says; undefined: it is. */
  function notBorneOut({ at, delivery, untold }: Untold): string | undefined {
    const { reason, result, event, turn } = untold;
    const { person, subject: id } = delivery;
    const subject = subjects.get(id);
    const ofADay = id.startsWith('person:');
    if (subject === undefined && !ofADay && !id.startsWith('arrivals:')) return 'about nothing';
    const dispute = subject?.type === 'dispute' ? subject : undefined;
    const tries = () =>
      life.connector.requests.filter(
        (each) => each.drawn?.delivery === delivery.id && each.drawn.ping?.event === event && each.at <= at,
      );
    switch (`${result} ${reason}`) {
      case 'dropped moved-on': {
        const rose = dispute?.history.some((each) => each.at <= at && each.turn > turn);
        const passedOn = subject?.type === 'good-practice' && subject.passedOn !== undefined;
        const later = record.entries.some(
          (each) =>
            each.delivery.subject === id &&
            each.delivery.person === person &&
            each.at <= at &&
            (owedOf(each).event > event || (owedOf(each).event === event && owedOf(each).why !== untold.why)),
        );
        const dayIsOver = ofADay && event < dayNumber(englishDay(at));
        return rose === true || passedOn || later || dayIsOver
          ? undefined
          : 'said to have moved on, and has not';
      }
      case 'dropped no-right': {
        const may = dispute === undefined ? town.isListed(person, at) : mayKnow(dispute, person, town, at);
        return may ? 'said to have no right, and has' : undefined;
      }
      case 'dropped not-the-holder': {
        const holder =
          dispute === undefined
            ? passersAt(subject?.team ?? '', town, at).includes(person)
            : holdsIt(dispute, person, town, at);
        return holder ? 'said not to be the holder, and is' : undefined;
      }
      case 'dropped not-the-iro':
        return dispute !== undefined && speaksForIro(dispute, person, town, at)
          ? 'said not to speak for the IRO, and does'
          : undefined;
      case 'dropped answered-already':
        return dispute?.history.some(
          ({ seq, at: when, kind }) =>
            seq > event && when <= at && ['questionAnswered', 'asked'].includes(kind),
        )
          ? undefined
          : 'said to be answered, and is not';
      case 'dropped nothing-to-show':
        return ofADay && !hasTheMove(person, at) ? undefined : 'said to have nothing to show';
      case 'dropped told-with-the-move':
        return cardsTo(untold, delivery, at, turn).length > 0 ? undefined : 'said to be told with the move';
      case 'dropped told-today':
        return cardsTo(untold, delivery, at, 0).some(
          (each) => each.what === 'told' && englishDay(each.at) === englishDay(at),
        )
          ? undefined
          : 'said to have had a card that day, and has not';
      case 'dropped day-passed':
        return dayOf(dispute, event) < englishDay(at) ? undefined : 'said to be of a day that has passed';
      case 'dropped day-moved':
        return dispute?.history.some(
          ({ seq, at: when, kind }) => seq > event && when <= at && kind === 'moreTimeAllowed',
        )
          ? undefined
          : 'said to be of a day that was moved';
      case 'unreachable has not opened the app':
        return town.whoIs(person).reach === 'stranger'
          ? undefined
          : 'said not to have opened the app, and has';
      case 'failed nobody knows whether it arrived':
        return tries().length > 0 || endedSince(delivery, event, at)
          ? undefined
          : 'said to be sent perhaps, and never was';
      case 'failed too large':
        return tries().at(-1)?.result === 'tooLarge' ? undefined : 'said to be too large, and was not';
      default: {
        const shut = result === 'unreachable' && /^40[34]/.test(reason);
        const refused = life.connector.requests.some(
          (each) =>
            each.at <= at && each.conversation.endsWith(entraIdOf(person)) && each.result === 'unreachable',
        );
        return shut && refused ? undefined : `given up for no known reason (${result}, ${reason})`;
      }
    }
  }

  /** A process that ends with a delivery in hand leaves it open whether it had sent it. */
  function endedSince({ id }: Entry['delivery'], event: number, at: string): boolean {
    const asked = record.entries.findLast(
      (each) =>
        each.delivery.id === id && owedOf(each).event === event && each.at <= at && each.what === 'asked',
    );
    return life.bots.endings.some((end) => asked !== undefined && asked.at <= end && end <= at);
  }

  /** An answer waits for the IRO, or the holder's due day has come, and they had no card of it on that day. */
  function hasTheMove(person: string, at: string): boolean {
    const had = (id: string) =>
      record.entries.some(
        (each) =>
          each.what === 'told' &&
          each.delivery.subject === id &&
          each.delivery.person === person &&
          englishDay(each.at) === englishDay(at),
      );
    return life.disputes().some((dispute) => {
      const then = dispute.history.filter((each) => each.at <= at);
      if (then.length === 0) return false;
      const was = standingAfter(dispute, then.length);
      const due = was.status === 'waiting' ? was.stage.dueOn : null;
      const theirs = due !== null && due <= englishDay(at) && holdsIt(dispute, person, town, at);
      const side = was.kept.ladder.find(({ id }) => id === stageOf(was)?.id)?.iroSide;
      const judges = was.status === 'answered' && side === 'iro' && was.iro === person;
      return (theirs || judges) && !had(dispute.id);
    });
  }

  /** What was asked for or told about the same, before. */
  function cardsTo(
    untold: Untold['untold'],
    { subject, person }: Entry['delivery'],
    at: string,
    turn: number,
  ) {
    return record.entries.filter(
      (each) =>
        each.delivery.subject === subject &&
        each.delivery.person === person &&
        each.at <= at &&
        owedOf(each).event < untold.event &&
        (each.what === 'told' ? each.told.turn : each.what === 'asked' ? each.ping.turn : -1) >= turn,
    );
  }

  return { owed, outcomes, wrong };
}

const replayed = new WeakMap<Dispute['history'][number], Dispute>();

/** A history only grows: what it came to after so many events stays so. */
function standingAfter({ history }: Dispute, events: number): Dispute {
  const last = history[events - 1];
  const known = last === undefined ? undefined : replayed.get(last);
  const was = known ?? replay(history.slice(0, events));
  if (last !== undefined) replayed.set(last, was);
  return was;
}

/** The day that a reminder is about. */
function dayOf(dispute: Dispute | undefined, seq: number): string {
  const event = dispute?.history.find((each) => each.seq === seq);
  if (event?.kind === 'reminderFellDue') return event.dueOn ?? '';
  return event?.kind === 'totalNeared' ? event.totalDueOn : '';
}

/** Whether what was told is what the Connector had: card by card. */
export function againstConnector(life: Life): {
  wrong: string[];
  told: number;
  secondTries: number;
} {
  const wrong: string[] = [];
  const posts = new Map<string, { arrived: number; heard: number; perhaps: number }>();
  const none = { arrived: 0, heard: 0, perhaps: 0 };
  for (const { call, drawn, done, answered, result } of life.connector.requests) {
    if (call !== 'post' || drawn?.ping === undefined) continue;
    const { subject, person, ping } = drawn;
    const key = keyOf({ subject, person, event: ping.event, why: ping.why });
    const so = posts.get(key) ?? none;
    posts.set(key, {
      arrived: so.arrived + Number(done),
      heard: so.heard + Number(done && answered),
      perhaps: so.perhaps + Number(result === 'perhapsSent'),
    });
  }
  const told = new Map<string, number>();
  const asked = new Map<string, number>();
  for (const entry of life.record.entries) {
    const key = keyOf(owedOf(entry));
    if (entry.what === 'told') told.set(key, (told.get(key) ?? 0) + 1);
    if (entry.what === 'asked') asked.set(key, (asked.get(key) ?? 0) + 1);
  }
  for (const key of told.keys())
    if ((posts.get(key)?.heard ?? 0) === 0) wrong.push(`told, and the Connector never had it: ${key}`);
  let secondTries = 0;
  let unheard = 0;
  for (const [key, { arrived, heard, perhaps }] of posts) {
    // A process that ends as it hears that its card stands leaves nobody who knows of it.
    if (heard > (told.get(key) ?? 0)) unheard += heard - (told.get(key) ?? 0);
    if (arrived > 1) secondTries += arrived - 1;
    if (heard + perhaps > 2 * (asked.get(key) ?? 0)) wrong.push(`posted ${heard + perhaps} times: ${key}`);
  }
  if (unheard > life.bots.endings.length) wrong.push(`${unheard} cards stand that nobody told of`);
  return { wrong, told: told.size, secondTries };
}
