import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codedError } from './errorCode.js';
import type { SourceFile, SourceFiles } from '../imports/source.js';
import { type RefusedWhole, largestFile, refuseWhole } from '../imports/text.js';

/** Where the files are. */
export interface ImportPaths {
  readonly people?: string | undefined;
  readonly teams?: string | undefined;
  readonly allocations?: string | undefined;
  readonly ssda903?: string | undefined;
  readonly ssd?: string | undefined;
  readonly policy?: string | undefined;
}

/** The files that are named. One that cannot be read is refused whole, and the others are read. */
export async function readSources(paths: ImportPaths): Promise<SourceFiles> {
  return {
    policy: await readNamed(paths.policy),
    people: await readNamed(paths.people),
    teams: await readNamed(paths.teams),
    allocations: await readNamed(paths.allocations),
    ssda903: paths.ssda903 === undefined ? undefined : await readReturn(paths.ssda903),
    ssd: paths.ssd === undefined ? undefined : await readExtracts(paths.ssd),
  };
}

async function readNamed(path: string | undefined): Promise<SourceFile | undefined> {
  return path === undefined ? undefined : readSourceFile(path);
}

async function readReturn(folder: string): Promise<NonNullable<SourceFiles['ssda903']>> {
  const one = await filesIn(folder);
  return {
    header: await one('header.csv'),
    episodes: await one('episodes.csv'),
    reviews: await one('reviews.csv'),
    uasc: await one('uasc.csv', 'optional'),
  };
}

async function readExtracts(folder: string): Promise<NonNullable<SourceFiles['ssd']>> {
  const one = await filesIn(folder);
  return {
    episodes: await one('ssd_cla_episodes.csv'),
    reviews: await one('ssd_cla_reviews.csv'),
    legalStatuses: await one('ssd_legal_status.csv', 'optional'),
    placements: await one('ssd_cla_placement.csv', 'optional'),
    professionals: await one('ssd_professionals.csv', 'optional'),
    departments: await one('ssd_department.csv', 'optional'),
    involvements: await one('ssd_involvements.csv', 'optional'),
    enquiries: await one('ssd_s47_enquiry.csv', 'optional'),
    initialConferences: await one('ssd_initial_cp_conference.csv', 'optional'),
    conferenceReviews: await one('ssd_cp_reviews.csv', 'optional'),
  };
}

/** One file of a folder by its name, whatever its case; one that is optional may be missing. */
interface OneOf {
  (name: string): Promise<SourceFile>;
  (name: string, needed: 'optional'): Promise<SourceFile | undefined>;
}

async function filesIn(folder: string): Promise<OneOf> {
  const names = await namesIn(folder);
  async function one(name: string): Promise<SourceFile>;
  async function one(name: string, needed: 'optional'): Promise<SourceFile | undefined>;
  async function one(name: string, needed?: 'optional'): Promise<SourceFile | undefined> {
    if (!Array.isArray(names)) return needed === undefined ? { name, content: names } : undefined;
    const found = names.find((each) => each.toLowerCase() === name);
    if (found !== undefined) return { ...(await readSourceFile(join(folder, found))), name };
    return needed === undefined ? { name, content: refuseWhole(`it is not in ${folder}`) } : undefined;
  }
  return one;
}

async function namesIn(folder: string): Promise<string[] | RefusedWhole> {
  try {
    return await readdir(folder);
  } catch (error) {
    return unreadable(folder, error);
  }
}

/** One file; where it cannot be read, why. */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > largestFile) return { name, content: refuseWhole('the file is over 50 MB') };
    return { name, content: await readFile(path) };
  } catch (error) {
    return { name, content: unreadable(path, error) };
  }
}

/** What a person can mend; any other error is a fault of the machine, and thrown. */
const reasons: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `there is no ${path}`,
  ENOTDIR: (path) => `${path} is no folder`,
  EISDIR: (path) => `${path} is a folder`,
  EACCES: (path) => `${path} may not be read`,
  EPERM: (path) => `${path} may not be read`,
};

function unreadable(path: string, error: unknown): RefusedWhole {
  const reason = reasons[codedError(error)?.code ?? ''];
  if (reason === undefined) throw error;
  return refuseWhole(reason(path));
}
