import { closed } from './closed.js';
import { higher } from './higher.js';
import { informal } from './informal.js';
import type { Story } from './story.js';
import { withTheIro } from './withTheIro.js';
import { withTheManager } from './withTheManager.js';

export const stories: readonly Story[] = [
  ...informal,
  ...withTheManager,
  ...withTheIro,
  ...higher,
  ...closed,
];
