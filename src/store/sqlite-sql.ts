/** Fields lifted out of the body. They are VIRTUAL: nothing is stored twice but in an index. */
const columns = [
  'wakeAt',
  'sendAt',
  'number',
  'iro',
  'team',
  'status',
  'changedAt',
  'family',
  'subject',
  'person',
  'result',
] as const;

/** Columns that an older file lacks are added to it when it is opened; no document is rewritten. */
export const table = {
  create: `CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, etag TEXT NOT NULL, body TEXT NOT NULL)`,
  columns,
  addColumn: (name: string): string =>
    `ALTER TABLE documents ADD COLUMN "${name}" TEXT GENERATED ALWAYS AS (json_extract(body, '$.${name}')) VIRTUAL`,
  rest: `
    CREATE INDEX IF NOT EXISTS byType ON documents (type, id);
    CREATE INDEX IF NOT EXISTS toWake ON documents (wakeAt, id) WHERE wakeAt IS NOT NULL;
    CREATE INDEX IF NOT EXISTS bySendAt ON documents (type, sendAt) WHERE sendAt IS NOT NULL;
    CREATE INDEX IF NOT EXISTS byNumber ON documents (type, number) WHERE number IS NOT NULL;
    CREATE INDEX IF NOT EXISTS byIro ON documents (type, iro, id, status) WHERE iro IS NOT NULL;
    CREATE INDEX IF NOT EXISTS byTeam ON documents (type, team, id, status) WHERE team IS NOT NULL;
    CREATE INDEX IF NOT EXISTS byChange ON documents (type, changedAt) WHERE changedAt IS NOT NULL;
    CREATE INDEX IF NOT EXISTS byFamily ON documents (type, family, id) WHERE family IS NOT NULL;
    CREATE INDEX IF NOT EXISTS bySubject ON documents (type, subject, id) WHERE subject IS NOT NULL;
    CREATE INDEX IF NOT EXISTS byPerson ON documents (type, person, id) WHERE person IS NOT NULL;
    CREATE INDEX IF NOT EXISTS unreachable ON documents (type, id) WHERE result = 'unreachable';
    CREATE INDEX IF NOT EXISTS openDisputes ON documents (type, status) WHERE status <> 'closed';
    CREATE TABLE IF NOT EXISTS mentions (
      what TEXT NOT NULL, value TEXT NOT NULL, dispute TEXT NOT NULL,
      PRIMARY KEY (what, value, dispute)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS mentionsOfDispute ON mentions (dispute);
    CREATE TRIGGER IF NOT EXISTS mentionsOfNew AFTER INSERT ON documents WHEN new.type = 'dispute' BEGIN
      ${insertMentions()}
    END;
    CREATE TRIGGER IF NOT EXISTS mentionsOfChanged AFTER UPDATE ON documents WHEN new.type = 'dispute' BEGIN
      DELETE FROM mentions WHERE dispute = old.id;
      ${insertMentions()}
    END;`,
} as const;

/** No index reaches into an array, so children and people involved are kept beside, by the same statement. */
function insertMentions(): string {
  return `
      INSERT OR IGNORE INTO mentions
        SELECT 'child', json_extract(value, '$.ref'), new.id FROM json_each(new.body, '$.children')
        WHERE json_extract(value, '$.ref') IS NOT NULL;
      INSERT OR IGNORE INTO mentions
        SELECT 'involved', value, new.id FROM json_each(new.body, '$.involved') WHERE value IS NOT NULL;`;
}

const found = 'SELECT id, etag, body FROM documents WHERE';
const openOnly = (sql: string): string => `${sql} AND status <> 'closed'`;

const disputesOfIro = `${found} type = 'dispute' AND iro = @iro`;
const disputesOfResponder = `${found} type = 'dispute' AND id IN (
  SELECT dispute FROM mentions WHERE what = 'involved' AND value = @person
  UNION SELECT id FROM documents WHERE type = 'dispute' AND team IN (SELECT value FROM json_each(@teams)))`;
const disputes = `${found} type = 'dispute'`;

/** Each is carried by an index; a test asks SQLite for its plan. */
export const queries = {
  load: `${found} id = @id`,
  all: `${found} type = @type ORDER BY id`,
  disputesByNumber: `${found} type = 'dispute' AND number = @number`,
  disputesByChild: `${found} id IN (SELECT dispute FROM mentions WHERE what = 'child' AND value = @child)`,
  disputesOfIro,
  openDisputesOfIro: openOnly(disputesOfIro),
  disputesOfResponder,
  openDisputesOfResponder: openOnly(disputesOfResponder),
  disputes,
  openDisputes: openOnly(disputes),
  childrenOfIro: `${found} type = 'child' AND iro = @upn ORDER BY id`,
  childrenOfTeams: `${found} id IN (
    SELECT id FROM documents WHERE type = 'child' AND team IN (SELECT value FROM json_each(@teams))) ORDER BY id`,
  childrenOfFamily: `${found} type = 'child' AND family = @family ORDER BY id`,
  deliveriesAbout: `${found} type = 'delivery' AND subject = @subject ORDER BY id`,
  deliveriesToPerson: `${found} type = 'delivery' AND person = @person ORDER BY id`,
  unreachableDeliveries: `${found} type = 'delivery' AND result = 'unreachable' ORDER BY id`,
  dueToWake: `SELECT id FROM documents WHERE wakeAt <= @now ORDER BY wakeAt LIMIT @limit`,
  dueToSend: `SELECT id FROM documents WHERE type = 'delivery' AND sendAt <= @now ORDER BY sendAt LIMIT @limit`,
  newestChangeAt: `SELECT max(changedAt) AS newest FROM documents WHERE type IN ('dispute', 'good-practice') AND changedAt IS NOT NULL`,
} as const;

export const writes = {
  create: `INSERT INTO documents (id, type, etag, body) VALUES (@id, @type, @etag, @body) ON CONFLICT (id) DO NOTHING`,
  replace: `UPDATE documents SET etag = @etag, body = @body WHERE id = @id AND type = @type AND etag = @seen`,
} as const;
