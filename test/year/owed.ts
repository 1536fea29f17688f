import { addDays, atHour, type Day, dayNumber, englishDay, type Instant } from '../../src/calendar/days.js';
import { nextWorkingDay } from '../../src/calendar/workingDays.js';
import { replay } from '../../src/disputes/apply.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import type { GoodPractice } from '../../src/disputes/goodPractice.js';
import { type Ping, pingSchema } from '../../src/store/store.js';
import type { Entry } from './record.js';
import type { Town } from './town.js';

/*
 * Who should have been told of what, from the histories alone and from who held what on which day. Written from the
 * papers and not from the code, of which it borrows nothing but the calendar.
 */

export interface Owed {
  readonly subject: string;
  readonly event: number;
  readonly why: Ping['why'];
  readonly person: string;
}
export const keyOf = ({ subject, event, why, person }: Owed) => [subject, event, why, person].join(' · ');

/** Where nobody knows whether it arrived, or it cannot be delivered, others must know: of these alone. */
export const othersMustKnow: Record<Ping['why'] | 'morning', boolean> = {
  'your-move': true,
  'no-response': true,
  'not-reached': true,
  'good-practice': true,
  reminder: true,
  total: true,
  'check-day': true,
  unjudged: false,
  morning: false,
  arrivals: true,
  question: false,
  'question-answered': false,
  informal: false,
  raised: false,
};

export const unknownTo = (what: string): Error =>
  new Error(`The year does not know ${what}: say in test/year/owed.ts who is owed it, and when.`);

/** What stood just after an act, by the history up to it. */
function standing(dispute: Dispute, upTo: number) {
  const history = dispute.history.slice(0, upTo);
  const [raised] = history;
  if (raised?.kind !== 'raised') throw unknownTo(`a history that begins with "${raised?.kind}"`);
  const { kept } = raised;
  let { iro, team } = raised;
  const entered = history.findLast((event) => event.kind === 'stageEntered');
  const responders = new Set<string>();
  const leadsWhoJudged = new Set<string>();
  for (const event of history) {
    if ('holder' in event && event.holder !== undefined) responders.add(event.holder);
    if (event.kind === 'reallocated') {
      if (event.to !== iro) leadsWhoJudged.add(iro);
      [iro, team] = [event.to, event.toTeam ?? team];
    }
    if (event.kind === 'handedOver' && event.to !== undefined)
      (event.side === 'responder' ? responders : leadsWhoJudged).add(event.to);
    if (byResponder.has(event.kind)) responders.add(event.by);
    else if (byIroSide.has(event.kind) && event.by !== iro && event.by !== 'clock')
      leadsWhoJudged.add(event.by);
  }
  const stage = entered?.stage ?? kept.ladder[0]?.id ?? '';
  const leadSpeaks = entered !== undefined && kept.ladder.find(({ id }) => id === stage)?.iroSide === 'lead';
  const sent = entered !== undefined || raised.sentToManager;
  return { iro, team, stage, leadSpeaks, responders, leadsWhoJudged, hasHolder: sent };
}
type Standing = ReturnType<typeof standing>;

const byResponder = new Set(['acknowledged', 'offered', 'disagreed', 'returned', 'asked', 'passedUp']);
const byIroSide = new Set([
  'sentAgain',
  'questionAnswered',
  'escalated',
  'bypassed',
  'moreTimeAllowed',
  'agreed',
  'notResolved',
  'checkedDone',
  'reopened',
  'closed',
]);

/**
 * Whose stage it is, and who is asked: of a holder who is away, the manager who covers them. Nobody decides on both
 * sides: who speaks or spoke for the IRO side answers no stage of it.
 */
function answering({ team, stage, iro, leadsWhoJudged }: Standing, town: Town, at: Instant) {
  const may = (person: string | undefined) =>
    person === undefined || person === iro || leadsWhoJudged.has(person) ? undefined : person;
  const holder = may(town.holderAt(team, stage, at));
  const away = holder === undefined ? undefined : town.awayAt(holder, at);
  if (away === undefined) return { holder, asked: holder };
  return { holder, asked: isA('manager', away.by, town) ? may(away.by) : undefined };
}
const isA = (role: string, person: string | undefined, town: Town) =>
  person !== undefined && town.whoIs(person).role.includes(role);

export const holderOf = (now: Standing, town: Town, at: Instant) => answering(now, town, at).asked;

/** An IRO or a lead who answers for no stage, their own or a covered one, and for none of this one before. */
function coverOfIro({ iro, responders }: Standing, town: Town, at: Instant): string | undefined {
  const by = town.awayAt(iro, at)?.by;
  if (by === undefined || responders.has(by)) return undefined;
  const holders = town.holdersAt(at);
  const answers = holders.some((holder) => holder === by || town.awayAt(holder, at)?.by === by);
  return !answers && (isA('iro', by, town) || isA('lead', by, town)) ? by : undefined;
}

/** The IRO where they are there, else who covers them. */
function iroThere(now: Standing, town: Town, at: Instant): string | undefined {
  if (!town.isListed(now.iro, at)) return undefined;
  return town.awayAt(now.iro, at) === undefined ? now.iro : coverOfIro(now, town, at);
}

/**
 * Who is asked on the IRO side: the IRO, or who covers them; leads who never answered it where the IRO has left, is away
 * without a cover, or a lead speaks.
 */
function judgesOf(now: Standing, town: Town, at: Instant): string[] {
  const own = town.isListed(now.iro, at) && !now.responders.has(now.iro);
  const { holder, asked } = now.hasHolder ? answering(now, town, at) : {};
  const leads = town
    .leadsAt(now.team, at)
    .filter((lead) => lead !== holder && lead !== asked && !now.responders.has(lead));
  const there = leads.filter((lead) => town.awayAt(lead, at) === undefined);
  if ((now.leadSpeaks || !own) && leads.length > 0) return there.length > 0 ? there : leads;
  if (!own) return [];
  const present = iroThere(now, town, at);
  if (present !== undefined) return [present];
  const others = leads.filter((lead) => lead !== now.iro);
  return others.length > 0 ? others : [now.iro];
}

type To = readonly ['holder' | 'judges' | 'new IRO', Ping['why']] | undefined;

/** Whom an event is for. What moves nothing and asks nobody is told to nobody. */
function toldOf(event: DisputeEvent, act: readonly DisputeEvent[], before: readonly DisputeEvent[]): To {
  switch (event.kind) {
    case 'raised':
      return event.sentToManager && !act.some(({ kind }) => kind === 'closed')
        ? ['holder', 'informal']
        : undefined;
    case 'stageEntered':
    case 'sentAgain':
      return ['holder', 'your-move'];
    case 'notResolved':
      return event.next === 'back' ? ['holder', 'your-move'] : undefined;
    case 'offered':
    case 'disagreed':
    case 'returned':
      return ['judges', 'your-move'];
    case 'asked':
      return ['judges', 'question'];
    case 'questionAnswered':
      return ['holder', 'question-answered'];
    case 'escalated':
      return event.by === 'clock' ? ['judges', 'no-response'] : undefined;
    case 'noResponse':
    case 'couldNotBeTold':
    case 'duePassedAgain':
      return ['judges', 'no-response'];
    // Whoever has it by now is asked; on the IRO side, where something waits there.
    case 'handedOver':
      if (event.side === 'responder') return ['holder', 'your-move'];
      return waitsForIro(replay(before), event.on) ? ['judges', 'your-move'] : undefined;
    case 'reminderFellDue':
      return ['holder', 'reminder'];
    case 'totalNeared':
      return ['judges', 'total'];
    case 'stillUnjudged':
      return ['judges', 'unjudged'];
    case 'checkDayCame':
      return ['judges', 'check-day'];
    case 'madeFormal':
    case 'acknowledged':
    case 'passedUp':
    case 'bypassed':
    case 'moreTimeAllowed':
    case 'agreed':
    case 'checkedDone':
    case 'reopened':
    case 'closed':
    case 'withdrawn':
    case 'noted':
    case 'referredToCafcass':
    case 'adviceTaken':
    case 'childAdded':
    case 'recordedOnFile':
    case 'redacted':
      return undefined;
    // Whose it is by now is asked where something waits, and else is given its card.
    case 'reallocated':
      if (event.from === event.to) return undefined;
      return waitsForIro(replay(before), event.on) ? ['judges', 'your-move'] : ['new IRO', 'raised'];
    // Nothing is imported of the years before.
    case 'imported':
      throw unknownTo(`the event "${event.kind}"`);
  }
  throw unknownTo(`the event "${(event as DisputeEvent).kind}"`);
}

function waitsForIro(dispute: Dispute, today: Day): boolean {
  if (dispute.status === 'waiting') {
    const { question, dueOn, passed } = dispute.stage;
    return question !== undefined || (dueOn !== null && passed === dueOn);
  }
  if (dispute.status === 'agreed') return dispute.checkOn <= today;
  return dispute.status === 'answered' || dispute.status === 'returned';
}

/** Nobody was reached: the IRO and the leads; an IRO who was not: the leads. Never the next stage. */
function insteadOf(missed: 'responder' | 'iro', now: Standing, town: Town, at: Instant): string[] {
  const cover = coverOfIro(now, town, at);
  const leads = town.leadsAt(now.team, at).filter((lead) => lead !== now.iro && lead !== cover);
  const there = iroThere(now, town, at);
  return missed === 'iro' || there === undefined ? leads : [there, ...leads];
}

/** Whoever gets several open disputes by one list has one card of all that came, and no card of each. */
export function arrivalsIn(disputes: readonly Dispute[], town: Town) {
  const moves = disputes.flatMap(({ history }) =>
    history.flatMap((event) => {
      const list = town.allocatedAt.findLast((at) => at <= event.at);
      return event.kind === 'reallocated' && event.from !== event.to && list !== undefined
        ? [{ event, key: `${event.to} ${list}`, list }]
        : [];
    }),
  );
  const together = moves.filter(({ key }) => moves.filter((each) => each.key === key).length > 1);
  return {
    together: new Set<DisputeEvent>(together.map(({ event }) => event)),
    owed: together
      .filter(({ event: { to, at } }) => town.isListed(to, at))
      .map(({ event: { to }, list }): Owed => {
        return { subject: `arrivals:${to}`, event: Date.parse(list), why: 'arrivals', person: to };
      }),
  };
}

/**
 * What is owed for the history of a dispute; `fromDialog`: its raiser was promised the card; `together`: what is told
 * with the others that came.
 */
export function owedForDispute(
  dispute: Dispute,
  town: Town,
  fromDialog: boolean,
  together: ReadonlySet<DisputeEvent>,
): Owed[] {
  const { id: subject, history } = dispute;
  return history.flatMap((event): Owed[] => {
    if (together.has(event)) return [];
    const act = history.filter(
      ({ at, by, verb }) => at === event.at && by === event.by && verb === event.verb,
    );
    const now = standing(dispute, act.at(-1)?.seq ?? event.seq);
    const owed = (why: Ping['why'], persons: readonly string[], seq = event.seq) =>
      persons.map((person) => ({ subject, event: seq, why, person }));
    const raiser = fromDialog && event.kind === 'raised' ? owed('raised', [event.by], act.at(-1)?.seq) : [];
    const to = toldOf(event, act, history.slice(0, event.seq - 1));
    if (to === undefined) return raiser;
    const [whom, why] = to;
    if (whom === 'new IRO') return owed(why, [now.iro]);
    if (whom === 'judges') return [...raiser, ...owed(why, judgesOf(now, town, event.at))];
    const holder = holderOf(now, town, event.at);
    return holder === undefined
      ? [...raiser, ...owed('not-reached', insteadOf('responder', now, town, event.at))]
      : [...raiser, ...owed(why, [holder])];
  });
}

/** Good practice goes to whoever holds the first stage, on the day and on each working morning until it is passed on. */
export function owedForPractice(note: GoodPractice, town: Town, until: Instant): Owed[] {
  const { id: subject, team, iro } = note;
  const noted = note.history[0]?.at ?? '';
  const end = note.passedOn?.at ?? until;
  const asked = new Set<string>();
  for (let at = noted; at <= end; at = atHour(nextWorkingDay(addDays(englishDay(at), 1)), '08:00')) {
    const passer = passersAt(team, town, at)
      .filter((person) => person !== iro)
      .at(-1);
    if (passer !== undefined) asked.add(passer);
  }
  return [...asked].map((person) => ({ subject, event: 1, why: 'good-practice', person }));
}

/** The holder of the first stage, and the manager who covers them. */
export function passersAt(team: string, town: Town, at: Instant): string[] {
  const holder = town.holderAt(team, 'team-manager', at);
  if (holder === undefined) return [];
  const by = town.awayAt(holder, at)?.by;
  return by !== undefined && isA('manager', by, town) ? [holder, by] : [holder];
}

/** Who is met just as the morning comes may have the card of that day or not. */
const asItComes = 5 * 60_000;

/** Everybody whom the bot knows has a card on each of their working days on which they are there, by the number of the day. */
export function owedMornings(
  met: ReadonlyMap<string, string>,
  town: Town,
  from: Day,
  until: Instant,
  wasAsked: (owed: Owed) => boolean,
): Owed[] {
  if (!pingSchema.shape.why.options.some((why) => why === morning)) return [];
  const owed: Owed[] = [];
  for (let day = nextWorkingDay(from); ; day = nextWorkingDay(addDays(day, 1))) {
    const at = atHour(day, '08:00');
    if (at > until) return owed;
    const soon = new Date(Date.parse(at) + asItComes).toISOString();
    for (const [person, since] of met) {
      const card = { subject: person, event: dayNumber(day), why: morning, person };
      const known = since < at || (since < soon && wasAsked(card));
      if (known && town.isListed(person, at) && town.awayAt(person, at) === undefined) owed.push(card);
    }
  }
}
const morning = 'morning' as Ping['why'];

/** What is owed because somebody was not told: to the holder of by now, or to those who must know. */
export function owedInstead(
  entry: Entry & { readonly what: 'untold' },
  dispute: Dispute,
  town: Town,
): Owed[] {
  const { at, delivery, untold } = entry;
  const { event, why, result, reason } = untold;
  const { as, subject } = delivery;
  const now = standing(dispute, dispute.history.filter((each) => each.at <= at).length);
  const notReached = (missed: 'responder' | 'iro'): Owed[] =>
    insteadOf(missed, now, town, at).map((person) => ({ subject, event, why: 'not-reached', person }));
  if (result === 'unreachable' || result === 'failed') {
    const must = why !== 'raised' && (result === 'unreachable' || othersMustKnow[why]);
    return must && (as === 'responder' || as === 'iro') ? notReached(as) : [];
  }
  if (as === 'iro' && reason === 'no-right') return notReached('iro');
  if (as === 'iro' && reason === 'not-the-iro' && why !== 'not-reached')
    return judgesOf(now, town, at).map((person) => ({ subject, event, why, person }));
  const forHolder = as === 'responder' && why !== 'not-reached' && why !== 'raised';
  if (!forHolder || (reason !== 'no-right' && reason !== 'not-the-holder')) return [];
  const holder = holderOf(now, town, at);
  return holder === undefined ? notReached('responder') : [{ subject, event, why, person: holder }];
}

/** Whether somebody may know of a dispute at all then: leads, its IRO, who holds or held a stage of it. */
export function mayKnow(dispute: Dispute, person: string, town: Town, at: Instant): boolean {
  if (!town.isListed(person, at)) return false;
  const now = standing(dispute, dispute.history.filter((each) => each.at <= at).length);
  const { holder, asked } = now.hasHolder ? answering(now, town, at) : {};
  return (
    isA('lead', person, town) ||
    [now.iro, coverOfIro(now, town, at), holder, asked].includes(person) ||
    now.responders.has(person) ||
    now.leadsWhoJudged.has(person)
  );
}

export function speaksForIro(dispute: Dispute, person: string, town: Town, at: Instant): boolean {
  const now = standing(dispute, dispute.history.filter((each) => each.at <= at).length);
  return person === iroThere(now, town, at) || judgesOf(now, town, at).includes(person);
}

export function holdsIt(dispute: Dispute, person: string, town: Town, at: Instant): boolean {
  const now = standing(dispute, dispute.history.filter((each) => each.at <= at).length);
  return now.hasHolder && holderOf(now, town, at) === person;
}
