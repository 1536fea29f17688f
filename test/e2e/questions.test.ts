import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { personAt } from './atThePage.js';
import { axeFinds } from './axe.js';
import { overflowing } from './browser.js';
import { demoStage } from './demoStage.js';

/** What anybody may ask for; each is told what is theirs, or whose it is. */
const questions = [
  'caseload',
  'timeliness 2016/17',
  'timeliness',
  'participation last quarter',
  'participation',
  'disputes since April',
  'themes 2015/16',
  'themes',
  'stages',
  'response times',
  'late reviews',
  'records',
  'outcomes',
  'compare 2015/16 2016/17',
  'compare 2024/25 2025/26',
  'caseload by team',
  'timeliness by area',
  'disputes by IRO',
  'by team',
  'by area',
  'by IRO',
  'my caseload',
  'my disputes',
  'my timeliness',
  'my team',
  'timelyness 2025/26',
  'timeliness Amara Iroby',
];
const wide = { width: 900, height: 1400 };
const narrow = { width: 320, height: 1400 };
const readers = [
  ['an IRO', 'Amara Iroby', { ...narrow, theme: 'light' }],
  ['a team manager', 'Tess Teamby', { ...narrow, theme: 'dark' }],
  ['a lead', 'Lena Leadwell', { ...wide, theme: 'dark' }],
  ['a lead on a phone', 'Lena Leadwell', { ...narrow, theme: 'light' }],
  ['business support', 'Adele Adminby', { ...wide, theme: 'light' }],
] as const;
/** Where to put a picture and the words of each answer, to be looked at and read aloud; by default nowhere. */
const folder = process.env['ANSWERS_FOLDER'];

describe('every question about figures in the demo', () => {
  const { settled, openFor } = demoStage();

  it.each(readers)(
    'is answered to %s by a card that can be read, seen and heard',
    async (role, name, look) => {
      const { page, troubles } = await openFor(name, look);
      const person = personAt(page, name, settled);
      const typed = person.column.locator('.message.person');
      await person.column.locator('form.card').first().waitFor();
      // The demo has written something for everybody already.
      const before = await typed.count();
      for (const [n, question] of questions.entries()) {
        // The first card below the question: nothing else is posted once the demo has settled.
        const asked = typed.nth(before + n);
        const answer = asked.locator('xpath=following-sibling::li').locator('form.card').first();
        await person.writes(question);
        await asked.getByText(question, { exact: true }).waitFor();
        await answer.waitFor();
        const chart = answer.getByRole('figure');
        const bars = (await chart.count()) === 0 ? [] : await chart.getByRole('listitem').allInnerTexts();
        if (bars.length > 0) await answer.getByRole('button', { name: 'As a table', exact: true }).click();
        const heard = await answer.ariaSnapshot();
        // What is drawn is in the table too, and nothing comes from where no words were found.
        const labels = bars.map((bar) => (bar.split('\n')[0] ?? '').trim());
        expect([question, labels.filter((label) => !heard.includes(`cell "${label}"`))]).toEqual([
          question,
          [],
        ]);
        expect(heard).not.toMatch(/undefined|NaN|null|\[object|\$\{|Something went wrong/);
        if (folder === undefined) continue;
        mkdirSync(folder, { recursive: true });
        const file = path.join(
          folder,
          `${role} ${String(n).padStart(2, '0')} ${question.replaceAll('/', '-')}`,
        );
        await answer.screenshot({ path: `${file}.png` });
        writeFileSync(`${file}.txt`, heard);
      }
      expect(await axeFinds(page)).toEqual([]);
      expect(await overflowing(page)).toEqual([]);
      expect(troubles).toEqual([]);
      await page.close();
    },
    120_000,
  );
});
