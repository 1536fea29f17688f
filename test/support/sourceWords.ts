import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';

const root = path.join(__dirname, '..', '..', 'src');

export const codeOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Every file of some rooms, as 'cards/list.ts'. */
export const filesOf = (rooms: readonly string[]): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.ts') && rooms.includes(file.split('/')[0] ?? ''))
    .toSorted();

/** A node of the syntax tree, as far as it is looked at here. */
type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const named = (node: unknown): string =>
  isNode(node) && typeof node['value'] === 'string' ? node['value'] : '';

/** `log`, `ports.log`, `this.#log`: whatever is written there is for operators. */
function isLog(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.type === 'MemberExpression') return isLog(node['property']);
  if (node.type === 'PrivateName') return named(node) === 'log' || isLog(node['id']);
  return node.type === 'Identifier' && named(node) === 'log';
}

/** The parts of a node that may hold words: no types, sources and keys, no regex, nothing that is for operators. */
function partsOf(node: Node): unknown[] {
  const { type, callee, expression } = node;
  if (/^Ts\w+(Expression|Assertion)$/.test(type)) return [expression];
  if (/^(Ts|Import|ExportAll|ExportNamed|ThrowStatement)/.test(type)) return [];
  if (type === 'NewExpression' && /(Error|RegExp)$/.test(named(callee))) return [];
  if (type === 'CallExpression' && isNode(callee) && isLog(callee['object'])) return [];
  if (type === 'KeyValueProperty') return [node['value']];
  if (type === 'Computed' && isNode(expression) && expression.type === 'StringLiteral') return [];
  return Object.values(node);
}

/** A string, or a `piece` of a template. */
export interface Literal {
  readonly text: string;
  readonly piece: boolean;
}

/** The literals of some code that could come before people. */
export function literalsIn(code: string): Literal[] {
  const visit = (value: unknown): Literal[] => {
    if (typeof value !== 'object' || value === null) return [];
    if (!isNode(value)) return Object.values(value).flatMap(visit);
    if (value.type === 'StringLiteral') return [{ text: named(value), piece: false }];
    if (value.type === 'TemplateElement') return [{ text: String(value['cooked']), piece: true }];
    return partsOf(value).flatMap(visit);
  };
  return visit(parseSync(code, { syntax: 'typescript' }).body);
}

const declaration = /const (\w+|\{[^}]+\})(?:: [^=;]+)? = (\w+(?:\.\w+)*)(?: satisfies [^;]+)?;/g;

/**
 * What some code takes from the table: paths like 'wanted.closed'. A path that ends in [ is looked up at run time, and
 * takes all below it. A subject may be given another name first: `const says = words.wanted;`.
 */
export function takenBy(code: string): string[] {
  const chained = code.replaceAll(/\s*\n\s*\./g, '.').replaceAll(/\['([^']+)'\]/g, '.$1');
  const names = new Map([['words', '']]);
  const whole = (expression: string) => {
    const [head = '', ...keys] = expression.split('.');
    const start = names.get(head);
    return start === undefined ? undefined : [start, ...keys].filter(Boolean).join('.');
  };
  const rest = chained.replaceAll(declaration, (statement, name: string, expression: string) => {
    const from = whole(expression);
    if (from === undefined) return statement;
    for (const key of name.match(/\w+/g) ?? [])
      names.set(key, name === key ? from : `${from}.${key}`.replace(/^\./, ''));
    return '';
  });
  return [...rest.matchAll(/(Object\.\w+\()?(?<![\w.])(\w+(?:\.[\w-]+)*)(\[)?/g)].flatMap(
    ([, each, expression = '', bracket]) => {
      const from = whole(expression);
      if (!from) return [];
      return [each === undefined && bracket === undefined ? from : `${from}[`];
    },
  );
}
