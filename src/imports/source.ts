import type { RefusedWhole } from './text.js';

/** A file to be imported: its bytes, or why they could not be had. */
export interface SourceFile {
  readonly name: string;
  readonly content: Uint8Array | RefusedWhole;
}

/** Each is optional: a service imports what it has. */
export interface SourceFiles {
  readonly policy?: SourceFile | undefined;
  readonly people?: SourceFile | undefined;
  readonly teams?: SourceFile | undefined;
  readonly allocations?: SourceFile | undefined;
  readonly ssda903?:
    | {
        readonly header: SourceFile;
        readonly episodes: SourceFile;
        readonly reviews: SourceFile;
        /** Unaccompanied asylum-seeking children of the year. */
        readonly uasc?: SourceFile | undefined;
      }
    | undefined;
  readonly ssd?: SsdFiles | undefined;
}

/** Extracts of the Standard Safeguarding Dataset: those of reviews are wanted, the others may be missing. */
export interface SsdFiles {
  readonly episodes: SourceFile;
  readonly reviews: SourceFile;
  readonly legalStatuses?: SourceFile | undefined;
  readonly placements?: SourceFile | undefined;
  readonly professionals?: SourceFile | undefined;
  readonly departments?: SourceFile | undefined;
  readonly involvements?: SourceFile | undefined;
  readonly enquiries?: SourceFile | undefined;
  readonly initialConferences?: SourceFile | undefined;
  readonly conferenceReviews?: SourceFile | undefined;
}

export function readSource<T>({ content }: SourceFile, read: (bytes: Uint8Array) => T): T | RefusedWhole {
  return content instanceof Uint8Array ? read(content) : content;
}
