import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { personAt } from './atThePage.js';
import { openBrowser, openPage, overflowing } from './browser.js';

const root = path.join(__dirname, '../..');

/** What `npm run demo` starts once it is built, on a free port, and all that it says at its start. */
async function startDemo(): Promise<{ demo: ChildProcess; said: string }> {
  const demo = spawn(process.execPath, ['dist/src/demo/main.js'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const part of demo.stdout.iterator({ destroyOnReturn: false })) {
    said += String(part);
    if (said.includes('Ctrl+C to stop')) break;
  }
  return { demo, said };
}

describe('the demo', () => {
  let browser: Browser;
  let demo: ChildProcess;
  let said: string;
  beforeAll(async () => {
    browser = await openBrowser();
    ({ demo, said } = await startDemo());
  });
  afterAll(async () => {
    demo.kill('SIGKILL');
    await browser.close();
  });

  it('prints one address, where an IRO and a team manager have their cards', async () => {
    const addresses = said.match(/https?:\/\/\S+/g) ?? [];
    expect(addresses).toHaveLength(1);
    const { page, troubles } = await openPage(browser, addresses[0] ?? '');
    const settled = async () => {};
    const iro = personAt(page, 'Amara Iroby', settled);
    const manager = personAt(page, 'Tess Teamby', settled);
    await iro.sees('4 open disputes');
    await iro.sees('Answer received: is it resolved?');
    await manager.sees('4 open disputes');
    await manager.sees('Your answer is needed today, Tue 10 Mar.');
    expect(await overflowing(page)).toEqual([]);

    await page.getByRole('button', { name: 'People', exact: true }).click();
    await page.getByLabel('Lena Leadwell').check();
    await personAt(page, 'Lena Leadwell', settled).sees('Welcome to IRO Footprint');
    expect(troubles).toEqual([]);
  });

  it('stops when it is told to', async () => {
    demo.kill('SIGTERM');
    const [code] = await once(demo, 'exit');
    expect(code).toBe(0);
  });
});
