import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from './api/openapi';
import { caseActions } from './api/operations/acts';
import { operationGroups } from './api/operations';
import * as words from './domain/words';

const GENERATED = join(__dirname, 'web/generated');

/**
 * Writes what the pages know of the API, from the operations themselves and without a server: the types of all its
 * addresses, for each act the schema from which its form is made, and the words that it shares with papers and messages.
 */
export async function writeWebClient(): Promise<void> {
  const document = openApiDocument(operationGroups);
  await mkdir(GENERATED, { recursive: true });
  await writeWhereChanged('api.ts', astToString(await openapiTypescript(document as OpenAPI3)));
  const schemas = Object.fromEntries(caseActions.map((action) => [action, inputSchemaOf(document, action)]));
  await writeWhereChanged(
    'actionInputs.ts',
    `export const actionInputs = ${JSON.stringify(schemas, null, 2)} as const;\n`
  );
  const tables = Object.entries(words).map(
    ([name, table]) => `export const ${name} = ${JSON.stringify(table, null, 2)};\n`
  );
  await writeWhereChanged('words.ts', tables.join('\n'));
}

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
