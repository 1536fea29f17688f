import { importFiles } from '../../src/flows/import.js';
import type { FileResult } from '../../src/imports/report.js';
import type { SourceFile, SourceFiles, SsdFiles } from '../../src/imports/source.js';
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

const ssdHeaders = {
  episodes: [
    'ssd_cla_episodes.csv',
    'clae_cla_episode_id,clae_person_id,clae_cla_id,clae_cla_episode_start_date',
  ],
  /** Episodes with all that makes periods of care. */
  care: [
    'ssd_cla_episodes.csv',
    'clae_cla_episode_id,clae_person_id,clae_cla_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_episode_ceased,clae_cla_episode_ceased_reason',
  ],
  reviews: [
    'ssd_cla_reviews.csv',
    'clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation',
  ],
  legalStatuses: [
    'ssd_legal_status.csv',
    'lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date',
  ],
  placements: [
    'ssd_cla_placement.csv',
    'clap_cla_placement_id,clap_cla_id,clap_person_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_placement_end_date',
  ],
  professionals: [
    'ssd_professionals.csv',
    'prof_professional_id,prof_staff_id,prof_professional_name,prof_professional_job_title',
  ],
  departments: ['ssd_department.csv', 'dept_team_id,dept_team_name'],
  involvements: [
    'ssd_involvements.csv',
    'invo_involvements_id,invo_person_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_involvement_start_date,invo_involvement_end_date',
  ],
  enquiries: ['ssd_s47_enquiry.csv', 's47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date'],
  initialConferences: [
    'ssd_initial_cp_conference.csv',
    'icpc_icpc_id,icpc_person_id,icpc_s47_enquiry_id,icpc_cp_plan_id,icpc_icpc_transfer_in,icpc_icpc_target_date,icpc_icpc_date,icpc_icpc_outcome_cp_flag',
  ],
  conferenceReviews: [
    'ssd_cp_reviews.csv',
    'cppr_cp_review_id,cppr_person_id,cppr_cp_plan_id,cppr_cp_review_due,cppr_cp_review_date,cppr_cp_review_outcome_continue_cp',
  ],
} as const satisfies Record<string, readonly [name: string, header: string]>;

const extract = (name: keyof typeof ssdHeaders, rows: readonly string[]) =>
  csv(ssdHeaders[name][0], ssdHeaders[name][1], ...rows);

/** Extracts of the Standard Safeguarding Dataset, of these rows; those that may be missing are, where they are not named. */
export function ssd(rows: Partial<Record<keyof typeof ssdHeaders, readonly string[]>>): SsdFiles {
  const { episodes = [], care, reviews = [], ...others } = rows;
  return {
    episodes: care === undefined ? extract('episodes', episodes) : extract('care', care),
    reviews: extract('reviews', reviews),
    ...(others.legalStatuses && { legalStatuses: extract('legalStatuses', others.legalStatuses) }),
    ...(others.placements && { placements: extract('placements', others.placements) }),
    ...(others.professionals && { professionals: extract('professionals', others.professionals) }),
    ...(others.departments && { departments: extract('departments', others.departments) }),
    ...(others.involvements && { involvements: extract('involvements', others.involvements) }),
    ...(others.enquiries && { enquiries: extract('enquiries', others.enquiries) }),
    ...(others.initialConferences && {
      initialConferences: extract('initialConferences', others.initialConferences),
    }),
    ...(others.conferenceReviews && {
      conferenceReviews: extract('conferenceReviews', others.conferenceReviews),
    }),
  };
}

/** An authority whose store is empty, and what an import into it says of each file. */
export function emptyAuthority(): {
  readonly store: Store;
  readonly read: (
    files: SourceFiles,
    how?: { dryRun?: boolean; complete?: boolean; at?: string },
  ) => Promise<FileResult[]>;
} {
  const store = openSqlite(':memory:');
  let ids = 0;
  return {
    store,
    read: (files, { dryRun = false, complete = false, at = now } = {}) =>
      importFiles({ store, now: at, newId: () => `p${++ids}` }, files, { dryRun, complete }),
  };
}
