import { disputesBehind } from './behind.js';
import { type Cohort, told } from './cohort.js';
import type { Happening } from './course.js';
import { number } from './figures.js';
import type { Measuring } from './measuring.js';

/** How often something happened, over all disputes whose source could have told. */
export function timesOf(cohort: Cohort, ...happened: readonly Happening[]): number | null {
  const known = cohort.disputes.map(({ times }) => happened.map((each) => times[each]));
  const tellers = known.filter((times) => times.every((each) => each !== null));
  const sum = known.flat().reduce<number>((total, each) => total + (each ?? 0), 0);
  return told(cohort, sum, tellers.length);
}

export const moves: Measuring<Cohort> = {
  id: 'moves',
  unit: 'moves',
  says: ({ disputes }) => ({
    title: 'Moves up the ladder',
    definition: `How often these ${disputes} were moved up: escalated by the IRO to the next stage (after a check that found it not done, too), bypassed (escalated past one stage or more), or passed up by a manager. Beside them, how often a stage's due day passed without an answer: no response where its holder had been told, else could not be told. In an earlier record each climb counts as escalated or bypassed: it does not tell who moved it.`,
  }),
  behind: disputesBehind(
    () => 'Moved up the ladder',
    ({ times }) => [times.escalated, times.bypassed, times.passedUp].some((each) => (each ?? 0) > 0),
  ),
  rows: (cohort) => [
    number('all', 'All moves up', allMoves(cohort)),
    number('escalated', 'Escalated', timesOf(cohort, 'escalated')),
    number('bypassed', 'Bypassed', timesOf(cohort, 'bypassed')),
    number('passed-up', 'Passed up', timesOf(cohort, 'passedUp')),
    number('no-response', 'No response', timesOf(cohort, 'noResponse')),
    number('could-not-be-told', 'Could not be told', timesOf(cohort, 'couldNotBeTold')),
  ],
};

/** A record tells every climb, though not who moved it. */
function allMoves(cohort: Cohort): number | null {
  const climbs = timesOf(cohort, 'escalated', 'bypassed');
  const passed = timesOf(cohort, 'passedUp');
  return climbs === null ? passed : climbs + (passed ?? 0);
}
