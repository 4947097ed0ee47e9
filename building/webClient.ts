import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from '../api/openapi';
import { caseActions } from '../api/operations/acts';
import { operationGroups } from '../api/operations';
import { mayStandIn } from '../domain/delegation';
import { NONE } from '../domain/figures';
import { enteredByOffice } from '../domain/inputs';
import { caseHandlers, caseStaff, overseers, SERVICE } from '../domain/roles';
import { finalStatuses } from '../domain/statuses';
import * as words from '../domain/words';
import { ROOT } from './root';
import { partners } from '../news/kinds';

const GENERATED = join(ROOT, 'web/generated');

/** Rules that the pages need before they have asked anything, or where no answer tells them. */
const rules = {
  caseHandlers,
  caseStaff,
  overseers,
  mayStandIn,
  finalStatuses,
  enteredByOffice,
  partners,
  NONE,
  SERVICE,
};

/**
 * Writes what the pages know of the API, from the operations themselves and without a server: the types of all its
 * addresses, for each act the schema from which its form is made, the words that it shares with papers and messages, and
 * the few rules that no answer tells.
 */
export async function writeWebClient(): Promise<void> {
  const document = openApiDocument(operationGroups);
  await mkdir(GENERATED, { recursive: true });
  await writeWhereChanged('api.ts', astToString(await openapiTypescript(document as OpenAPI3)));
  const schemas = Object.fromEntries(caseActions.map((action) => [action, inputSchemaOf(document, action)]));
  await writeWhereChanged('actionInputs.ts', constants({ actionInputs: schemas }));
  await writeWhereChanged('rules.ts', constants(rules));
  const tables = Object.entries(words).map(
    ([name, table]) => `export const ${name} = ${JSON.stringify(table, null, 2)};\n`
  );
  await writeWhereChanged('words.ts', tables.join('\n'));
}

const constants = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`)
    .join('\n');

function inputSchemaOf({ paths }: ReturnType<typeof openApiDocument>, action: string) {
  const body = paths?.[`/v1/cases/{code}/${action}`]?.post?.requestBody;
  if (body === undefined || '$ref' in body) throw new Error(`the description of ${action} has no body`);
  return body.content['application/json']?.schema;
}

/** Leaves a file alone that says the same already, so that nothing is built anew because of it. */
async function writeWhereChanged(name: string, text: string): Promise<void> {
  const path = join(GENERATED, name);
  const before = await readFile(path, 'utf8').catch(() => null);
  if (before !== text) await writeFile(path, text);
}

if (require.main === module)
  writeWebClient().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
