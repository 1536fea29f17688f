import { type Day, englishDay } from '../calendar/days.js';
import {
  type Arrivals,
  arrivalsCard,
  compactArrivalsCard,
  compactDayCard,
  disputeCard,
  goodPracticeCard,
  type Morning,
  noticeCard,
  pointerCard,
  saidAfter,
  type Scene,
  type Shown,
  toldMorningCard,
  type Viewer,
} from '../cards/index.js';
import type { Dispute } from '../disputes/dispute.js';
import { stageNow } from '../flows/telling.js';
import { type Directory, personById } from '../people/directory.js';
import type { GoodPractice } from '../disputes/goodPractice.js';
import type { Person } from '../people/person.js';
import { answeringAt, mayRead, sideOfPractice, sidesOf } from '../people/rights.js';
import type { Delivery } from '../store/store.js';
import { words } from '../words/index.js';
import type { Render } from './deliver.js';

const { acts, goodPractice, morning, notices, reassign } = words;

/** The card of a delivery from the state as it now is. Rights are looked at when it is sent, not when it was wanted. */
export const render: Render = (delivery, told, person, directory, now, as) => {
  const today = englishDay(now);
  if (told.type === 'good-practice') return practice(told, person, { directory, now, today }, as);
  if (told.type === 'morning') return ofTheDay(told, { directory, now, today }, as);
  if (told.type === 'arrivals') return ofArrivals(told, person, { directory, now, today }, as);
  const dispute = told;
  const viewer = { person, sides: sidesOf(dispute, person, directory, today) };
  if (!mayRead(viewer.sides)) return undefined;
  const scene = { directory, now, today };
  switch (as) {
    case 'pointer':
      return pointerCard(dispute.number, { press: 'show', dispute: dispute.id, what: 'card' });
    case 'compact':
      return noticeCard({
        heading: dispute.number,
        lines: [notices.tooLong],
        buttons: [{ title: acts.open, data: { press: 'show', dispute: dispute.id, what: 'card' } }],
      });
    case 'card': {
      const said =
        delivery.ping?.why === 'not-reached'
          ? notReached(delivery, dispute, scene)
          : ownPress(dispute, viewer, scene);
      return disputeCard(dispute, viewer, scene, said === undefined ? {} : { said });
    }
  }
};

/** Good practice is short: it needs no compact card, and its older cards point to the newest as a dispute's do. */
function practice(
  note: GoodPractice,
  person: Person,
  scene: Scene,
  as: Parameters<Render>[5],
): Shown | undefined {
  if (sideOfPractice(note, person, scene.directory, scene.today) === undefined) return undefined;
  return as === 'pointer'
    ? pointerCard(goodPractice.heading, { press: 'show-good-practice', goodPractice: note.id, what: 'card' })
    : goodPracticeCard(note, person, scene);
}

/** A day with nothing in it is not told. */
function ofTheDay(told: Morning, scene: Scene, as: Parameters<Render>[5]): Shown | undefined {
  switch (as) {
    case 'pointer':
      return pointerCard(morning.pointer, { press: 'say', words: 'my day' });
    case 'compact':
      return compactDayCard(scene);
    case 'card':
      return toldMorningCard(told, scene);
  }
}

/** Of what has gone elsewhere meanwhile nothing is told. */
function ofArrivals(
  told: Arrivals,
  person: Person,
  scene: Scene,
  as: Parameters<Render>[5],
): Shown | undefined {
  const { came } = reassign;
  switch (as) {
    case 'pointer':
      return pointerCard(came.pointer, { press: 'say', words: 'came to me' });
    case 'compact':
      return compactArrivalsCard(told, scene);
    case 'card': {
      const viewerOf = (dispute: Dispute): Viewer => ({
        person,
        sides: sidesOf(dispute, person, scene.directory, scene.today),
      });
      return told.children.length === 0 ? undefined : arrivalsCard(told, viewerOf, scene);
    }
  }
}

/** What a press was answered stays in the card until something else happens. */
function ownPress(dispute: Dispute, viewer: Viewer, scene: Scene): string | undefined {
  const { history } = dispute;
  const last = history.at(-1);
  if (last === undefined || last.by !== viewer.person.id) return undefined;
  const first = history.find(
    ({ at, by, verb, atTurn }) =>
      at === last.at && by === last.by && verb === last.verb && atTurn === last.atTurn,
  );
  return first === undefined ? undefined : saidAfter(first, dispute, viewer, scene);
}

/** Who was to be told and was not: for the IRO and the lead. */
function notReached(delivery: Delivery, dispute: Dispute, { directory, today }: Scene): string {
  const event = dispute.history.find(({ seq }) => seq === delivery.ping?.event);
  const who = whoWasNot(delivery, dispute, event?.kind === 'reminderFellDue', directory, today);
  return delivery.as === 'iro' ? notices.leadKnows(who) : notices.leadTold(who);
}

/** One who cannot be reached, one who is away and not covered, or nobody. */
function whoWasNot(
  { ping }: Delivery,
  dispute: Dispute,
  reminded: boolean,
  directory: Directory,
  today: Day,
): string {
  if (ping?.about !== undefined) {
    const name = personById(directory, ping.about)?.name ?? notices.somebody;
    return reminded ? notices.notReminded(name) : notices.notReached(name);
  }
  const stage = stageNow(dispute) ?? '';
  const { holder, asked } = answeringAt(dispute, stage, directory, today);
  // What waited for somebody's hours, and is over.
  if (asked !== undefined) return notices.isThereNow(asked.name);
  if (holder !== undefined)
    return reminded ? notices.notRemindedAway(holder.name) : notices.away(holder.name);
  const label = (directory.policy.ladder.find(({ id }) => id === stage)?.label ?? stage).toLowerCase();
  return reminded ? notices.notRemindedVacant(label) : notices.vacant(label);
}
