import { createHttpServer } from '@vercel/cosmosdb-server';

export interface RunningCosmos {
  readonly endpoint: string;
  readonly key: string;
  stop(): Promise<void>;
}

/** An emptied Cosmos DB in this process, over HTTP on a port of its own. It keeps no index and heeds no key. */
export async function startCosmos(): Promise<RunningCosmos> {
  const server = createHttpServer();
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    key: Buffer.from('a key for tests').toString('base64'),
    stop: () =>
      new Promise<void>((stopped, failed) => {
        server.close((error) => (error === undefined ? stopped() : failed(error)));
        server.closeAllConnections();
      }),
  };
}
