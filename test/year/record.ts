import type { Delivery, Document, Store } from '../../src/store/store.js';

/** One word about a delivery, in the order in which the store was told. */
export type Entry =
  | {
      readonly what: 'asked';
      readonly at: string;
      readonly delivery: Delivery;
      readonly ping: NonNullable<Delivery['ping']>;
    }
  | {
      readonly what: 'told';
      readonly at: string;
      readonly delivery: Delivery;
      readonly told: Delivery['told'][number];
    }
  | {
      readonly what: 'untold';
      readonly at: string;
      readonly delivery: Delivery;
      readonly untold: Delivery['untold'][number];
    };

type Word = Delivery['told'][number];
const same = (one: Word, other: Word) =>
  one.event === other.event && one.why === other.why && one.at === other.at;

/** Reads along what is saved: each document as it stands, and of deliveries every word of what became of them. */
export function recording(store: Store, now: () => string) {
  const documents = new Map<string, Document>();
  const entries: Entry[] = [];
  /** Since when the bot knows somebody's chat. */
  const met = new Map<string, string>();

  function read(delivery: Delivery): void {
    const before = documents.get(delivery.id) as Delivery | undefined;
    const at = now();
    const { ping } = delivery;
    const isAsked = ({ event, why }: NonNullable<Delivery['ping']>) =>
      before?.ping?.event === event && before.ping.why === why;
    if (ping !== undefined && !isAsked(ping)) entries.push({ what: 'asked', at, delivery, ping });
    for (const told of delivery.told)
      if (before?.told.some((each) => same(each, told)) !== true)
        entries.push({ what: 'told', at, delivery, told });
    for (const untold of delivery.untold)
      if (before?.untold.some((each) => same(each, untold)) !== true)
        entries.push({ what: 'untold', at, delivery, untold });
  }

  return {
    documents,
    entries,
    met,
    store: {
      ...store,
      save: async (document, etag) => {
        const saved = await store.save(document, etag);
        if (saved === 'saved') {
          if (document.type === 'delivery') read(document);
          if (document.type === 'person' && document.conversation !== undefined && !met.has(document.id))
            met.set(document.id, now());
          documents.set(document.id, document);
        }
        return saved;
      },
    } satisfies Store as Store,
    deliveries: (): Delivery[] =>
      [...documents.values()].flatMap((document) => (document.type === 'delivery' ? [document] : [])),
  };
}
export type Record = ReturnType<typeof recording>;
