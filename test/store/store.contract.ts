import type { Document, Store, Stored } from '../../src/store/store.js';
import { aChild, aClosedDispute, aCounter, aDelivery, aDispute } from './documents.js';

/** One empty place for documents, and any number of handles on it. */
export interface Place {
  open(): Promise<Store>;
  leave(): Promise<void>;
}

const ids = (found: readonly Stored[]) => found.map(({ document }) => document.id);

/** What every store must do. */
export function storeContract(findPlace: () => Promise<Place>): void {
  let place: Place;
  let store: Store;

  beforeEach(async () => {
    place = await findPlace();
    store = await place.open();
  });
  afterEach(async () => {
    await store.close();
    await place.leave();
  });

  const save = async (...documents: Document[]) => {
    for (const document of documents) expect(await store.save(document)).toBe('saved');
  };
  const etagOf = async (id: string) => (await store.load('dispute', id))?.etag;

  describe('saving and loading', () => {
    it('gives back what was saved, and nothing besides', async () => {
      const dispute = aDispute('a', { wakeAt: '2026-03-16T00:00:00.000Z', involved: ['person:manager'] });
      await save(dispute);
      expect((await store.load('dispute', 'dispute:a'))?.document).toStrictEqual(dispute);
    });

    it('keeps what people type as it is', async () => {
      const typed = `Zoë's "plan" — \\ \u2028 ' OR 1=1 -- @id \${x} 🙂\n<at>`;
      const dispute = aDispute('a', { theme: typed });
      await save(dispute);
      expect((await store.load('dispute', 'dispute:a'))?.document.theme).toBe(typed);
    });

    it('finds nothing where nothing was saved', async () => {
      expect(await store.load('dispute', 'dispute:none')).toBeUndefined();
    });

    it('creates once', async () => {
      await save(aDispute('a', { number: 'D-2026-0001' }));
      expect(await store.save(aDispute('a', { number: 'D-2026-0002' }))).toBe('changedMeanwhile');
      expect((await store.load('dispute', 'dispute:a'))?.document.number).toBe('D-2026-0001');
    });

    it('replaces by the ETag that was read, and gives a new one', async () => {
      await save(aDispute('a'));
      const before = await etagOf('dispute:a');
      expect(await store.save(aDispute('a', { theme: 'health' }), before)).toBe('saved');
      const after = await store.load('dispute', 'dispute:a');
      expect(after?.document.theme).toBe('health');
      expect(after?.etag).not.toBe(before);
    });

    it('gives a new ETag also where nothing differs', async () => {
      await save(aDispute('a'));
      const before = await etagOf('dispute:a');
      expect(await store.save(aDispute('a'), before)).toBe('saved');
      expect(await etagOf('dispute:a')).not.toBe(before);
    });

    it('refuses an ETag that another writer has overtaken', async () => {
      await save(aDispute('a'));
      const before = await etagOf('dispute:a');
      await store.save(aDispute('a', { theme: 'health' }), before);
      expect(await store.save(aDispute('a', { theme: 'education' }), before)).toBe('changedMeanwhile');
      expect((await store.load('dispute', 'dispute:a'))?.document.theme).toBe('health');
    });

    it('replaces nothing that is not there', async () => {
      expect(await store.save(aDispute('a'), '"an-etag"')).toBe('changedMeanwhile');
      expect(await store.load('dispute', 'dispute:a')).toBeUndefined();
    });

    it.each(['', 'dispute:a/b', 'dispute:a\\b', 'dispute:a?b', 'dispute:a#b'])(
      'refuses the id "%s"',
      async (id) => {
        await expect(store.save({ ...aDispute('a'), id })).rejects.toThrow('Not an id for a document');
        await expect(store.load('dispute', id)).rejects.toThrow('Not an id for a document');
      },
    );

    it('names a stored document that cannot be read, and what is wrong with it', async () => {
      const told = [{ turn: 1.5, event: 1, at: '2026-03-09T10:00:00.000Z' }];
      await save(aDelivery('a', { told, attempts: Number.NaN }));
      const wrong = /delivery:a cannot be read: told\.0\.turn: .+; attempts: .+/;
      await expect(store.load('delivery', 'delivery:a')).rejects.toThrow(wrong);
      await expect(store.all('delivery')).rejects.toThrow(wrong);
    });
  });

  describe('several writers', () => {
    it('see each other', async () => {
      const other = await place.open();
      await save(aDispute('a'));
      const seen = await other.load('dispute', 'dispute:a');
      expect(await other.save(aDispute('a', { theme: 'health' }), seen?.etag)).toBe('saved');
      expect((await store.load('dispute', 'dispute:a'))?.document.theme).toBe('health');
      expect(await store.save(aDispute('a'), seen?.etag)).toBe('changedMeanwhile');
      await other.close();
    });

    it('create a document once between them', async () => {
      const writers = await Promise.all([1, 2, 3, 4].map(() => place.open()));
      const saved = await Promise.all(writers.map((writer) => writer.save(aDispute('a'))));
      expect(saved.filter((answer) => answer === 'saved')).toHaveLength(1);
      expect(saved.filter((answer) => answer === 'changedMeanwhile')).toHaveLength(3);
      await Promise.all(writers.map((writer) => writer.close()));
    });

    it('lose no increment', async () => {
      await save(aCounter(0));
      const increment = async (writer: Store): Promise<void> => {
        const counter = await writer.load('counter', 'counter:2026');
        const next = aCounter((counter?.document.last ?? 0) + 1);
        if ((await writer.save(next, counter?.etag)) !== 'saved') await increment(writer);
      };
      const writers = await Promise.all([1, 2, 3, 4].map(() => place.open()));
      await Promise.all(writers.flatMap((writer) => [1, 2, 3, 4, 5].map(() => increment(writer))));
      expect((await store.load('counter', 'counter:2026'))?.document.last).toBe(20);
      await Promise.all(writers.map((writer) => writer.close()));
    });
  });

  describe('finding documents of a type', () => {
    it('finds all of the type, in the order of their ids, and no other', async () => {
      await save(aChild('700124'), aDispute('a'), aChild('700123'));
      expect(ids(await store.all('child'))).toEqual(['child:700123', 'child:700124']);
      expect(await store.all('team')).toEqual([]);
    });

    it('finds the children of an IRO, of teams and of a family', async () => {
      await save(
        aChild('700123', { iro: 'iro@council.example', family: 'F1' }),
        aChild('700124', { iro: 'other@council.example', family: 'F1' }),
        aChild('700125', { iro: 'iro@council.example', team: 'North' }),
        aChild('700126', { team: 'South' }),
        aDispute('a', { iro: 'iro@council.example', team: 'North' }),
      );
      expect(ids(await store.childrenOfIro('iro@council.example'))).toEqual(['child:700123', 'child:700125']);
      expect(ids(await store.childrenOfTeams(['North', 'South', 'East']))).toEqual([
        'child:700125',
        'child:700126',
      ]);
      expect(await store.childrenOfTeams([])).toEqual([]);
      expect(ids(await store.childrenOfFamily('F1'))).toEqual(['child:700123', 'child:700124']);
      expect(await store.childrenOfFamily('F2')).toEqual([]);
    });

    it('finds the deliveries of a dispute and to a person', async () => {
      await save(
        aDelivery('1', { subject: 'dispute:a', person: 'person:manager' }),
        aDelivery('2', { subject: 'dispute:a', person: 'person:iro' }),
        aDelivery('3', { subject: 'dispute:b', person: 'person:manager' }),
      );
      expect(ids(await store.deliveriesAbout('dispute:a'))).toEqual(['delivery:1', 'delivery:2']);
      expect(ids(await store.deliveriesToPerson('person:manager'))).toEqual(['delivery:1', 'delivery:3']);
      expect(await store.deliveriesToPerson('person:nobody')).toEqual([]);
    });
  });

  describe('finding disputes', () => {
    it('finds one by its number', async () => {
      await save(aDispute('a', { number: 'D-2026-0001' }), aDispute('b', { number: 'D-2026-0002' }));
      expect(ids(await store.disputes({ by: 'number', number: 'D-2026-0002' }))).toEqual(['dispute:b']);
      expect(await store.disputes({ by: 'number', number: 'D-2026-0003' })).toEqual([]);
    });

    it('finds them by any of their children', async () => {
      const [ann, ben] = [
        { ref: '700123', initials: 'AB' },
        { ref: '700124', initials: 'BB' },
      ];
      await save(
        aDispute('a', { number: 'D-2026-0001', children: [ann, ben] }),
        aClosedDispute('b', { number: 'D-2026-0002', children: [ben] }),
        aDispute('c', { number: 'D-2026-0003', children: [ann] }),
      );
      expect(ids(await store.disputes({ by: 'child', child: '700124' }))).toEqual(['dispute:a', 'dispute:b']);
      expect(await store.disputes({ by: 'child', child: '70012' })).toEqual([]);
    });

    it('finds a child who was added later', async () => {
      await save(aDispute('a', { children: [{ ref: '700123', initials: 'AB' }] }));
      const both = [
        { ref: '700123', initials: 'AB' },
        { ref: '700124', initials: 'BB' },
      ];
      await store.save(aDispute('a', { children: both }), await etagOf('dispute:a'));
      expect(ids(await store.disputes({ by: 'child', child: '700123' }))).toEqual(['dispute:a']);
      expect(ids(await store.disputes({ by: 'child', child: '700124' }))).toEqual(['dispute:a']);
    });

    it("finds an IRO's, all or open ones", async () => {
      await save(
        aDispute('a', { number: 'D-2026-0001' }),
        aClosedDispute('b', { number: 'D-2026-0002' }),
        aDispute('c', { number: 'D-2026-0003', iro: 'person:other' }),
      );
      const iro = 'person:iro';
      expect(ids(await store.disputes({ by: 'iro', iro, open: false }))).toEqual(['dispute:a', 'dispute:b']);
      expect(ids(await store.disputes({ by: 'iro', iro, open: true }))).toEqual(['dispute:a']);
    });

    it('moves with the IRO', async () => {
      await save(aDispute('a'));
      await store.save(aDispute('a', { iro: 'person:other' }), await etagOf('dispute:a'));
      expect(await store.disputes({ by: 'iro', iro: 'person:iro', open: true })).toEqual([]);
      expect(ids(await store.disputes({ by: 'iro', iro: 'person:other', open: true }))).toEqual([
        'dispute:a',
      ]);
    });

    it("finds a responder's: those of their teams and those that they are involved in, each once", async () => {
      const involved = ['person:someone', 'person:manager'];
      await save(
        aDispute('a', { number: 'D-2026-0001', team: 'Team North' }),
        aDispute('b', { number: 'D-2026-0002', team: 'Team East', involved }),
        aDispute('c', { number: 'D-2026-0003', team: 'Team South', involved }),
        aDispute('d', { number: 'D-2026-0004', team: 'Team South', involved: ['person:someone'] }),
        aClosedDispute('e', { number: 'D-2026-0005', team: 'Team North' }),
      );
      const mine = { by: 'responder', person: 'person:manager', teams: ['Team North', 'Team East'] } as const;
      expect(ids(await store.disputes({ ...mine, open: true }))).toEqual([
        'dispute:a',
        'dispute:b',
        'dispute:c',
      ]);
      expect(ids(await store.disputes({ ...mine, open: false }))).toEqual([
        'dispute:a',
        'dispute:b',
        'dispute:c',
        'dispute:e',
      ]);
      expect(ids(await store.disputes({ ...mine, teams: [], open: true }))).toEqual([
        'dispute:b',
        'dispute:c',
      ]);
    });

    it("finds everyone's in the order of their numbers", async () => {
      await save(
        aDispute('a', { number: 'D-2026-10000' }),
        aDispute('b', { number: 'D-2026-9999' }),
        aClosedDispute('c', { number: 'D-2025-0007' }),
        aDelivery('a'),
      );
      expect(ids(await store.disputes({ by: 'everyone', open: false }))).toEqual([
        'dispute:c',
        'dispute:b',
        'dispute:a',
      ]);
      expect(ids(await store.disputes({ by: 'everyone', open: true }))).toEqual(['dispute:b', 'dispute:a']);
    });
  });

  it('finds the deliveries that reached nobody', async () => {
    await save(
      aDelivery('a', { result: 'sent' }),
      aDelivery('b', { result: 'unreachable', reason: '403' }),
      aDelivery('c'),
    );
    expect(ids(await store.unreachableDeliveries())).toEqual(['delivery:b']);
  });

  describe('finding what is due', () => {
    const [before, now, after] = [
      '2026-03-15T23:59:59.999Z',
      '2026-03-16T00:00:00.000Z',
      '2026-03-16T00:00:00.001Z',
    ];

    it('wakes disputes from their instant on, earliest first, never one that has none', async () => {
      await save(
        aDispute('a', { wakeAt: now }),
        aDispute('b', { wakeAt: before }),
        aDispute('c', { wakeAt: after }),
        aDispute('d'),
        aDelivery('e', { sendAt: before }),
      );
      expect(await store.dueToWake(now, 10)).toEqual(['dispute:b', 'dispute:a']);
      expect(await store.dueToWake(now, 1)).toEqual(['dispute:b']);
    });

    it('no longer wakes a dispute whose instant was taken away', async () => {
      await save(aDispute('a', { wakeAt: now }));
      await store.save(aDispute('a'), await etagOf('dispute:a'));
      expect(await store.dueToWake(now, 10)).toEqual([]);
    });

    it('finds the others where one of them cannot be read', async () => {
      const broken = { ...aDispute('broken', { wakeAt: before }), status: 'unheard-of' };
      await store.save(broken as unknown as Document);
      await save(aDispute('whole', { wakeAt: now }));
      expect(await store.dueToWake(now, 10)).toEqual(['dispute:broken', 'dispute:whole']);
      await expect(store.load('dispute', 'dispute:broken')).rejects.toThrow('dispute:broken cannot be read');
    });

    it('sends deliveries from their instant on, earliest first, never one that has none', async () => {
      await save(
        aDelivery('a', { sendAt: now }),
        aDelivery('b', { sendAt: before }),
        aDelivery('c', { sendAt: after }),
        aDelivery('d'),
        aDispute('e', { wakeAt: before }),
      );
      expect(await store.dueToSend(now, 10)).toEqual(['delivery:b', 'delivery:a']);
      expect(await store.dueToSend(now, 1)).toEqual(['delivery:b']);
    });
  });

  describe('the newest change', () => {
    it('is nowhere in an empty store', async () => {
      await save(aChild('700123'));
      expect(await store.newestChangeAt()).toBeUndefined();
    });

    it('is that of the dispute which changed last', async () => {
      await save(
        aDispute('a', { changedAt: '2026-03-09T10:00:00.000Z' }),
        aClosedDispute('b', { changedAt: '2026-03-11T09:12:00.000Z' }),
        aDispute('c', { changedAt: '2026-03-10T10:00:00.000Z' }),
        { id: 'directory', type: 'directory', shape: 1, changedAt: '2026-04-01T10:00:00.000Z' },
      );
      expect(await store.newestChangeAt()).toBe('2026-03-11T09:12:00.000Z');
    });
  });
}
