import type { Verb } from '../disputes/commands.js';
import type { Dispute } from '../disputes/dispute.js';
import { type AskedFields, type Asks, type FormOptions, askingOf } from './asking.js';
import { iroFields } from './iroFields.js';
import { recordFields } from './recordFields.js';
import { responderFields } from './responderFields.js';
import type { FormState, Scene, Viewer } from './scene.js';
import { verbName } from './titles.js';

/** One press, and it is done. */
const nothing: Asks = ({ dispute, scene }, verb) => ({ fields: [], button: verbName(verb, dispute, scene) });

const asks: Record<Verb, Asks> = {
  ...responderFields,
  ...iroFields,
  ...recordFields,
  acknowledge: nothing,
  sorted: nothing,
  'send-to': nothing,
  'accept-explanation': nothing,
  done: nothing,
};

export function actFields(
  verb: Verb,
  dispute: Dispute,
  viewer: Viewer,
  scene: Scene,
  form: FormState,
  options: FormOptions,
): AskedFields {
  return asks[verb](askingOf(dispute, viewer, scene, form, options), verb);
}
