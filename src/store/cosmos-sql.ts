/** What the container indexes: what the queries below ask for, and nothing of histories or facts. */
export const indexedPaths = [
  '/authority/?',
  '/type/?',
  '/wakeAt/?',
  '/sendAt/?',
  '/number/?',
  '/iro/?',
  '/team/?',
  '/status/?',
  '/changedAt/?',
  '/family/?',
  '/subject/?',
  '/person/?',
  '/result/?',
  '/involved/[]/?',
  '/children/[]/ref/?',
] as const;

// The partition is named in the SQL as well as in the option: not every server that speaks this heeds the option.
const everyType = 'SELECT * FROM c WHERE c.authority = @authority';
const found = `${everyType} AND c.type = @type`;
const openOnly = (sql: string): string => `${sql} AND c.status != 'closed'`;

const disputesOfIro = `${found} AND c.iro = @iro`;
const disputesOfResponder = `${found} AND (ARRAY_CONTAINS(@teams, c.team) OR ARRAY_CONTAINS(c.involved, @person))`;

/** One ORDER BY path each: two would need a composite index in the container. */
export const queries = {
  all: `${found} ORDER BY c.id`,
  disputesByNumber: `${found} AND c.number = @number`,
  disputesByChild: `${found} AND EXISTS (SELECT VALUE k FROM k IN c.children WHERE k.ref = @child)`,
  disputesOfIro,
  openDisputesOfIro: openOnly(disputesOfIro),
  disputesOfResponder,
  openDisputesOfResponder: openOnly(disputesOfResponder),
  disputes: found,
  openDisputes: openOnly(found),
  childrenOfIro: `${found} AND c.iro = @upn ORDER BY c.id`,
  childrenOfTeams: `${found} AND ARRAY_CONTAINS(@teams, c.team) ORDER BY c.id`,
  childrenOfFamily: `${found} AND c.family = @family ORDER BY c.id`,
  deliveriesAbout: `${found} AND c.subject = @subject ORDER BY c.id`,
  deliveriesToPerson: `${found} AND c.person = @person ORDER BY c.id`,
  unreachableDeliveries: `${found} AND c.result = 'unreachable' ORDER BY c.id`,
  dueToWake: `${limited(everyType)} AND c.wakeAt <= @now ORDER BY c.wakeAt`,
  dueToSend: `${limited(found)} AND c.sendAt <= @now ORDER BY c.sendAt`,
  newestChangeAt:
    "SELECT TOP 1 c.changedAt FROM c WHERE c.authority = @authority AND c.type IN ('dispute', 'good-practice') ORDER BY c.changedAt DESC",
} as const;

function limited(sql: string): string {
  return sql.replace('SELECT *', 'SELECT TOP @limit c.id');
}
