import type { Day } from '../calendar/days.js';
import { workingDaysBetween } from '../calendar/workingDays.js';
import { listCard, type Scene } from '../cards/index.js';
import type { Dispute } from '../disputes/dispute.js';
import { stagesAbove } from '../disputes/rules.js';
import { isInArea } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { capital, counted, uncapital } from '../words/grammar.js';
import { words } from '../words/index.js';
import { type Answer, lasting, sceneOf, viewerOf } from './answer.js';
import { openFor } from './openFor.js';
import type { Ports } from './ports.js';

const says = words.morning.week;

/** Why open disputes stand out in a lead's week, as it is written to have them listed. */
export const standingOut = [
  'disputes past the day',
  'disputes on the last stage',
  'disputes not judged',
] as const;
export type StandingOut = (typeof standingOut)[number];

/** More working days than these without a judgement stand out. */
const unjudgedAfter = 3;

export function standsOut(dispute: Dispute, as: StandingOut, today: Day): boolean {
  const { status, formal } = dispute;
  switch (as) {
    case 'disputes past the day':
      return status !== 'closed' && formal !== undefined && formal.totalDueOn < today;
    case 'disputes on the last stage':
      // What is answered there is with the IRO side again.
      return status === 'waiting' && stagesAbove(dispute).length === 0;
    case 'disputes not judged':
      return workingDaysUnjudged(dispute, today) > unjudgedAfter;
  }
}

function workingDaysUnjudged(dispute: Dispute, today: Day): number {
  if (dispute.status !== 'answered') return 0;
  const answer = dispute.history.find(({ seq }) => seq === dispute.answer.event);
  return answer === undefined ? 0 : workingDaysBetween(answer.on, today);
}

/** What stands in the week, and above the list of them: 'no …' for none. */
export function standingOutText(as: StandingOut, count: number, { directory: { policy } }: Scene): string {
  const disputes = counted(count, policy.label, policy.words.disputes);
  switch (as) {
    case 'disputes past the day':
      return says.over(disputes);
    case 'disputes on the last stage':
      return says.lastStage(disputes, uncapital(policy.ladder.at(-1)?.label ?? ''));
    case 'disputes not judged':
      return says.unjudged(count);
  }
}

/** Whether a team is of a lead's area; of a lead without one every team is. */
export const inAreaOf =
  ({ area }: Person, { directory }: Scene) =>
  (team: string): boolean =>
    isInArea(directory, area, team);

/** Those that a lead's week counts, as they now are. */
export async function listStandingOut(
  ports: Ports,
  person: Person,
  as: StandingOut,
  page: number,
): Promise<Answer> {
  const scene = await sceneOf(ports);
  const mine = inAreaOf(person, scene);
  const disputes = (await openFor(ports, person, scene)).filter(
    (dispute) => mine(dispute.team) && standsOut(dispute, as, scene.today),
  );
  const heading = capital(standingOutText(as, disputes.length, scene));
  const viewer = (dispute: Dispute) => viewerOf(dispute, person, scene);
  return lasting(listCard(disputes, viewer, scene, { page, person, only: { heading, words: as } }));
}
