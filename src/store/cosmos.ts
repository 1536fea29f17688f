import { type Container, CosmosClient, type CosmosClientOptions, ErrorResponse } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';
import { z } from 'zod';
import { indexedPaths, queries } from './cosmos-sql.js';
import { type Values, askFor, byNumber, checkId, readDocument } from './reading.js';
import type { Document, DocumentType, DocumentTypes, Store, Stored } from './store.js';

export interface CosmosSettings {
  readonly endpoint: string;
  /** Absent: the process's own Entra identity, which creates nothing. */
  readonly key?: string | undefined;
  readonly database: string;
  readonly container: string;
}

const itemSchema = z.looseObject({ id: z.string(), _etag: z.string() });
const idsSchema = z.array(z.object({ id: z.string() }));
const newestSchema = z.object({ changedAt: z.string() });

/**
 * The store in one container of Cosmos DB, in the partition of one authority. With a key, database and container
 * are created where they are missing; without one, what is missing is said in an error. Other errors are the SDK's.
 */
export async function openCosmos(
  settings: CosmosSettings,
  authority: string,
  client: CosmosClient = clientFor(settings),
): Promise<Store> {
  try {
    const container = await openContainer(client, settings);
    return storeIn(container, authority, () => client.dispose());
  } catch (error) {
    client.dispose();
    throw error;
  }
}

function clientFor({ endpoint, key }: CosmosSettings): CosmosClient {
  const { protocol, hostname } = new URL(endpoint);
  const options: CosmosClientOptions = { endpoint };
  if (key === undefined) options.aadCredentials = new DefaultAzureCredential();
  else options.key = key;
  // A local emulator names addresses of its own that need not be reachable.
  if (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    options.connectionPolicy = { enableEndpointDiscovery: false };
  }
  return new CosmosClient(options);
}

async function openContainer(client: CosmosClient, settings: CosmosSettings): Promise<Container> {
  const { endpoint, key, database, container: name } = settings;
  const container = client.database(database).container(name);
  const where = `container "${name}" in the database "${database}" of ${endpoint}`;
  try {
    if (key !== undefined) await createMissing(client, settings);
    const { resource } = await container.read();
    const paths = resource?.partitionKey?.paths ?? [];
    if (paths.join() !== '/authority') {
      throw new Error(`The ${where} has the partition key ${paths.join()}; the bot needs /authority.`);
    }
    return container;
  } catch (cause) {
    if (isStatus(cause, 404)) {
      throw new Error(`There is no ${where}: create it with the partition key /authority.`, { cause });
    }
    if (isStatus(cause, 401) || isStatus(cause, 403)) {
      const needs = key === undefined ? 'the role Cosmos DB Built-in Data Contributor' : 'another key';
      throw new Error(`The bot is not let into the ${where}: it needs ${needs}.`, { cause });
    }
    throw cause;
  }
}

async function createMissing(client: CosmosClient, { database, container }: CosmosSettings): Promise<void> {
  await client.databases.createIfNotExists({ id: database });
  await client.database(database).containers.createIfNotExists({
    id: container,
    partitionKey: { paths: ['/authority'] },
    indexingPolicy: {
      includedPaths: indexedPaths.map((path) => ({ path })),
      excludedPaths: [{ path: '/*' }],
    },
  });
}

function storeIn(container: Container, authority: string, dispose: () => void): Store {
  async function query(sql: string, values: Values) {
    const parameters = Object.entries({ ...values, authority }).map(([name, value]) => ({
      name: `@${name}`,
      value: typeof value === 'object' ? [...value] : value,
    }));
    const { resources } = await container.items
      .query<unknown>({ query: sql, parameters }, { partitionKey: authority })
      .fetchAll();
    return resources;
  }

  async function find<T extends DocumentType>(
    type: T,
    sql: string,
    values: Values,
  ): Promise<Stored<DocumentTypes[T]>[]> {
    return (await query(sql, { ...values, type })).map((item) => stored(type, item));
  }

  async function write(document: Document, etag: string | undefined): Promise<void> {
    const body = { ...document, authority };
    if (etag === undefined) await container.items.create(body);
    else {
      await container
        .item(document.id, authority)
        .replace(body, { accessCondition: { type: 'IfMatch', condition: etag } });
    }
  }

  async function due(sql: string, values: Values): Promise<string[]> {
    return idsSchema.parse(await query(sql, values)).map(({ id }) => id);
  }

  return {
    name: 'Cosmos DB',
    load: async (type, id) => {
      // A missed read does not throw: it answers 404 and no resource.
      const { resource } = await container.item(checkId(id), authority).read<{ id: string }>();
      return resource === undefined ? undefined : stored(type, resource);
    },
    save: async (document, etag) => {
      checkId(document.id);
      try {
        await write(document, etag);
        return 'saved';
      } catch (error) {
        // 409: the id exists. 412: another ETag. 404: what was to be replaced is gone.
        const other = etag === undefined ? [409] : [412, 404];
        if (other.some((status) => isStatus(error, status))) return 'changedMeanwhile';
        throw error;
      }
    },
    all: (type) => find(type, queries.all, {}),
    disputes: async (asked) => {
      const { name, values } = askFor(asked);
      return byNumber(await find('dispute', queries[name], values));
    },
    childrenOfIro: (upn) => find('child', queries.childrenOfIro, { upn }),
    childrenOfTeams: (teams) => find('child', queries.childrenOfTeams, { teams }),
    childrenOfFamily: (family) => find('child', queries.childrenOfFamily, { family }),
    deliveriesAbout: (subject) => find('delivery', queries.deliveriesAbout, { subject }),
    deliveriesToPerson: (person) => find('delivery', queries.deliveriesToPerson, { person }),
    unreachableDeliveries: () => find('delivery', queries.unreachableDeliveries, {}),
    dueToWake: (now, limit) => due(queries.dueToWake, { now, limit }),
    dueToSend: (now, limit) => due(queries.dueToSend, { type: 'delivery', now, limit }),
    newestChangeAt: async () =>
      z.array(newestSchema).parse(await query(queries.newestChangeAt, {}))[0]?.changedAt,
    close: async () => dispose(),
  };
}

/** Takes off what is the store's own: the partition, and the fields that Cosmos DB adds. */
function stored<T extends DocumentType>(type: T, item: unknown): Stored<DocumentTypes[T]> {
  const { _etag: etag, ...fields } = itemSchema.parse(item);
  const body = Object.fromEntries(
    Object.entries(fields).filter(([name]) => name !== 'authority' && !name.startsWith('_')),
  );
  return { document: readDocument(type, fields.id, body), etag };
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof ErrorResponse && error.code === status;
}
