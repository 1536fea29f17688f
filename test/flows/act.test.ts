import { randomUUID } from 'node:crypto';
import { act } from '../../src/flows/act.js';
import { importFiles } from '../../src/flows/import.js';
import { raiseDispute } from '../../src/flows/raiseInChat.js';
import type { Person } from '../../src/people/person.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { createClock, portsOver } from '../../src/wiring.js';
import { recordedLog } from '../support/recordedLog.js';

const csv = (name: string, ...lines: string[]) => ({ name, content: Buffer.from(`${lines.join('\n')}\n`) });
const where = { lasting: false, saveAnyway: false };

/** One store without a sweep: nothing happens but what is pressed. */
async function authority() {
  const store = openSqlite(':memory:');
  const clock = createClock('2026-03-02T09:00:00Z');
  const ports = portsOver(store, clock, recordedLog(), () => {});
  const files = {
    people: csv(
      'people.csv',
      'id,name,upn,role,fte',
      ',Ida Reviewer,ida@exampleton.example,iro,1',
      ',Tess Teammanager,tess@exampleton.example,manager,1',
    ),
    teams: csv('teams.csv', 'team,area,team-manager', 'North,North,tess@exampleton.example'),
    allocations: csv(
      'allocations.csv',
      'child,initials,family,iro,team,social_worker',
      '700123,AB,,ida@exampleton.example,North,',
    ),
  };
  await importFiles({ store, now: clock.now(), newId: randomUUID }, files, { dryRun: false });
  const { people } = await ports.directory();
  const find = (word: string): Person => {
    const found = people.find(({ upn }) => upn.startsWith(word));
    if (found === undefined) throw new Error(`there is no ${word}`);
    return found;
  };
  const formId = randomUUID();
  const fields = { child: '700123', kind: 'formal', theme: 'drift', worrying: 'Nothing has begun.' };
  await raiseDispute(ports, find('ida'), { formId, fields, saveAnyway: false }, where);
  const dispute = async () => {
    const stored = await store.load('dispute', `dispute:${formId}`);
    if (stored === undefined) throw new Error('it was not raised');
    return stored.document;
  };
  return { ports, clock, store, find, dispute };
}

describe('a press after the due day, before anybody swept', () => {
  it('does not take the lapse away: it is recorded first, with its nominal date', async () => {
    const { ports, clock, find, dispute } = await authority();
    const { id, turn } = await dispute();
    const acknowledged = { verb: 'acknowledge' as const, dispute: id, seenTurn: turn, fields: {} };
    await act(ports, find('tess'), acknowledged, where);
    clock.move({ to: '2026-03-12T10:00:00Z' });
    const answer = { text: 'The work starts on Monday.' };
    await act(ports, find('tess'), { verb: 'resolve', dispute: id, seenTurn: turn, fields: answer }, where);
    const { status, history } = await dispute();
    expect(status).toBe('answered');
    expect(history.map(({ kind }) => kind)).toEqual([
      'raised',
      'stageEntered',
      'acknowledged',
      'reminderFellDue',
      'noResponse',
      'offered',
    ]);
    expect(history[4]).toMatchObject({ dueOn: '2026-03-09', by: 'clock' });
  });

  it('leaves no lapse where the answer came on the due day itself', async () => {
    const { ports, clock, find, dispute } = await authority();
    const { id, turn } = await dispute();
    clock.move({ to: '2026-03-09T23:59:00Z' });
    const answer = { text: 'The work starts on Monday.' };
    await act(ports, find('tess'), { verb: 'resolve', dispute: id, seenTurn: turn, fields: answer }, where);
    expect((await dispute()).history.map(({ kind }) => kind)).toEqual([
      'raised',
      'stageEntered',
      'reminderFellDue',
      'offered',
    ]);
  });
});

describe('a press', () => {
  it('reads the dispute once and writes it once', async () => {
    const { ports, store, find, dispute } = await authority();
    const { id, turn } = await dispute();
    const calls: string[] = [];
    const counted = {
      ...store,
      load: ((type, each) => {
        calls.push(`load ${type}`);
        return store.load(type, each);
      }) as typeof store.load,
      save: ((document, etag) => {
        calls.push(`save ${document.type}`);
        return store.save(document, etag);
      }) as typeof store.save,
    };
    await act(
      { ...ports, store: counted },
      find('tess'),
      { verb: 'acknowledge', dispute: id, seenTurn: turn, fields: {} },
      where,
    );
    expect(calls).toEqual(['load dispute', 'save dispute']);
  });
});
