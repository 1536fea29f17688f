import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codedError } from './errorCode.js';
import type { ImportOptions } from './import.js';
import type { SourceFile, SourceFiles } from '../imports/source.js';
import { type RefusedWhole, largestFile, refuseWhole } from '../imports/text.js';

/** The files that the options name. One that cannot be read is refused whole, and the others are read. */
export async function readSources(options: ImportOptions): Promise<SourceFiles> {
  return {
    policy: await readNamed(options.policy),
    people: await readNamed(options.people),
    teams: await readNamed(options.teams),
    allocations: await readNamed(options.allocations),
    ssda903: options.ssda903 === undefined ? undefined : await readReturn(options.ssda903),
  };
}

async function readNamed(path: string | undefined): Promise<SourceFile | undefined> {
  return path === undefined ? undefined : readSourceFile(path);
}

async function readReturn(folder: string): Promise<NonNullable<SourceFiles['ssda903']>> {
  const names = await namesIn(folder);
  const one = async (name: string): Promise<SourceFile> => {
    if (!Array.isArray(names)) return { name, content: names };
    const found = names.find((each) => each.toLowerCase() === name);
    if (found === undefined) return { name, content: refuseWhole(`it is not in ${folder}`) };
    return { ...(await readSourceFile(join(folder, found))), name };
  };
  return {
    header: await one('header.csv'),
    episodes: await one('episodes.csv'),
    reviews: await one('reviews.csv'),
  };
}

async function namesIn(folder: string): Promise<string[] | RefusedWhole> {
  try {
    return await readdir(folder);
  } catch (error) {
    return unreadable(folder, error);
  }
}

async function readSourceFile(path: string): Promise<SourceFile> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > largestFile) return { name, content: refuseWhole('the file is over 50 MB') };
    return { name, content: await readFile(path) };
  } catch (error) {
    return { name, content: unreadable(path, error) };
  }
}

function unreadable(path: string, error: unknown): RefusedWhole {
  switch (codedError(error)?.code) {
    case 'ENOENT':
      return refuseWhole(`there is no ${path}`);
    case 'ENOTDIR':
      return refuseWhole(`${path} is no folder`);
    case 'EISDIR':
      return refuseWhole(`${path} is a folder`);
    case 'EACCES':
    case 'EPERM':
      return refuseWhole(`${path} may not be read`);
  }
  throw error;
}
