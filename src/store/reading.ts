import type { z } from 'zod';
import type { Dispute } from '../disputes/dispute.js';
import {
  type DisputeQuery,
  type DocumentType,
  type DocumentTypes,
  type Stored,
  documentSchemas,
} from './store.js';

/** Keyed by type, so that who reads a type gets that type back. */
const schemas: { readonly [T in DocumentType]: z.ZodType<DocumentTypes[T]> } = documentSchemas;

/** Checks what was stored. Throws with the document's id and every problem, never with what it says. */
export function readDocument<T extends DocumentType>(type: T, id: string, body: unknown): DocumentTypes[T] {
  const read = schemas[type].safeParse(body);
  if (read.success) return read.data;
  const problems = read.error.issues.map(
    (issue) => `${issue.path.join('.') || 'document'}: ${issue.message}`,
  );
  throw new Error(`The stored ${type} ${id} cannot be read: ${problems.join('; ')}`);
}

/** Cosmos DB takes no id with one of these; both stores refuse it, so that none works on one alone. */
export function checkId(id: string): string {
  if (id === '' || /[/\\?#]/.test(id)) throw new Error(`Not an id for a document: "${id}"`);
  return id;
}

const numbers = new Intl.Collator('en', { numeric: true });

/** D-2026-9999 comes before D-2026-10000, which no ORDER BY knows. */
export function byNumber(disputes: readonly Stored<Dispute>[]): Stored<Dispute>[] {
  return disputes.toSorted((a, b) => numbers.compare(a.document.number, b.document.number));
}

export type Values = Readonly<Record<string, string | number | readonly string[]>>;

type Asked = {
  readonly name:
    | 'disputesByNumber'
    | 'disputesByChild'
    | 'disputesOfIro'
    | 'openDisputesOfIro'
    | 'disputesOfResponder'
    | 'openDisputesOfResponder'
    | 'disputes'
    | 'openDisputes';
  readonly values: Values;
};

/** The name that both stores give the query, and its values. */
export function askFor(query: DisputeQuery): Asked {
  switch (query.by) {
    case 'number':
      return { name: 'disputesByNumber', values: { number: query.number } };
    case 'child':
      return { name: 'disputesByChild', values: { child: query.child } };
    case 'iro':
      return {
        name: query.open ? 'openDisputesOfIro' : 'disputesOfIro',
        values: { iro: query.iro },
      };
    case 'responder':
      return {
        name: query.open ? 'openDisputesOfResponder' : 'disputesOfResponder',
        values: { person: query.person, teams: query.teams },
      };
    case 'everyone':
      return { name: query.open ? 'openDisputes' : 'disputes', values: {} };
  }
}
