import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

type Document = Readonly<{
  paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
}>;

/** An answer as it came over the wire. */
interface Told {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly mediaType: string | null;
  readonly body: unknown;
}

/** Finds fault with every answer that `/openapi.json` does not describe. */
export function contractOf(document: Document) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, 'openapi');
  // What stands literally goes before what has a part in braces, and what says more before what says less.
  const paths = Object.keys(document.paths)
    .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))
    .sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')) || b.path.length - a.path.length);

  /** @throws Error where the answer is not one of those that the description has. */
  return ({ method, path, status, mediaType, body }: Told): void => {
    const where = `${method} ${path} answered ${String(status)}`;
    const template = paths.find(
      ({ pattern, path: known }) => pattern.test(path) && method in document.paths[known]!
    )?.path;
    if (template === undefined) {
      if (status !== 404 && status !== 405) throw new Error(`${where}, and is not described`);
      return;
    }
    const response = document.paths[template]?.[method]?.responses[String(status)];
    if (response === undefined)
      throw new Error(`${where}, a status that ${template} does not describe: ${JSON.stringify(body)}`);
    if (mediaType === null) return;
    if (!(mediaType in (response.content ?? {}))) throw new Error(`${where} with ${mediaType}, which is not described`);
    if (!mediaType.endsWith('json')) return;
    const steps = ['paths', template, method, 'responses', String(status), 'content', mediaType, 'schema'];
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = ajv.getSchema(`openapi#/${pointer}`);
    if (validate?.(body) !== true)
      throw new Error(`${where}, not as described: ${ajv.errorsText(validate?.errors)}\n${JSON.stringify(body)}`);
  };
}

export type Contract = ReturnType<typeof contractOf>;
