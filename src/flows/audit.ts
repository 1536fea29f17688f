import { englishDay } from '../calendar/days.js';
import { auditCard, noticeCard } from '../cards/index.js';
import { mayReadAudit } from '../people/figures.js';
import type { Person } from '../people/person.js';
import type { Audit } from '../store/store.js';
import { words } from '../words/index.js';
import { type Answer, lasting, sceneOf } from './answer.js';
import type { Ports } from './ports.js';
import type { ReportPorts } from './report.js';

const { refused } = words.audit;

/** Who read figures, newest first. That somebody looked is kept too, from the next look on. */
export async function readAudit({ store, now, newId }: ReportPorts, person: string): Promise<Audit[]> {
  const audits = (await store.all('audit')).map(({ document }) => document);
  const today = englishDay(now);
  await store.save({
    id: `audit:${newId()}`,
    type: 'audit',
    shape: 1,
    at: now,
    person,
    what: 'audit',
    read: { how: 'audit', figures: 'audit', from: today, to: today, asAt: today, about: [] },
  });
  return audits.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

export async function listAudit(ports: Ports, person: Person, page: number): Promise<Answer> {
  const scene = await sceneOf(ports);
  if (!mayReadAudit(person, scene.today))
    return lasting(noticeCard({ heading: refused.heading, lines: [refused.line] }));
  const { store, newId } = ports;
  const audits = await readAudit({ store, now: scene.now, newId }, person.id);
  return lasting(auditCard(audits, page, 'audit', scene));
}
