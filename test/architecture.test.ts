import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', 'src');

/** What each room may import: other rooms (from src), `cards` templates, and packages. A room that is not here fails. */
const core = ['zod', 'date-fns', 'node:util'];
const domain = ['words', 'calendar', 'policy', 'people', 'reviews', 'disputes', 'reports'];
const may: Record<string, { rooms: string[]; packages: string[] }> = {
  words: { rooms: [], packages: [] },
  calendar: { rooms: ['words'], packages: [...core, '@date-fns/tz'] },
  policy: { rooms: ['calendar'], packages: core },
  people: { rooms: ['policy', 'calendar'], packages: core },
  reviews: { rooms: ['people', 'policy', 'calendar'], packages: core },
  disputes: { rooms: ['reviews', 'people', 'policy', 'calendar', 'words'], packages: core },
  reports: { rooms: ['disputes', 'reviews', 'people', 'policy', 'calendar'], packages: core },
  imports: {
    rooms: domain,
    packages: [
      'zod',
      'csv-parse',
      'csv-parse/sync',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:util',
    ],
  },
  cards: { rooms: domain, packages: ['zod', 'adaptivecards-templating', 'node:crypto'] },
  exports: { rooms: domain, packages: ['zod'] },
  store: { rooms: domain, packages: ['zod', 'node:crypto', 'node:fs', 'node:fs/promises', 'node:path'] },
  flows: {
    rooms: [...domain, 'cards', 'imports', 'exports', 'store/store.ts'],
    packages: ['zod', 'node:util'],
  },
  outbox: { rooms: [...domain, 'flows', 'cards', 'store/store.ts'], packages: ['zod'] },
  schedule: { rooms: [...domain, 'flows', 'cards', 'store/store.ts'], packages: ['zod'] },
  teams: {
    rooms: [...domain, 'flows', 'cards', 'outbox/sender.ts'],
    packages: [
      'zod',
      'html-to-text',
      'botbuilder',
      'botframework-connector',
      'restify',
      'node:http',
      'node:https',
      'node:net',
      'node:tls',
      'node:stream',
      'node:url',
    ],
  },
  local: {
    rooms: [],
    packages: [
      'zod',
      'node:http',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:stream/promises',
      'node:url',
      'node:crypto',
    ],
  },
};

/** Packages that one file alone may touch. */
const alone: Record<string, string[]> = {
  '@azure/cosmos': ['store/cosmos.ts'],
  '@azure/identity': ['store/cosmos.ts'],
  libsql: ['store/sqlite.ts'],
};

/** Composition roots may import everything, and nobody imports them. */
const roots = ['main.ts', 'wiring.ts', 'cli', 'demo'];
/** Read by every composition root. */
const shared = ['config.ts'];

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll(path.sep, '/'));

const roomOf = (file: string) => file.split('/')[0] ?? file;

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'|\brequire\('([^']+)'\)/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
}

function wrongIn(file: string, imports = importsOf(file)): string[] {
  const room = roomOf(file);
  if (roots.includes(room)) return [];
  const rule = may[room] ?? (shared.includes(file) ? { rooms: domain, packages: ['zod'] } : undefined);
  if (rule === undefined) return [`${file} is in no room that is listed`];
  return imports.flatMap((imported) => {
    if (!imported.startsWith('.')) {
      const owners = alone[imported];
      const allowed = owners === undefined ? rule.packages.includes(imported) : owners.includes(file);
      return allowed ? [] : [`${file} imports ${imported}`];
    }
    const target = path.posix
      .normalize(path.posix.join(path.posix.dirname(file), imported))
      .replace(/\.js$/, '.ts');
    if (target.startsWith('../cards/')) return room === 'cards' ? [] : [`${file} imports a template`];
    const allowed =
      roomOf(target) === room || rule.rooms.includes(roomOf(target)) || rule.rooms.includes(target);
    return allowed ? [] : [`${file} imports ${target}`];
  });
}

describe('the architecture', () => {
  it('has files to look at, and sees their imports', () => {
    expect(files).toContain('disputes/decide.ts');
    expect(importsOf('teams/bot.ts')).toEqual(expect.arrayContaining(['botbuilder', '../flows/press.js']));
    expect(importsOf('store/open.ts').some((imported) => imported.includes('cosmos'))).toBe(true);
  });

  it.each(files)('lets %s import only what its room may', (file) => {
    expect(wrongIn(file)).toEqual([]);
  });

  it('keeps the clock, chance and the network out of the domain', () => {
    const impure =
      /\bDate\.now\(|new Date\(\)|Math\.random\(|randomUUID|process\.|\bfetch\(|setTimeout|node:fs|node:http/;
    const found = files
      .filter((file) => domain.includes(roomOf(file)))
      .filter((file) => impure.test(readFileSync(path.join(root, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it('reads the environment in one file', () => {
    const found = files.filter((file) => /process\.env/.test(readFileSync(path.join(root, file), 'utf8')));
    expect(found).toEqual(['config.ts']);
  });

  it('notices an arrow that points the wrong way', () => {
    expect(wrongIn('disputes/decide.ts', ['../store/store.js'])).toHaveLength(1);
    expect(wrongIn('disputes/decide.ts', ['../reports/report.js'])).toHaveLength(1);
    expect(wrongIn('reports/report.ts', ['../store/store.js'])).toHaveLength(1);
    expect(wrongIn('flows/act.ts', ['../store/sqlite.js'])).toHaveLength(1);
    expect(wrongIn('flows/act.ts', ['botbuilder'])).toHaveLength(1);
    expect(wrongIn('store/sqlite.ts', ['@azure/cosmos'])).toHaveLength(1);
    expect(wrongIn('teams/bot.ts', ['../wiring.js'])).toHaveLength(1);
    expect(wrongIn('gadgets/new.ts', [])).toHaveLength(1);
  });
});
