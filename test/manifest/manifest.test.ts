import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const folder = path.join(__dirname, '..', '..', 'manifest');
const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
  manifestVersion: string;
  icons: { color: string; outline: string };
};

/** Width and height, from the header of a PNG. */
function sizeOf(icon: string): [number, number] {
  const bytes = readFileSync(path.join(folder, icon));
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the Teams manifest', () => {
  it('is what the schema of its version asks for', () => {
    const schemas = path.dirname(require.resolve('@microsoft/app-manifest/package.json'));
    const file = `build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`;
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(path.join(schemas, file), 'utf8')));
    validate(manifest);
    expect(validate.errors).toBeNull();
  });

  it('has its icons in the sizes that Teams wants', () => {
    expect(sizeOf(manifest.icons.color)).toEqual([192, 192]);
    expect(sizeOf(manifest.icons.outline)).toEqual([32, 32]);
  });
});
