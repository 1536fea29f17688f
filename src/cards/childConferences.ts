import type { Child } from '../reviews/child.js';
import type { ConferenceDue, HeldConference } from '../reviews/conferences.js';
import { protectionOf } from '../reviews/protection.js';
import { words } from '../words/index.js';
import type { Scene } from './scene.js';
import { type Labelled, labelled } from './template.js';
import { day, dayWithLeft } from './words.js';

const says = words.reviews;

/** The conferences of a child protection enquiry or plan that goes on; nothing of one that has ended. */
export function conferencesOnCard({ facts }: Child, scene: Scene): Labelled[] {
  return protectionOf(facts, scene.today).flatMap(({ held, next }) => {
    if (next === undefined) return [];
    const last = held.at(-1);
    return [
      ...(last === undefined ? [] : [labelled(says.conferences.last, lastText(last, scene))]),
      labelled(says.conferences.next, conferenceText(next, scene)),
    ];
  });
}

function lastText({ heldOn, dueOn, onTime, workingDaysLate: days }: HeldConference, scene: Scene): string {
  const held = says.heldOn(day(heldOn, scene));
  if (dueOn === null || days === null) return says.dueNotKnown(held);
  if (onTime === true) return says.onTime(held);
  return days === 0 ? says.late(held, day(dueOn, scene)) : says.lateBy(held, days, day(dueOn, scene));
}

/** One that is coming, in a line: 'First child protection review due Thu 12 Mar (2 working days left)'. */
export function conferenceText({ type, dueOn }: ConferenceDue, scene: Scene): string {
  if (dueOn === null) return says.conferences[type](says.conferences.dueNotKnown);
  const due = (dueOn < scene.today ? says.wasDue : says.due)(dayWithLeft(dueOn, scene));
  return says.conferences[type](due);
}
