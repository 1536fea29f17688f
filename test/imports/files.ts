import { importFiles } from '../../src/flows/import.js';
import type { FileResult } from '../../src/imports/report.js';
import type { SourceFile, SourceFiles } from '../../src/imports/source.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';

export const now = '2026-03-02T09:00:00.000Z';

/** A file of these lines. */
export const csv = (name: string, ...lines: string[]): SourceFile => ({
  name,
  content: Buffer.from(`${lines.join('\n')}\n`),
});

export const people = (...rows: string[]) => csv('people.csv', 'id,name,upn,role,fte', ...rows);
export const allocations = (...rows: string[]) =>
  csv('allocations.csv', 'child,initials,family,iro,team,social_worker', ...rows);
export const teams = (...rows: string[]) =>
  csv('teams.csv', 'team,area,team-manager,operations-manager,assistant-director,director', ...rows);

/** One year's return, of these rows. */
export const ssda903 = (rows: {
  header?: string[];
  episodes?: string[];
  reviews?: string[];
  uasc?: string[];
}) => ({
  ...(rows.uasc === undefined ? {} : { uasc: csv('uasc.csv', 'CHILD,SEX,DOB,DUC', ...rows.uasc) }),
  header: csv('header.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...(rows.header ?? [])),
  episodes: csv(
    'episodes.csv',
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
    ...(rows.episodes ?? []),
  ),
  reviews: csv('reviews.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE', ...(rows.reviews ?? [])),
});

/** Extracts of the Standard Safeguarding Dataset, of these rows. */
export const ssd = (rows: { episodes?: string[]; reviews?: string[] }) => ({
  episodes: csv(
    'ssd_cla_episodes.csv',
    'clae_cla_episode_id,clae_person_id,clae_cla_id,clae_cla_episode_start_date',
    ...(rows.episodes ?? []),
  ),
  reviews: csv(
    'ssd_cla_reviews.csv',
    'clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation',
    ...(rows.reviews ?? []),
  ),
});

/** An authority whose store is empty, and what an import into it says of each file. */
export function emptyAuthority(): {
  readonly store: Store;
  readonly read: (files: SourceFiles, how?: { dryRun?: boolean; at?: string }) => Promise<FileResult[]>;
} {
  const store = openSqlite(':memory:');
  let ids = 0;
  return {
    store,
    read: (files, { dryRun = false, at = now } = {}) =>
      importFiles({ store, now: at, newId: () => `p${++ids}` }, files, { dryRun }),
  };
}
