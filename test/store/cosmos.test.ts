import { createServer } from 'node:http';
import { CosmosClient } from '@azure/cosmos';
import { type CosmosSettings, openCosmos } from '../../src/store/cosmos.js';
import { openStore } from '../../src/store/open.js';
import { type RunningCosmos, startCosmos } from '../support/cosmos.js';
import { aDispute } from './documents.js';
import { storeContract } from './store.contract.js';

describe('the store on Cosmos DB', () => {
  let cosmos: RunningCosmos;
  let places = 0;

  beforeAll(async () => {
    cosmos = await startCosmos();
  });
  afterAll(() => cosmos.stop());

  function newPlace(): CosmosSettings {
    places += 1;
    return {
      endpoint: cosmos.endpoint,
      key: cosmos.key,
      database: 'footprint',
      container: `place-${places}`,
    };
  }

  function client(): CosmosClient {
    return new CosmosClient({
      endpoint: cosmos.endpoint,
      key: cosmos.key,
      connectionPolicy: { enableEndpointDiscovery: false },
    });
  }

  storeContract(async () => {
    const settings = newPlace();
    return {
      open: () => openStore({ cosmos: settings, dataFile: 'never-opened.db', authority: 'local' }),
      leave: async () => {},
    };
  });

  it('says its name', async () => {
    const store = await openCosmos(newPlace(), 'local');
    expect(store.name).toBe('Cosmos DB');
    await store.close();
  });

  it('shows one authority nothing of another', async () => {
    const settings = newPlace();
    const [one, other] = [await openCosmos(settings, 'tenant-1'), await openCosmos(settings, 'tenant-2')];
    const due = '2026-03-16T00:00:00.000Z';
    await one.save(aDispute('a', { wakeAt: due }));
    expect(await other.load('dispute', 'dispute:a')).toBeUndefined();
    expect(await other.all('dispute')).toEqual([]);
    expect(await other.disputes({ by: 'responder', person: '', teams: ['Team North'], open: true })).toEqual(
      [],
    );
    expect(await other.dueToWake(due, 10)).toEqual([]);
    expect(await other.newestChangeAt()).toBeUndefined();
    await one.close();
    await other.close();
  });

  it('makes a container partitioned by authority that indexes what is asked for, not histories', async () => {
    const settings = newPlace();
    await (await openCosmos(settings, 'local')).close();
    const looking = client();
    const { resource } = await looking.database(settings.database).container(settings.container).read();
    looking.dispose();
    expect(resource?.partitionKey?.paths).toEqual(['/authority']);
    const included = resource?.indexingPolicy?.includedPaths?.map(({ path }) => path);
    expect(included).toEqual(expect.arrayContaining(['/authority/?', '/type/?', '/wakeAt/?', '/sendAt/?']));
    expect(resource?.indexingPolicy?.excludedPaths).toContainEqual({ path: '/*' });
  });

  it('refuses a container with another partition key', async () => {
    const settings = newPlace();
    const making = client();
    await making.databases.createIfNotExists({ id: settings.database });
    await making
      .database(settings.database)
      .containers.create({ id: settings.container, partitionKey: { paths: ['/id'] } });
    making.dispose();
    await expect(openCosmos(settings, 'local')).rejects.toThrow(
      'has the partition key /id; the bot needs /authority',
    );
  });

  it.each([
    [401, 'tA==', 'it needs another key'],
    [403, undefined, 'it needs the role Cosmos DB Built-in Data Contributor'],
  ])('says what it needs where the answer is %i', async (status, key, needs) => {
    const closed = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end('{"message":"no"}');
    });
    await new Promise<void>((listening) => {
      closed.listen(0, '127.0.0.1', listening);
    });
    const address = closed.address();
    const endpoint = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
    const asking = new CosmosClient({
      endpoint,
      key: 'tA==',
      connectionPolicy: { enableEndpointDiscovery: false },
    });
    await expect(openCosmos({ ...newPlace(), endpoint, key }, 'local', asking)).rejects.toThrow(needs);
    closed.close();
    closed.closeAllConnections();
  });

  describe('without a key', () => {
    it('creates nothing, and says what is missing', async () => {
      const { key: _, ...settings } = newPlace();
      await expect(openCosmos(settings, 'local', client())).rejects.toThrow(
        `There is no container "${settings.container}" in the database "footprint" of ${cosmos.endpoint}: ` +
          'create it with the partition key /authority.',
      );
      const looking = client();
      const { resources } = await looking.database('footprint').containers.readAll().fetchAll();
      looking.dispose();
      expect(resources.map(({ id }) => id)).not.toContain(settings.container);
    });

    it('uses what is there', async () => {
      const { key, ...settings } = newPlace();
      await (await openCosmos({ ...settings, key }, 'local')).close();
      const store = await openCosmos(settings, 'local', client());
      expect(await store.save(aDispute('a'))).toBe('saved');
      await store.close();
    });
  });
});
