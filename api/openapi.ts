import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import { z } from 'zod';
import { SESSION_COOKIE } from '../accounts/cookie';
import { KEYS_KEPT_DAYS } from '../db/idempotency';
import { idempotencyKey } from '../inputs/idempotencyKey';
import { problemAnswer } from './answers/problem';
import { needsSignIn, type Operation, type Operations } from './operation';
import { problemsOf } from './operationProblems';
import { problemTypes, statusOf, type ProblemType } from './problemTypes';

/** The OpenAPI 3.1 document of operations, by the chapters that they stand in. */
export function openApiDocument(groups: Readonly<Record<string, Operations>>) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [tag, operations] of Object.entries(groups))
    for (const [id, operation] of Object.entries(operations)) {
      const [method = '', path = ''] = operation.route.split(' ');
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
      },
    },
  });
}

function describe(id: string, tag: string, operation: Operation): ZodOpenApiOperationObject {
  const { summary, description, for: entitled, params, query, body, idempotent, legalBasis } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: securityOf(operation),
    requestParams: {
      ...(params === undefined ? {} : { path: params }),
      ...(query === undefined ? {} : { query }),
      ...(idempotent ? { header: z.object({ 'Idempotency-Key': idempotencyKey.optional().describe(KEY_MEANS) }) } : {}),
    },
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: merged(answersOf(operation), refusalsOf(problemsOf(operation))),
    ...(legalBasis === undefined ? {} : { 'x-legal-basis': legalBasis }),
    ...(typeof entitled === 'string' ? {} : { 'x-roles': entitled }),
  };
}

const KEY_MEANS = `Sent again under the same key within ${String(KEYS_KEPT_DAYS)} days, a request takes effect once and has the same answer.`;

/** What a request must bring to be let in; any one of these is enough. */
function securityOf(operation: Operation): Record<string, string[]>[] {
  if (!needsSignIn(operation)) return [];
  const { scope } = operation;
  const sessions = [{ bearer: [] }, { cookie: [] }];
  return scope === undefined ? sessions : [...sessions, { apiKey: scope === 'any' ? [] : [scope] }];
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

const contentOf = (body: NonNullable<Operation['body']>) => {
  if (typeof body !== 'string') return { 'application/json': { schema: body } };
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
