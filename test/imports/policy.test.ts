import { emptyAuthority } from './files.js';

const policy = (text: string) => ({ policy: { name: 'policy.json', content: Buffer.from(text) } });

describe('importing the policy', () => {
  it('is one row: added, the same, changed', async () => {
    const { store, read } = emptyAuthority();
    expect(await read(policy('{"preset":"hampshire"}'))).toMatchObject([{ added: 1, changed: 0, same: 0 }]);
    expect(await read(policy('{"preset":"hampshire"}'))).toMatchObject([{ added: 0, changed: 0, same: 1 }]);
    expect(await read(policy('{"preset":"hampshire","label":"alert"}'))).toMatchObject([{ changed: 1 }]);
    expect((await store.load('policy', 'policy'))?.document.policy).toMatchObject({ label: 'alert' });
  });

  it('lists every problem, and saves nothing', async () => {
    const { store, read } = emptyAuthority();
    const [result] = await read(policy('{"morningHour":"8am","totalWorkingDays":0,"colour":"red"}'));
    expect(result).toMatchObject({ readable: false, added: 0 });
    const reasons = result?.refused.map(({ reason }) => reason).join('\n');
    expect(reasons).toContain('morningHour: ');
    expect(reasons).toContain('totalWorkingDays: ');
    expect(reasons).toContain('colour');
    expect(await store.load('policy', 'policy')).toBeUndefined();
  });

  it.each(['', '{', '[]', 'null', '"ealing"'])('refuses %j, which is no policy', async (text) => {
    const { read } = emptyAuthority();
    expect(await read(policy(text))).toMatchObject([{ readable: false, refused: [{ line: 1 }] }]);
  });

  it('warns of stages that add up to more than the total', async () => {
    const { read } = emptyAuthority();
    expect(await read(policy('{"totalWorkingDays":15}'))).toMatchObject([
      { added: 1, warned: [{ line: 1, reason: expect.stringContaining('add up to 20 working days') }] },
    ]);
  });
});
