import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

interface DescribedHeader {
  readonly $ref?: string;
  readonly required?: boolean;
}

interface DescribedAnswer {
  readonly content?: object;
  readonly headers?: Readonly<Record<string, DescribedHeader>>;
}

interface DescribedOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, DescribedAnswer>>;
}

type Document = Readonly<{
  paths: Record<string, Record<string, DescribedOperation>>;
  components: { headers: Record<string, DescribedHeader> };
}>;

/** An answer as it came over the wire. */
interface Told {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly mediaType: string | null;
  readonly body: unknown;
  readonly headers: Headers;
  /** The headers of the request. */
  readonly sent: Headers;
}

/** What a client goes by; the other headers are for browsers and caches alone. */
const TELLING = ['Content-Range', 'ETag', 'Location', 'Retry-After', 'X-Request-Id'];

/** What changes an answer where it is read. */
const HEARD = ['If-Match', 'If-None-Match', 'Range', 'X-Acting-For'];

/** Express gives every answer a weak tag; one that is meant to be sent back is a strong one. */
const tells = (headers: Headers, name: string): boolean => headers.has(name) && !headers.get(name)!.startsWith('W/');

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
  return ({ method, path, status, mediaType, body, headers, sent }: Told): void => {
    const where = `${method} ${path} answered ${String(status)}`;
    const template = paths.find(
      ({ pattern, path: known }) => pattern.test(path) && method in document.paths[known]!
    )?.path;
    if (template === undefined) {
      if (status !== 404 && status !== 405) throw new Error(`${where}, and is not described`);
      return;
    }
    const operation = document.paths[template]![method]!;
    const response = operation.responses[String(status)];
    if (response === undefined)
      throw new Error(`${where}, a status that ${template} does not describe: ${JSON.stringify(body)}`);
    const described = Object.entries(response.headers ?? {});
    const undescribed = TELLING.filter((name) => tells(headers, name) && !described.some(([known]) => known === name));
    if (undescribed.length > 0) throw new Error(`${where} with ${undescribed.join()}, which is not described`);
    const missing = described.filter(([name, header]) => isRequired(header) && !headers.has(name));
    if (missing.length > 0) throw new Error(`${where} without ${missing.map(([name]) => name).join()}`);
    const heard = (operation.parameters ?? []).flatMap(({ name, in: place }) => (place === 'header' ? [name] : []));
    const unheard = HEARD.filter((name) => sent.has(name) && !heard.includes(name));
    if (status < 400 && unheard.length > 0)
      throw new Error(`${where} to ${unheard.join()}, which ${template} does not describe`);
    if (mediaType === null) {
      if (response.content !== undefined) throw new Error(`${where} with nothing, which is not described`);
      return;
    }
    if (!(mediaType in (response.content ?? {}))) throw new Error(`${where} with ${mediaType}, which is not described`);
    if (!mediaType.endsWith('json')) return;
    const steps = ['paths', template, method, 'responses', String(status), 'content', mediaType, 'schema'];
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = ajv.getSchema(`openapi#/${pointer}`);
    if (validate?.(body) !== true)
      throw new Error(`${where}, not as described: ${ajv.errorsText(validate?.errors)}\n${JSON.stringify(body)}`);
  };

  function isRequired({ $ref, required }: DescribedHeader): boolean {
    const header = $ref === undefined ? undefined : document.components.headers[$ref.split('/').at(-1) ?? ''];
    return (header?.required ?? required) === true;
  }
}

export type Contract = ReturnType<typeof contractOf>;
