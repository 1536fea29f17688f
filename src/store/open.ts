import type { CosmosSettings } from './cosmos.js';
import { openSqlite } from './sqlite.js';
import type { Store } from './store.js';

export interface StoreSettings {
  /** Wins over the data file. */
  readonly cosmos?: CosmosSettings | undefined;
  readonly dataFile: string;
  /** The tenant's id, or `local`: one deployment serves one authority. */
  readonly authority: string;
}

export async function openStore({ cosmos, dataFile, authority }: StoreSettings): Promise<Store> {
  if (cosmos === undefined) return openSqlite(dataFile);
  // Loaded only where it is used: the SDK costs a third of a second and 30 MB.
  const { openCosmos } = await import('./cosmos.js');
  return openCosmos(cosmos, authority);
}
