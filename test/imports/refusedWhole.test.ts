import { emptyAuthority, people } from './files.js';

const read = async (content: Uint8Array) => {
  const { store, read: readInto } = emptyAuthority();
  const [result] = await readInto({ people: { name: 'people.csv', content } });
  return { result, saved: await store.all('person') };
};
const bytes = (text: string) => Buffer.from(text);
const header = 'id,name,upn,role,fte\n';

describe('a file that is not what it says', () => {
  it.each([
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]), 'this is a spreadsheet', 1],
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'this is a spreadsheet', 1],
    ['UTF-16', Buffer.from(`\ufeff${header}`, 'utf16le'), 'UTF-16', 1],
    ['UTF-16 without a mark', Buffer.from(header, 'utf16le'), 'UTF-16', 1],
    ['empty', bytes(''), 'the file is empty', 1],
    ['blank', bytes(' \r\n\r\n'), 'the file is empty', 1],
    ['of another header', bytes('id,name,email\n'), 'the header is wrong: upn, role, fte are missing', 1],
    ['separated by semicolons', bytes('id;name;upn;role;fte\n'), 'columns are separated by commas', 1],
    ['of a column that is there twice', bytes('id,name,upn,role,fte,Name\n'), 'name is there twice', 1],
    [
      'of unbalanced quotes',
      bytes(`${header},"A,a@test.example,iro,1\n,B,b@test.example,iro,1\n`),
      'quot',
      2,
    ],
    [
      'of a quote that ends early',
      bytes(`${header},A,a@test.example,iro,1\n,"B"b,b@test.example,iro,1\n`),
      'quot',
      3,
    ],
    ['over 50 MB', new Uint8Array(50 * 1024 * 1024 + 1).fill(0x41), 'over 50 MB', 1],
  ])('is refused whole in one clear line: %s', async (_what, content, reason, line) => {
    const { result, saved } = await read(content);
    expect(result).toEqual({
      file: 'people.csv',
      readable: false,
      added: 0,
      changed: 0,
      same: 0,
      refused: [{ line, reason: expect.stringContaining(reason) }],
      warned: [],
    });
    expect(saved).toEqual([]);
  });

  it('leaves the other files alone', async () => {
    const { read: readInto } = emptyAuthority();
    const results = await readInto({
      people: people(',Test IRO,iro@test.example,iro,1'),
      allocations: { name: 'allocations.csv', content: bytes('') },
    });
    expect(results.map(({ file, readable, added }) => ({ file, readable, added }))).toEqual([
      { file: 'people.csv', readable: true, added: 1 },
      { file: 'allocations.csv', readable: false, added: 0 },
    ]);
  });
});

const nameAndWarnings = async (content: Uint8Array) => {
  const { result, saved } = await read(content);
  return { name: saved[0]?.document.name, warned: result?.warned };
};

describe('a file as spreadsheets and case systems save it', () => {
  const row = ',Test Zoë,zoe@test.example,iro,1';

  it.each([
    ['with a byte order mark', bytes(`\ufeff${header}${row}`)],
    ['with CRLF', bytes(`${header}${row}\n`.replaceAll('\n', '\r\n'))],
    [
      'with the columns in another order',
      bytes('fte,role,UPN , Name,id\n1,iro,zoe@test.example,Test Zoë,\n'),
    ],
    ['with blanks around its cells', bytes(`${header} , Test  Zoë , zoe@test.example ,iro, 1\n`)],
    [
      'with quotes, and a line end inside them',
      bytes(`${header},"Test\r\nZoë","zoe@test.example",iro,"1"\n`),
    ],
    ['with empty lines', bytes(`\n${header}\n,,,,\n${row}\n\n`)],
    ['with empty cells at the end', bytes(`${header}${row},,\n`)],
  ])('is read: %s', async (_what, content) => {
    expect(await nameAndWarnings(content)).toEqual({ name: 'Test Zoë', warned: [] });
  });

  it('is read as windows-1252 where it is no UTF-8, and that is told', async () => {
    expect(await nameAndWarnings(Buffer.from(`${header}${row}\n`, 'latin1'))).toEqual({
      name: 'Test Zoë',
      warned: [{ line: 1, reason: expect.stringContaining('windows-1252') }],
    });
  });

  it('is read without the columns that nobody knows, and they are told', async () => {
    const { result } = await read(bytes(`id,name,upn,role,fte,shoe size\n${row},38\n`));
    expect(result).toMatchObject({ added: 1, warned: [{ line: 1, reason: 'not read: column shoe size' }] });
  });
});

describe('a row', () => {
  it('is found at its line in the file, also after empty lines and line ends in quotes', async () => {
    const { result } = await read(
      bytes(`${header}\n,"Test\nZoë",zoe@test.example,iro,1\n,A,a@test.example,chief,1\n`),
    );
    expect(result?.refused).toMatchObject([{ line: 5 }]);
  });

  it('is refused when it has more or fewer cells than the header', async () => {
    const { result } = await read(bytes(`${header},A,a@test.example,iro\n,A,a@test.example,iro,1,more\n`));
    expect(result?.refused).toEqual([
      { line: 2, reason: '4 cells where the header has 5' },
      { line: 3, reason: '6 cells where the header has 5' },
    ]);
  });
});
