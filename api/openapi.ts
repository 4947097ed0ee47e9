import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import { z } from 'zod';
import { SESSION_COOKIE } from '../accounts/cookie';
import { KEYS_KEPT_DAYS } from '../db/idempotency';
import { idempotencyKey } from '../inputs/idempotencyKey';
import { problemAnswer } from './answers/problem';
import { actingFor, requestId, retryAfter } from '../http/headers';
import { addressOfRoute, needsSignIn, type Credential, type Operation, type Operations } from '../http/operation';
import { problemsOf } from './operationProblems';
import { problemTypes, retryAfterOf, statusOf, type ProblemType } from '../http/problemTypes';

/** The OpenAPI 3.1 document of operations, by the chapters that they stand in. */
export function openApiDocument(groups: Readonly<Record<string, Operations>>) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [tag, operations] of Object.entries(groups))
    for (const [id, operation] of Object.entries(operations)) {
      const { method, path } = addressOfRoute(operation.route);
      paths[path] = { ...paths[path], [method.toLowerCase()]: describe(id, tag, operation) };
    }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Feedback and petitions (PAKN)',
      version: '1',
      description:
        "Receives, routes, answers and publishes citizens' feedback and petitions. Times are ISO 8601 with their offset. A refusal is `application/problem+json` with a stable `type`, and names every fault of a request at once.",
    },
    tags: Object.keys(groups).map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problemAnswer },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The `token` of a sign-in' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description: 'What a sign-in leaves in a browser; its name begins with `__Secure-` on HTTPS',
        },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key', description: 'Of another system, with its scopes' },
        sharedSecret: {
          type: 'http',
          scheme: 'bearer',
          description: 'What the operator has agreed on with the provider that brings receipts, or with Prometheus',
        },
        zaloSignature: {
          type: 'apiKey',
          in: 'header',
          name: 'X-ZEvent-Signature',
          description: 'Of Zalo, over the body as it comes',
        },
      },
    },
  });
}

function describe(id: string, tag: string, operation: Operation): ZodOpenApiOperationObject {
  const { summary, description, for: entitled, params, query, body, legalBasis } = operation;
  const headers = headersOf(operation);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: securityOf(operation),
    requestParams: {
      ...(params === undefined ? {} : { path: params }),
      ...(query === undefined ? {} : { query }),
      ...(headers === null ? {} : { header: headers }),
    },
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: withHeaders(merged(answersOf(operation), refusalsOf(problemsOf(operation))), operation),
    ...(legalBasis === undefined ? {} : { 'x-legal-basis': legalBasis }),
    ...(typeof entitled === 'string' ? {} : { 'x-roles': entitled }),
  };
}

const KEY_MEANS = `Sent again under the same key within ${String(KEYS_KEPT_DAYS)} days, a request takes effect once and has the same answer.`;

/** The headers that a request may bring; null where none is read. */
function headersOf(operation: Operation): z.ZodObject | null {
  const { idempotent, headers } = operation;
  const shape = {
    ...(idempotent ? { 'Idempotency-Key': idempotencyKey.optional().describe(KEY_MEANS) } : {}),
    ...(isForDelegates(operation) ? { 'X-Acting-For': actingFor } : {}),
    ...headers?.shape,
  };
  return Object.keys(shape).length === 0 ? null : z.object(shape);
}

/** Whether somebody may ask in the name of an absent head. Signing in is everybody's own affair. */
const isForDelegates = ({ for: entitled, route }: Operation): boolean =>
  (entitled === 'signedIn' || entitled.includes('agency_lead')) && !/^\w+ \/v1\/auth\//.test(route);

/** What a request must bring to be let in; any one of these is enough. */
function securityOf(operation: Operation): Record<string, string[]>[] {
  const { scope, credentials = [] } = operation;
  const sessions: Credential[] = scope === undefined ? ['bearer', 'cookie'] : ['bearer', 'cookie', 'apiKey'];
  const scopes = scope === undefined || scope === 'any' ? [] : [scope];
  return (needsSignIn(operation) ? sessions : credentials).map((name) =>
    name === 'none' ? {} : { [name]: name === 'apiKey' ? scopes : [] }
  );
}

const answersOf = ({ answers }: Operation) =>
  Object.fromEntries(
    Object.entries(answers).map(([status, answer]): [string, ZodOpenApiResponseObject] => {
      if (typeof answer === 'string') return [status, { description: answer }];
      if (!('mediaType' in answer))
        return [status, { description: status === '201' ? 'Created' : 'Done', content: contentOf(answer) }];
      const { mediaType, description, json } = answer;
      const types = typeof mediaType === 'string' ? [mediaType] : mediaType;
      const files = Object.fromEntries(types.map((type) => [type, {}]));
      return [status, { description, content: { ...files, ...(json === undefined ? {} : contentOf(json)) } }];
    })
  );

/** Where an operation has an answer of its own for a status of a refusal, either may come. */
function merged(
  answers: Record<string, ZodOpenApiResponseObject>,
  refusals: Record<string, ZodOpenApiResponseObject>
): Record<string, ZodOpenApiResponseObject> {
  const both = Object.entries(refusals).map(([status, refusal]): [string, ZodOpenApiResponseObject] => {
    const answer = answers[status];
    if (answer === undefined) return [status, refusal];
    const description = `${answer.description}; ${refusal.description}`;
    return [status, { description, content: { ...answer.content, ...refusal.content } }];
  });
  return { ...answers, ...Object.fromEntries(both) };
}

/** What a problem says of when to ask again, its answer says by a header. */
const isRetried = (type: ProblemType): boolean => retryAfterOf(type) !== undefined;

/** The same answers, each with the headers that it has. */
function withHeaders(
  responses: Record<string, ZodOpenApiResponseObject>,
  operation: Operation
): Record<string, ZodOpenApiResponseObject> {
  const types = problemsOf(operation);
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
      const ofStatus = types.filter((type) => String(statusOf(type)) === status);
      const again = ofStatus.some(isRetried);
      const always = ofStatus.every(isRetried) && operation.answers[Number(status)] === undefined;
      const headers = {
        'X-Request-Id': requestId,
        ...(again ? { 'Retry-After': always ? retryAfter : retryAfter.optional() } : {}),
        ...operation.answerHeaders?.[Number(status)]?.shape,
      };
      return [status, { ...response, headers: z.object(headers) }];
    })
  );
}

const contentOf = (body: NonNullable<Operation['body']>) => {
  if (typeof body !== 'string')
    return 'mediaType' in body
      ? { [body.mediaType]: { schema: body.schema } }
      : { 'application/json': { schema: body } };
  return { [body]: body === 'multipart/form-data' ? { schema: formWithFile } : {} };
};

/** A form with one file; what its field is called does not matter. */
const formWithFile = z.object({ file: z.file() });

/** Refusals by status: which types there may be, and what each means. */
function refusalsOf(types: readonly ProblemType[]): Record<string, ZodOpenApiResponseObject> {
  const statuses = [...new Set(types.map(statusOf))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = types.filter((type) => statusOf(type) === status);
      return [
        String(status),
        {
          description: ofStatus.map((type) => `\`${type}\`: ${problemTypes[type][1]}`).join('; '),
          content: {
            'application/problem+json': {
              schema: {
                allOf: [{ $ref: '#/components/schemas/Problem' }],
                properties: { type: { enum: ofStatus } },
              },
            },
          },
        },
      ];
    })
  );
}
