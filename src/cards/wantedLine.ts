import { daysLeftText } from '../calendar/words.js';
import { words } from '../words/index.js';
import type { Scene } from './scene.js';
import { nameOf, stageName } from './words.js';

/** The second line of a card: what is wanted of this person, or who has it. No typed text. */
export interface Wanted {
  readonly bold: string;
  readonly rest: string;
}

export const wanted = (bold: string, rest = ''): Wanted => ({ bold, rest });
/** Sentences one after the other; an empty one is none. */
export const together = (...sentences: readonly string[]) => sentences.filter(Boolean).join(' ');
export const left = (dueOn: string, scene: Scene) => daysLeftText(dueOn, scene.today);

/** Who did it, first by the stage that they did it for. */
export const byRole = (stage: string, person: string, scene: Scene) =>
  words.names.stageHeldBy(stageName(stage, scene), nameOf(person, scene));
