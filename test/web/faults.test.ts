import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { refusalProblems } from '../../api/refusals';
import { vi as caseTexts } from '../../web/shared/case/messages.vi';
import { vi as formTexts } from '../../web/shared/forms/messages.vi';
import { vi as sharedTexts } from '../../web/shared/messages.vi';

const ROOT = join(__dirname, '../..');
const SOURCES = ['api', 'inputs', 'accounts', 'domain', 'calendar', 'subscribers'];

/** What only a program meets that asks without the pages. */
const MACHINES = ['notJson', 'notYours', 'tooGreat'];

/** What the schemas themselves find wrong; that there is a part too many is no slip of a person. */
const BY_SCHEMA = ['invalid_type', 'invalid_format', 'invalid_value', 'too_small', 'too_big', 'custom'];

/** Whether an expression is where a fault is named: `fault(path, code, …)`, `{ code, message }`, `params: { code }`. */
function codeIn(node: ts.Node): ts.Expression | undefined {
  if (ts.isCallExpression(node) && node.expression.getText() === 'fault') return node.arguments[1];
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const part = (name: string) => node.properties.find((property) => property.name?.getText() === name);
  const isParams = ts.isPropertyAssignment(node.parent) && node.parent.name.getText() === 'params';
  const code = part('code');
  return code && ts.isPropertyAssignment(code) && (isParams || part('message')) ? code.initializer : undefined;
}

function faultCodesOf(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const literalsIn = (node: ts.Node): string[] => {
    if (ts.isStringLiteral(node)) return [node.text];
    return ts.isConditionalExpression(node) ? [node.whenTrue, node.whenFalse].flatMap(literalsIn) : [];
  };
  const codes: string[] = [];
  const visit = (node: ts.Node) => {
    const code = codeIn(node);
    if (code) codes.push(...literalsIn(code));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return codes;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));

test('each fault that the service finds is told in Vietnamese', () => {
  const found = new Set([...SOURCES.flatMap(filesUnder).flatMap(faultCodesOf), ...BY_SCHEMA]);
  expect(found.size).toBeGreaterThan(60);
  const told = { ...sharedTexts.faults, ...formTexts.faults };
  expect([...found].filter((code) => !(code in told) && !MACHINES.includes(code))).toEqual([]);
});

test('each reason for which a case refuses an act is told in Vietnamese', () => {
  const asOnRecord = (problem: string) => problem.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const reasons = [...refusalProblems, 'invalid-input'].map(asOnRecord);
  expect(reasons.filter((reason) => !(reason in caseTexts.refusals))).toEqual([]);
});
