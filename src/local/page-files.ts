import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

/** Beside this file, in the source as in the build: the build copies the folder and fills `vendor`. */
const pageFolder = join(__dirname, 'page');

/** Where the renderer comes from while nothing is built. Only these files are ever served from there. */
const packages: Record<string, string> = {
  'adaptivecards.min.js': 'adaptivecards/dist/adaptivecards.min.js',
  'markdown-it.umd.min.js': 'markdown-it/browser',
};

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The file of a name such as `app.js` or `vendor/adaptivecards.min.js`; undefined when it is none of ours. */
function fileOf(path: string[]): string | undefined {
  const [first = 'index.html', second, ...more] = path;
  if (more.length > 0 || !path.every((part) => /^[a-z][\w-]*(\.[\w-]+)*$/i.test(part))) return undefined;
  const file = join(pageFolder, first, ...(second === undefined ? [] : [second]));
  if (existsSync(file)) return file;
  const vendor = first === 'vendor' && second !== undefined ? packages[second] : undefined;
  return vendor === undefined ? undefined : require.resolve(vendor);
}

/** Answers with a file of the page. False when there is none of that name. */
export async function sendPageFile(response: ServerResponse, path: string[]): Promise<boolean> {
  const file = fileOf(path);
  const type = file === undefined ? undefined : types[extname(file)];
  if (file === undefined || type === undefined) return false;
  const content = await readFile(file);
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': content.length,
    'Content-Security-Policy': policy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(content);
  return true;
}
