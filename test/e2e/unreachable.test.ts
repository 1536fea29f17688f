import { stage } from './play.js';

const open = stage();

describe('a manager whom the bot cannot reach', () => {
  it.each(['Blocked', 'Not installed'])(
    '%s: the IRO and the lead are told, and the list of the lead has it',
    async (access) => {
      const { person, looksRight } = await open('ida', 'tess', 'lena');
      const [ida, tess, lena] = [person('ida'), person('tess'), person('lena')];
      await tess.lets(access);

      await ida.writes('raise');
      await ida.fills('Child', '700123 (AB)');
      await ida.chooses('Formal');
      await ida.fills('Theme', 'Drift or delay');
      await ida.fills('What is worrying you for this child', 'The work agreed in September has not begun.');
      await ida.presses('Raise');

      await ida.sees(
        'Tess Teammanager has not installed this app, or has blocked it, and has not been told; the lead knows.',
      );
      await lena.sees(
        'Tess Teammanager has not installed this app, or has blocked it, and has not been told.',
      );
      expect(await tess.readsNow('Your answer is needed')).toBe(false);

      await lena.writes('unreachable');
      await lena.sees('1 notice did not get through');
      await looksRight();
    },
  );
});
