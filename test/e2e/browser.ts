import { type Browser, chromium, type Page } from 'playwright-core';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    // The names of days and months in date fields are the browser's own, whatever the page's language.
    env: { ...process.env, LANGUAGE: 'en_GB' },
    args: [
      '--no-sandbox',
      '--lang=en-GB',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** A phone, a tablet or half a screen, and a laptop. */
const widths = [320, 900, 1280];

/** A page that keeps what the browser complained of. Its stream of changes never ends, so nothing waits for a quiet network. */
export async function openPage(
  browser: Browser,
  address: string,
  { width = 1280, height = 900, theme = 'light' } = {},
) {
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(15_000);
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', ({ message }) => troubles.push(message));
  await page.goto(`${address}&theme=${theme}`, { waitUntil: 'domcontentloaded' });
  return { page, troubles };
}

/** What is wider than its place: the page, a chat, a card, or the words of a button. Runs in the page. */
function tooWide(): string[] {
  const wide = [...document.querySelectorAll('html, .messages, form.card, button')].filter(
    (each) => each.checkVisibility() && each.scrollWidth > each.clientWidth,
  );
  return wide.map((each) => `${each.tagName} ${each.className} "${(each.textContent ?? '').slice(0, 40)}"`);
}

/** Looks at everybody's chat as it stands at every width, and gives back the width that was. */
export async function overflowing(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const tabs = await page.getByRole('navigation', { name: 'Person shown' }).getByRole('button').all();
    // Where one column alone has room, each is looked at in turn.
    const looks = tabs.length === 0 ? [undefined] : tabs;
    for (const tab of looks) {
      await tab?.click();
      found.push(...(await page.evaluate(tooWide)).map((each) => `${width} px: ${each}`));
    }
  }
  if (before !== null) await page.setViewportSize(before);
  return found;
}
