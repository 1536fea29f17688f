import { type CosmosSettings, openCosmos } from './cosmos.js';
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
  return cosmos === undefined ? openSqlite(dataFile) : openCosmos(cosmos, authority);
}
