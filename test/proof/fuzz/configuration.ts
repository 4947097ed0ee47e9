import type { Known } from './known';

/** As much of an OpenAPI document as tells which values name something. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface DescribedOperation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
}

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly 'x-refers-to'?: string;
}

export type Credential = { readonly bearer: string } | { readonly apiKey: string };

/** The same as headers. */
export const headersOf = (credential: Credential): Record<string, string> =>
  'bearer' in credential ? { authorization: `Bearer ${credential.bearer}` } : { 'x-api-key': credential.apiKey };

/** What lets the requests in, by the names that the description has for it. */
export const asking = (credential: Credential): string =>
  'bearer' in credential
    ? `[auth.openapi.bearer]\nbearer = ${JSON.stringify(credential.bearer)}\n`
    : `[auth.openapi.apiKey]\napi_key = ${JSON.stringify(credential.apiKey)}\n`;

/** Most values name something that there is; the others stay as random as ever. */
const PROBABILITY = 0.7;

/** What a part in braces names whose schema does not say it, by the address that it ends. */
const namedByPath: Readonly<Record<string, string>> = {
  '/v1/cases/{code}/deadlines/{term}': 'term',
  '/v1/attachments/{id}': 'attachment',
  '/v1/track/{code}': 'case',
  '/v1/agencies/{agency}': 'agency',
  '/v1/accounts/{id}': 'account',
  '/v1/public/cases/{number}': 'publication',
  '/answers/{number}': 'publication',
  '/open311/v2/requests/{id}': 'request',
  '/open311/v2/services/{code}': 'service',
};

/**
 * The rest of the configuration of schemathesis: which values of which operation come from what there is, as the
 * description says by `x-refers-to`.
 */
export function bindings({ paths, components }: Described, known: Known): string {
  const dictionaries = Object.entries(known).map(
    ([name, values]) => `[dictionaries.${name}]\nvalues = ${JSON.stringify(values)}\n`
  );
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => {
      const all = new Map([...inPath(path), ...inParameters(operation), ...inBody(operation, components)]);
      const named = [...all].filter(([, name]) => name in known);
      if (named.length === 0) return '';
      const lines = named.map(
        ([value, name]) =>
          `${JSON.stringify(value)} = { dictionary = "${name}", probability = ${String(PROBABILITY)} }\n`
      );
      return `[[operations]]\ninclude-operation-id = "${operation.operationId}"\n[operations.parameters]\n${lines.join('')}`;
    })
  );
  return [...dictionaries, ...operations].join('\n');
}

type Naming = readonly [value: string, name: string];

const inPath = (path: string): Naming[] =>
  Object.entries(namedByPath)
    .filter(([beginning]) => path.startsWith(beginning))
    .map(([beginning, name]) => [`path.${/\{(\w+)\}$/.exec(beginning)?.[1] ?? ''}`, name]);

const inParameters = ({ parameters = [] }: DescribedOperation): Naming[] =>
  parameters.flatMap(({ name, in: place, schema }): Naming[] => {
    const named = schema['x-refers-to'];
    return named === undefined ? [] : [[`${place}.${name}`, named]];
  });

const inBody = ({ requestBody }: DescribedOperation, { schemas }: Described['components']): Naming[] => {
  const schema = requestBody?.content['application/json']?.schema;
  return schema === undefined ? [] : naming(schema, 'body', schemas);
};

function naming(schema: Schema, path: string, schemas: Described['components']['schemas']): Naming[] {
  const { $ref, properties = {}, items, anyOf = [] } = schema;
  const name = schema['x-refers-to'];
  const referred = $ref === undefined ? undefined : schemas[$ref.split('/').at(-1) ?? ''];
  return [
    ...(name === undefined ? [] : [[path, name] as const]),
    ...(referred === undefined ? [] : naming(referred, path, schemas)),
    ...(items === undefined ? [] : naming(items, `${path}[*]`, schemas)),
    ...anyOf.flatMap((alternative) => naming(alternative, path, schemas)),
    ...Object.entries(properties).flatMap(([property, part]) => naming(part, `${path}.${property}`, schemas)),
  ];
}
