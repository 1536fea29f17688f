import { type ParseArgsConfig, parseArgs } from 'node:util';
import { codedError } from './errorCode.js';

type Config = NonNullable<ParseArgsConfig['options']>;
type Given<O extends Config> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; args: string[] }>
>;

/** The options of a command; a wrong one is told in Node's own words. Throws what is no matter of usage. */
export function readArgs<const O extends Config>(
  args: readonly string[],
  options: O,
): Given<O> | { wrong: string } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const coded = codedError(error);
    if (coded?.code.startsWith('ERR_PARSE_ARGS') === true) return { wrong: coded.message };
    throw error;
  }
}
