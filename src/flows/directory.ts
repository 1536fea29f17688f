import type { Instant } from '../calendar/days.js';
import type { Directory } from '../people/directory.js';
import type { Person } from '../people/person.js';
import type { ImportedAt } from '../people/imported.js';
import { defaultPolicy } from '../policy/policy.js';
import type { Saved, Store, DocumentTypes } from '../store/store.js';

/** How old the snapshot may be before its mark is looked at again, in milliseconds. */
export const freshFor = 15_000;

/** Who is who as the store has it now. */
export async function readDirectory(store: Store): Promise<Directory> {
  const [people, teams, policy] = await Promise.all([
    store.all('person'),
    store.all('team'),
    store.load('policy', 'policy'),
  ]);
  return {
    policy: policy?.document.policy ?? defaultPolicy,
    people: people.map(({ document }) => document),
    teams: teams.map(({ document }) => document),
  };
}

/** People, teams and policy in memory. One small read tells whether they have changed since. */
export function createDirectory(store: Store, elapsed: () => number) {
  let held: { directory: Directory; mark: string | undefined; checkedAt: number } | undefined;
  const read = async (importedAt: ImportedAt | undefined): Promise<Directory> => ({
    ...(await readDirectory(store)),
    ...(importedAt === undefined ? {} : { importedAt }),
  });
  return {
    /** `now`: its mark is looked at, however young the snapshot is. */
    async get(when: 'lately' | 'now' = 'lately'): Promise<Directory> {
      const checkedAt = elapsed();
      if (held !== undefined && when === 'lately' && checkedAt - held.checkedAt < freshFor)
        return held.directory;
      // The mark is read first: a change between the two reads is seen at the next look, never lost.
      const current = await store.load('directory', 'directory');
      if (held !== undefined && held.mark === current?.etag) held = { ...held, checkedAt };
      else held = { directory: await read(current?.document.importedAt), mark: current?.etag, checkedAt };
      return held.directory;
    },
    /** After a write of one's own: the next `get` reads anew. */
    forget(): void {
      held = undefined;
    },
  };
}

/**
 * Tells every cache that people, teams or policy have changed, or that something was read. `hands`: who has what may
 * have changed with it, and `arrived` are told what came to them; open disputes are looked at as soon as no cache can be older than that.
 */
export async function markDirectoryChanged(
  store: Store,
  changedAt: Instant,
  {
    read = {},
    hands = false,
    arrived: came = [],
  }: { readonly read?: ImportedAt; readonly hands?: boolean; readonly arrived?: readonly string[] } = {},
): Promise<void> {
  const soon = new Date(Date.parse(changedAt) + freshFor).toISOString();
  const swap = async (): Promise<Saved> => {
    const stored = await store.load('directory', 'directory');
    const importedAt = { ...stored?.document.importedAt, ...read };
    const wakeAt = hands ? soon : stored?.document.wakeAt;
    const arrived = [...new Set([...(stored?.document.arrived ?? []), ...came])];
    const mark = {
      id: 'directory',
      type: 'directory',
      shape: 1,
      changedAt,
      importedAt,
      ...(arrived.length === 0 ? {} : { arrived }),
    } as const;
    return store.save(wakeAt === undefined ? mark : { ...mark, wakeAt }, stored?.etag);
  };
  while ((await swap()) === 'changedMeanwhile');
}

/** Somebody as they are in the store: what the clock or another replica has just written is in no memory of ours. */
export const freshly = async (store: Store, person: Person): Promise<Person> =>
  (await store.load('person', person.id))?.document ?? person;

/** Changes a document by compare-and-swap until it holds; `change` answers undefined where there is nothing to change. */
export async function change<T extends keyof DocumentTypes>(
  store: Store,
  type: T,
  id: string,
  how: (document: DocumentTypes[T]) => DocumentTypes[T] | undefined,
): Promise<DocumentTypes[T] | undefined> {
  for (;;) {
    const stored = await store.load(type, id);
    const next = stored === undefined ? undefined : how(stored.document);
    if (stored === undefined || next === undefined) return stored?.document;
    if ((await store.save(next, stored.etag)) === 'saved') return next;
  }
}
