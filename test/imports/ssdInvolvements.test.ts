import { allocations, csv, emptyAuthority, ssd, ssda903, teams } from './files.js';
import { currentAllocation } from '../../src/reviews/allocation.js';
import { reassigned } from '../../src/reviews/reassigned.js';

const people = csv(
  'people.csv',
  'id,name,upn,role,fte,staff_id',
  ',Ada Okoro,ada@test.example,iro,1,S-1',
  ',Ben Mills,ben@test.example,iro,1,',
  ',Cy Twin,cy1@test.example,iro,1,',
  ',Cy Twin,cy2@test.example,iro,1,',
  ',Dee Social,dee@test.example,manager,1,',
);
/** A child whom only a return knows. */
const aReturn = ssda903({ header: ['700123,1,09/05/2010,WBRI,,,'] });
const professionals = [
  'P1,s-1,Somebody Else,',
  'P2,,"MILLS, Ben",',
  'P3,,Cy Twin,',
  'P4,ben@test.example,,',
  'P5,,Eve Worker,',
  'P6,,Dee Social,',
];

function aService() {
  const { store, read } = emptyAuthority();
  return {
    store,
    lists: async (...rows: string[]) =>
      read({
        people,
        teams: teams('North 1,North,dee@test.example,,,'),
        ssda903: aReturn,
        ...(rows.length > 0 && { allocations: allocations(...rows) }),
      }),
    involvements: async (...involvements: string[]) =>
      (await read({ ssd: ssd({ professionals, departments: ['D1,north 1'], involvements }) })).at(-1),
    allocation: async () => {
      const child = (await store.load('child', 'child:700123'))!.document;
      return { iro: child.iro, is: currentAllocation(child) };
    },
  };
}

describe('who works with a child, by the case system', () => {
  it.each([
    ['the staff id of the list, whatever the name', 'P1', 'ada@test.example'],
    ['the name that one person has, in either order', 'P2', 'ben@test.example'],
    ['a staff id that is the upn', 'P4', 'ben@test.example'],
  ])('finds the IRO by %s', async (_, professional, upn) => {
    const service = aService();
    await service.lists();
    const result = await service.involvements(
      `I1,700123,${professional},Independent Reviewing Officer,D1,2025-05-01,`,
    );
    expect(result).toMatchObject({ added: 1, refused: [], warned: [] });
    expect(await service.allocation()).toMatchObject({
      iro: upn,
      is: { source: 'ssd', iro: upn, from: '2025-05-01', initials: '' },
    });
  });

  it.each(['P3', 'P5', 'P99'])('takes nobody where it cannot tell who is meant: %s', async (professional) => {
    const service = aService();
    await service.lists();
    const result = await service.involvements(`I1,700123,${professional},IRO,D1,2025-05-01,`);
    expect(result?.warned).toEqual([
      {
        line: 2,
        reason: `the IRO of 700123, ${professional}, is nobody on the list of people, by staff id or name`,
      },
    ]);
    expect((await service.allocation()).iro).toBeUndefined();
  });

  it('has the social worker and the team of whoever is allocated; others are nobody here', async () => {
    const service = aService();
    await service.lists();
    await service.involvements(
      'I1,700123,P1,REL.IRO,,2025-05-01,',
      'I2,700123,P5,Allocated Case Worker,D1,2025-06-01,',
      'I3,700123,P2,GP,D9,2025-07-01,',
    );
    expect((await service.allocation()).is).toMatchObject({
      iro: 'ada@test.example',
      team: 'North 1',
      socialWorker: 'Eve Worker',
    });
  });

  it('is whoever began last, of those whose time has not ended', async () => {
    const service = aService();
    await service.lists();
    await service.involvements(
      'I1,700123,P2,IRO,D1,2024-05-01,2025-05-01',
      'I2,700123,P1,IRO,D1,2025-05-01,',
      'I3,700123,P2,IRO,D1,2025-02-01,',
      'I4,700123,P2,IRO,D1,2026-05-01,',
    );
    expect((await service.allocation()).iro).toBe('ada@test.example');
  });

  it('is nobody once the last one’s time has ended, and stays with a row that is gone', async () => {
    const service = aService();
    await service.lists();
    await service.involvements('I1,700123,P1,IRO,D1,2025-05-01,');
    await service.involvements('I9,700123,P5,Social Worker,D1,2025-05-01,');
    expect(await service.allocation()).toMatchObject({
      iro: 'ada@test.example',
      is: { from: '2025-05-01', socialWorker: 'Eve Worker' },
    });
    await service.involvements('I1,700123,P1,IRO,D1,2025-05-01,2026-02-27');
    expect(await service.allocation()).toEqual({ iro: undefined, is: undefined });
  });

  it('gives way to the service’s own list, and says where they differ', async () => {
    const service = aService();
    await service.lists('700123,AB,,ben@test.example,North 1,');
    const result = await service.involvements(
      'I1,700123,P1,IRO,D1,2025-05-01,',
      'I2,700123,P5,Social Worker,D1,2025-05-01,',
    );
    expect(result?.warned).toEqual([
      {
        line: 2,
        reason:
          'the IRO of 700123 is ada@test.example in the case system and ben@test.example in the allocations: ' +
          'the allocations decide',
      },
    ]);
    // The social worker is whom the list does not say.
    expect(await service.allocation()).toMatchObject({
      iro: 'ben@test.example',
      is: { source: 'allocations', iro: 'ben@test.example', initials: 'AB', socialWorker: 'Eve Worker' },
    });
    await service.lists('700123,AB,,ben@test.example,North 1,Flo Helper');
    expect((await service.allocation()).is).toMatchObject({ socialWorker: 'Flo Helper' });
  });

  it('says what the list says where a lead has given the child to somebody else, and nothing where no list has it', async () => {
    const line = (own: string) =>
      `the IRO of 700123 is ada@test.example in the case system and ${own} in the allocations: the allocations decide`;
    const gives = async ({ store }: ReturnType<typeof aService>, to: string) => {
      const stored = (await store.load('child', 'child:700123'))!;
      const child = reassigned(stored.document, { to, by: 'person:lead', at: '2026-02-27T09:00:00.000Z' });
      expect(await store.save(child!, stored.etag)).toBe('saved');
    };
    const rows = ['I1,700123,P1,IRO,D1,2025-05-01,'];
    const onList = aService();
    await onList.lists('700123,AB,,ben@test.example,North 1,');
    await gives(onList, 'cy1@test.example');
    expect((await onList.involvements(...rows))?.warned).toEqual([
      { line: 2, reason: line('ben@test.example') },
    ]);

    const onNone = aService();
    await onNone.lists();
    await onNone.involvements(...rows);
    await gives(onNone, 'ben@test.example');
    expect((await onNone.involvements(...rows))?.warned).toEqual([]);
  });

  it('changes nothing a second time, nor when the list is read in between', async () => {
    const service = aService();
    await service.lists('700123,AB,,ben@test.example,North 1,');
    const rows = ['I1,700123,P1,IRO,D1,2025-05-01,', 'I2,700123,P5,Social Worker,D1,2025-05-01,'];
    await service.involvements(...rows);
    const before = await service.store.load('child', 'child:700123');
    await service.lists('700123,AB,,ben@test.example,North 1,');
    expect(await service.involvements(...rows)).toMatchObject({ added: 0, changed: 0, same: 2 });
    expect(await service.store.load('child', 'child:700123')).toEqual(before);
  });

  it('refuses rows of unknown children and without a professional, and says where no role is an IRO’s', async () => {
    const service = aService();
    await service.lists();
    expect(
      await service.involvements('I1,999,P1,IRO,D1,2025-05-01,', 'I2,700123,,IRO,D1,2025-05-01,'),
    ).toMatchObject({
      refused: [
        { line: 2, reason: 'the child 999 is unknown' },
        { line: 3, reason: 'there is no invo_professional_id' },
      ],
    });
    expect((await service.involvements('I1,700123,P1,Reviewer,D1,2025-05-01,'))?.warned).toEqual([
      { line: 1, reason: 'no invo_professional_role_id says IRO: nobody’s IRO is read from it' },
    ]);
  });
});
