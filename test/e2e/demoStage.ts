import type { Browser } from 'playwright-core';
import { readSettings } from '../../src/config.js';
import { startDemo } from '../../src/demo/demo.js';
import { recordedLog } from '../support/recordedLog.js';
import { openBrowser, openPage } from './browser.js';

/** The demo and a browser for the stories of a file. */
export function demoStage() {
  let browser: Browser;
  let demo: Exclude<Awaited<ReturnType<typeof startDemo>>, { problems: unknown }>;
  beforeAll(async () => {
    browser = await openBrowser();
    const started = await startDemo(readSettings({ PORT: '0' }), recordedLog());
    if ('problems' in started) throw new Error(started.problems.join('\n'));
    demo = started;
  });
  afterAll(async () => {
    await browser.close();
    await demo.bot.close();
  });
  return {
    settled: () => demo.bot.settle(),
    /** The page with one person alone, by name. */
    openFor: (name: string, look?: Parameters<typeof openPage>[2]) => {
      const upn = `${name.toLowerCase().replace(' ', '.')}@exampleton.example`;
      const address = (/http\S+/.exec(demo.greeting)?.[0] ?? '').replace(/=.*/, `=${upn}`);
      return openPage(browser, address, look);
    },
  };
}
