import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import type { Pdu } from 'smpp';
import ts from 'typescript';
import type * as AllowedMethods from '../../api/allowedMethods';
import { openApiDocument } from '../../api/openapi';
import { operationGroups } from '../../api/operations';
import type * as Bounce from '../../messages/bounce';
import type * as Smpp from '../../messages/channels/smpp';
import type * as Redaction from '../../redaction';
import { deliveryStatus } from '../support/messaging';

const ROOT = join(__dirname, '..', '..');

/** Steps bound the search, never time: a slow machine would take what it had no time to follow for an attack. */
const OPTIONS = { timeout: null, incubationTimeout: null, attackTimeout: null, seedingTimeout: null };

const sources = execFileSync('git', ['ls-files', '*.ts', '*.tsx', ':!test'], { cwd: ROOT, encoding: 'utf8' })
  .trim()
  .split('\n')
  .map((file) => ({
    file,
    tree: ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true),
  }));

/** Every node of a tree for which `pick` has something to say. */
function picked<T>(tree: ts.Node, pick: (node: ts.Node) => T | undefined): T[] {
  const found: T[] = [];
  const walk = (node: ts.Node): void => {
    const part = pick(node);
    if (part !== undefined) found.push(part);
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return found;
}

const constructed = (node: ts.Node): true | undefined =>
  ts.isNewExpression(node) && node.expression.getText() === 'RegExp' ? true : undefined;

const source = (pattern: string): [string, string] => {
  const end = pattern.lastIndexOf('/');
  return [pattern.slice(1, end), pattern.slice(end + 1)];
};

/** Without `*`, `+` and `{n,}` no place of a text takes more than so many steps: the whole grows with the text alone. */
const isBounded = (expression: string): boolean =>
  !/[*+]|\{\d+,\}/.test(expression.replace(/\\./g, '').replace(/\[[^\]]*\]/g, ''));

/** Those that a text can be written for on which they take more than linear time. */
async function slow(patterns: Iterable<string>): Promise<string[]> {
  const judged = await Promise.all(
    [...new Set(patterns)].map(async (pattern) => {
      const [expression, flags] = source(pattern);
      if (isBounded(expression)) return [];
      const { status } = await check(expression, flags, OPTIONS);
      return status === 'safe' ? [] : [`${status}: ${pattern}`];
    })
  );
  return judged.flat();
}

test('R10.3: no pattern that stands in the code can be made to take long', async () => {
  const literals = sources.flatMap(({ tree }) =>
    picked(tree, (node) => (ts.isRegularExpressionLiteral(node) ? node.text : undefined))
  );
  expect(literals.length).toBeGreaterThan(100);
  expect(await slow(literals)).toEqual([]);
});

test('R10.3: no pattern of the API’s description can be made to take long', async () => {
  const patterns: string[] = [];
  JSON.stringify(openApiDocument(operationGroups), (key, value: unknown) => {
    if (key === 'pattern' && typeof value === 'string') patterns.push(`/${value}/u`);
    return value;
  });
  expect(patterns.length).toBeGreaterThan(100);
  expect(await slow(patterns)).toEqual([]);
});

test('R10.3: no pattern that is put together as the service runs can be made to take long', async () => {
  const makers = sources.filter(({ tree }) => picked(tree, constructed).length > 0).map(({ file }) => file);
  const made: string[] = [];
  const makersSeen = new Set<string>();
  const { RegExp: native } = globalThis;
  globalThis.RegExp = new Proxy(native, {
    construct: (target, given: [string, string?]) => {
      const pattern = new target(...given);
      const [, , caller = ''] = new Error().stack?.split('\n') ?? [];
      const maker = makers.find((file) => caller.includes(join(ROOT, file)));
      if (maker !== undefined) {
        made.push(pattern.toString());
        makersSeen.add(maker);
      }
      return pattern;
    },
  });
  try {
    await jest.isolateModulesAsync(putTogether);
  } finally {
    globalThis.RegExp = native;
  }
  // Whoever puts one together elsewhere has it made below.
  expect([...makersSeen].sort()).toEqual(makers);
  expect(await slow(made)).toEqual([]);
});

/** Has every module that makes patterns make them, from the beginning. */
async function putTogether(): Promise<void> {
  jest.requireActual<typeof AllowedMethods>('../../api/allowedMethods').allowedMethods(operationGroups);
  const receipt = { esm_class: 4, short_message: { message: 'id:1 stat:DELIVRD' } };
  jest.requireActual<typeof Smpp>('../../messages/channels/smpp').receiptOf(receipt as Pdu);
  const { bounceOf } = jest.requireActual<typeof Bounce>('../../messages/bounce');
  await bounceOf(Buffer.from(deliveryStatus(`<${crypto.randomUUID()}@province.example>`)));
  jest.requireActual<typeof Redaction>('../../redaction').findPersonalData('', {
    name: 'Nguyễn Văn Ẩn',
    address: 'Số 12 ngõ 3 đường Trần Phú, tổ 4, phường Trung tâm',
    phone: '0900 123 456',
    email: 'an.nguyen.van@example.org',
    dossierNumber: 'H34.12-260101-0001',
  });
}
