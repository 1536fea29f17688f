import type { Directory } from '../people/directory.js';
import type { Child } from '../reviews/child.js';
import type { Delivery } from '../store/store.js';

/** What a store holds that a check looks at. */
export interface Examined {
  readonly directory: Directory;
  readonly children: readonly Child[];
  readonly deliveries: readonly Delivery[];
  /** Ids of documents whose time had come more than an hour ago. */
  readonly heldBack: readonly string[];
}
