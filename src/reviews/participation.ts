import type { Day } from '../calendar/days.js';
import { participationCodes } from '../policy/policy.js';
import type { Child } from './child.js';
import { isLive } from './facts.js';

export type Participation = (typeof participationCodes)[number];

/** A code that may be recorded, or the reason why it is not (the rules of the SSDA903 return, by number). */
export type ReadParticipation =
  | { readonly code: Participation; readonly reason?: undefined }
  | { readonly code: null; readonly reason: string };

/** English day of birth, as the newest file has it. */
export const bornOn = ({ facts }: Pick<Child, 'facts'>): Day | undefined =>
  facts.filter(isLive).find((fact) => fact.kind === 'profile')?.bornOn;

/** Born on 29 February, a child is four on 29 February: four years on is a leap year again. */
const fourthBirthday = (bornOn: Day): Day =>
  `${String(Number(bornOn.slice(0, 4)) + 4).padStart(4, '0')}${bornOn.slice(4)}`;

/** Whether a child was under 4 on a day: PN0, and nobody is asked. undefined: nobody knows when it was born. */
export const isUnderFour = (bornOn: Day | undefined, day: Day): boolean | undefined =>
  bornOn === undefined ? undefined : day < fourthBirthday(bornOn);

export function readParticipation(text: string, heldOn: Day, bornOn: Day | undefined): ReadParticipation {
  if (text === '') return unrecorded('there is no participation code (rule 167)');
  const code = participationCodes.find((each) => each === text.toUpperCase());
  if (code === undefined) return unrecorded(`"${text}" is no participation code (rule 167)`);
  if (bornOn === undefined) return { code };
  const underFour = isUnderFour(bornOn, heldOn) === true;
  if (code === 'PN0' && !underFour)
    return unrecorded('PN0 is for a child under 4, and this child was 4 or over (rule 440)');
  if (code !== 'PN0' && underFour)
    return unrecorded(`${code} is for a child of 4 or over, and this child was under 4 (rule 441)`);
  return { code };
}

function unrecorded(why: string): ReadParticipation {
  return { code: null, reason: `${why}: participation is not recorded` };
}
