import { englishDay } from '../calendar/days.js';
import {
  inputsOf,
  type Press,
  type Scene,
  type Shown,
  typedReviewFields,
  type Viewer,
} from '../cards/index.js';
import type { Dispute } from '../disputes/dispute.js';
import type { Directory } from '../people/directory.js';
import type { Person } from '../people/person.js';
import { responderOf, sidesOf } from '../people/rights.js';
import type { Ports } from './ports.js';

/** Where a press came from, or a word was written. */
export interface Where {
  readonly conversation?: string | undefined;
  /** The message whose card was pressed. */
  readonly message?: string | undefined;
  /** Without Action.Execute an answer cannot be for one press alone: it is written into the message. */
  readonly lasting: boolean;
}

/** What a person is answered. */
export interface Answer {
  readonly shown: Shown;
  /**
   * What the pressed message shows for good, written at once. Absent: the relay writes it, for something was saved.
   * It never carries typed text that the policy keeps out of posted messages.
   */
  readonly kept?: Shown;
  /** `shown` carries typed words, and they are those of who pressed: their own chat may keep them. */
  readonly own?: boolean;
  /** The dispute, or the note of good practice, whose living card this is from now on. */
  readonly about?: string;
  /** What was opened from a list that stays: it comes as a message of its own. */
  readonly below?: Answer;
  /** A form for an act on `about` is open, or words that were asked for are being read: edits in place wait. */
  readonly formOpen?: boolean;
}

/** A card that is as good for good as it is for now. */
export const lasting = (shown: Shown, more: Omit<Answer, 'shown' | 'kept'> = {}): Answer => ({
  shown,
  kept: shown,
  ...more,
});

/** What every answer needs to know of now and of who is who. */
export async function sceneOf(ports: Ports): Promise<Scene> {
  const now = ports.now();
  return { directory: await ports.directory(), now, today: englishDay(now) };
}

export function viewerOf(dispute: Dispute, person: Person, scene: Scene): Viewer {
  return { person, sides: sidesOf(dispute, person, scene.directory, scene.today) };
}

/** Today's holder of each stage of this dispute, by person id. */
export const holderIn = (dispute: Dispute, directory: Directory, today: string) => (stage: string) =>
  responderOf(dispute, stage, directory, today)?.id;

type Fields = Readonly<Record<string, string>>;
const typedUnder = (names: readonly string[]) => (fields: Fields) =>
  names
    .map((field) => fields[field]?.trim() ?? '')
    .filter((words) => words !== '')
    .join('\n\n');

/** What was typed into a form. */
export const typedIn = typedUnder(['text', 'changed', 'worrying', 'right']);
/** The same of a form about a review: there the outcome is a line of words, and of a dispute a choice. */
export const typedOfReview = typedUnder(typedReviewFields);
export const typedBy = (press: Press): string =>
  (press.press === 'review' ? typedOfReview : typedIn)(inputsOf(press));

/** A refusal without a dispute to show: what was typed is given back all the same. */
export function turnedAway(card: (givenBack: string) => Shown, words: string): Answer {
  return words === '' ? lasting(card('')) : { shown: card(words), kept: card(''), own: true };
}
