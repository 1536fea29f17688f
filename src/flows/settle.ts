import type { Change } from '../reviews/facts.js';
import type { DocumentType, DocumentTypes, Store, Stored } from '../store/store.js';

/** More than this many others in between is no race but a fault. */
const attempts = 20;

/** Saves what `next` makes of a document by compare-and-swap, again from the newest where somebody was first. */
export async function settle<T extends DocumentType>(
  store: Store,
  dryRun: boolean,
  known: Stored<DocumentTypes[T]> | undefined,
  type: T,
  id: string,
  next: (document: DocumentTypes[T] | undefined) => { document: DocumentTypes[T]; change: Change },
): Promise<Change> {
  let current = known;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { document, change } = next(current?.document);
    if (change === 'same' || dryRun) return change;
    if ((await store.save(document, current?.etag)) === 'saved') return change;
    current = await store.load(type, id);
  }
  throw new Error(`${id} was changed by somebody else ${attempts} times over`);
}
