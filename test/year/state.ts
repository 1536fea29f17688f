import { isDeepStrictEqual } from 'node:util';
import { addDays, englishDay } from '../../src/calendar/days.js';
import { addWorkingDays, nextWorkingDay, workingDayBefore } from '../../src/calendar/workingDays.js';
import { replay } from '../../src/disputes/apply.js';
import type { Dispute } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import type { Delivery } from '../../src/store/store.js';
import type { Life } from './life.js';

/** Whether every chat shows what is true: one card for each thing, and pointers to it. */
export function chats(life: Life): string[] {
  const soon = new Date(Date.parse(life.now()) + 3_600_000).toISOString();
  return life.record.deliveries().flatMap((delivery): string[] => {
    const { live, conversation, subject, sendAt, formOpenUntil, id } = delivery;
    const busy = (sendAt !== undefined && sendAt <= soon) || (formOpenUntil ?? '') > life.now();
    // Who has no right to it any more is shown nothing new of it.
    const away =
      delivery.reason === 'no-right' ||
      life.connector.isShut(conversation) ||
      !life.town.isListed(delivery.person, life.now());
    if (live === undefined || busy || away) return [];
    const card = life.connector.messages(conversation).get(live);
    const now = life.record.documents.get(subject);
    if (card === undefined) return isDeleted(delivery, life) ? [] : [`no living card: ${id}`];
    if (card.as === 'pointer') return [`the living card is a pointer: ${id}`];
    const events = now !== undefined && 'history' in now ? now.history.length : 0;
    return card.events === events ? [] : [`shows event ${card.events} of ${events}: ${id}`];
  });
}
/** By its reader; it is noticed when the card is next edited. */
const isDeleted = ({ conversation, live }: Delivery, { connector }: Life) =>
  connector.requests.some(
    (each) => each.conversation === conversation && each.message === live && each.result === 'gone',
  );

/** Whether the clock did each thing once, on its day; and histories are whole. */
export function clocks(life: Life): string[] {
  const today = englishDay(life.now());
  return life.disputes().flatMap((dispute) => {
    const wrong: string[] = [];
    const passed = new Set<string>();
    let due: string | null = null;
    let stay = 0;
    for (const event of dispute.history) {
      if (event.kind === 'stageEntered') [due, stay] = [event.dueOn, event.seq];
      if (event.kind === 'moreTimeAllowed') due = event.dueOn;
      if (event.kind === 'notResolved' && event.next === 'back' && event.dueOn !== undefined)
        due = event.dueOn;
      if (event.kind !== 'noResponse' && event.kind !== 'couldNotBeTold' && event.kind !== 'duePassedAgain')
        continue;
      const key = `${stay} ${event.dueOn}`;
      if (passed.has(key)) wrong.push(`${event.kind} twice for ${key}`);
      passed.add(key);
      if (event.dueOn !== due) wrong.push(`${event.kind} of ${event.dueOn}, due ${due}`);
      if (event.on !== addDays(event.dueOn, 1)) wrong.push(`${event.kind} of ${event.dueOn} on ${event.on}`);
    }
    if (dispute.status === 'waiting') {
      const { dueOn, passed: dealtWith } = dispute.stage;
      if (dueOn !== null && dueOn < today && dealtWith !== dueOn) wrong.push(`${dueOn} is missed`);
    }
    wrong.push(...prompts(dispute, today));
    if (!replays.has(dispute)) {
      const { intents: _i, wakeAt: _w, ...stored } = dispute;
      const { intents: _j, wakeAt: _v, ...replayed } = replay(dispute.history);
      if (isDeepStrictEqual(plain(stored), plain(replayed))) replays.add(dispute);
      else wrong.push('is not what its history says');
    }
    const forms = dispute.history.flatMap(({ formId, at }) =>
      formId === undefined ? [] : [`${formId} ${at}`],
    );
    const acts = new Set(forms);
    if (acts.size !== new Set(forms.map((each) => each.split(' ')[0])).size) wrong.push('did a form twice');
    return wrong.map((each) => `${dispute.number}: ${each}`);
  });
}

/** Each thing that somebody was to be reminded of, on its own day, once; looked at late in the evening. */
function prompts({ history, status, ...rest }: Dispute, today: string): string[] {
  const wrong: string[] = [];
  const since = (begins: (event: DisputeEvent) => boolean) => {
    const from = history.findLastIndex(begins);
    return from === -1 ? [] : history.slice(from);
  };
  const wanted = (what: DisputeEvent['kind'], on: string, among: readonly DisputeEvent[]) => {
    if (on <= today && !among.some(({ kind }) => kind === what)) wrong.push(`${what} of ${on} is missed`);
  };
  const seen = new Set<string>();
  for (const [index, event] of history.entries())
    if ('nominalOn' in event) {
      const stay = history.findLastIndex(({ kind }, at) => at < index && kind === 'stageEntered');
      const about = event.kind === 'reminderFellDue' ? `${stay} ${event.dueOn ?? event.nominalOn}` : '';
      const key = `${event.kind} ${about}${event.kind === 'stillUnjudged' ? event.answer : ''}`;
      if (event.kind !== 'checkDayCame' && seen.has(key)) wrong.push(`twice: ${key}`);
      seen.add(key);
      if (event.nominalOn !== event.on) wrong.push(`${event.kind} of ${event.nominalOn} on ${event.on}`);
    }
  if (status === 'waiting' && 'stage' in rest && rest.stage?.dueOn != null) {
    const stay = since(({ kind }) => kind === 'stageEntered');
    const { dueOn } = rest.stage;
    const nominal = workingDayBefore(dueOn);
    const asked = stay.filter(({ kind }) =>
      ['stageEntered', 'sentAgain', 'notResolved', 'moreTimeAllowed'].includes(kind),
    );
    const of = stay.filter((event) => event.kind === 'reminderFellDue' && event.dueOn === dueOn);
    if (asked.every(({ on }) => on < nominal)) wanted('reminderFellDue', nominal, of);
  }
  if (status === 'answered') {
    const [answer, ...after] = since(({ kind }) => kind === 'offered' || kind === 'disagreed');
    if (answer !== undefined) wanted('stillUnjudged', addWorkingDays(answer.on, 2), after);
  }
  if (status === 'agreed' && 'checkOn' in rest) {
    const [agreed, ...after] = since(({ kind }) => kind === 'agreed');
    const on = nextWorkingDay(rest.checkOn);
    if (agreed !== undefined && agreed.on < on) wanted('checkDayCame', on, after);
  }
  const { formal } = rest;
  const running = status === 'waiting' || status === 'answered' || status === 'returned';
  if (running && formal !== undefined && !history.some(({ kind }) => kind === 'reopened'))
    wanted('totalNeared', workingDayBefore(formal.totalDueOn), history);
  return wrong;
}

/** As stored once, it replays for good. */
const replays = new WeakSet<Dispute>();
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What a process logged as an error that is neither its own end nor the Connector's refusal of it. */
export const surprises = ({ bots }: Life): string[] =>
  bots.log.lines
    .filter(({ level, fields, message }) => {
      const expected =
        JSON.stringify(fields).includes('the process has ended') || message.includes('our identity');
      return level === 'error' && !expected;
    })
    .map(({ fields, message }) => `${message}: ${JSON.stringify(fields)}`);
