import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import type { Role } from '../domain/roles';
import type { Scope } from './scopes';
import { Problem } from './problems';
import type { ProblemType } from './problemTypes';
import { actorOf, principalOf } from './principal';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What one address of the service does: the router is made from it, and so is what `/openapi.json` says of it. */
export interface Operation {
  /** As OpenAPI writes it: `GET /v1/cases/{code}`. */
  readonly route: `${Method} /${string}`;
  readonly summary: string;
  readonly description?: string;
  /** Everybody, everybody who is signed in, or whose account has one of these roles. */
  readonly for: 'anyone' | 'signedIn' | readonly Role[];
  /** What an API key must be good for; `any` takes every key, and where no scope is named, keys are refused. */
  readonly scope?: Scope | 'any';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** The schema of a JSON body, or the media type of another one, with its schema where it has one. */
  readonly body?: z.ZodType | string | TypedBody;
  /** The headers that it reads, beside those that follow from the other parts. */
  readonly headers?: z.ZodObject;
  /** Takes an `Idempotency-Key`. */
  readonly idempotent?: true;
  /** What it answers by status: the schema of a JSON body, a file, or in words what happened where there is no body. */
  readonly answers: Readonly<Record<number, z.ZodType | FileAnswer | string>>;
  /** The headers of its answers by status, beside those that follow from the other parts. */
  readonly answerHeaders?: Readonly<Record<number, z.ZodObject>>;
  /** Where it is for anyone: what it lets in all the same, any one of these. */
  readonly credentials?: readonly Credential[];
  /** The status of a request that has faults, where another standard gives it; 422 otherwise. */
  readonly faultStatus?: 400;
  /** What it may refuse with, beyond what follows from the parts above. */
  readonly problems?: readonly ProblemType[];
  /** The article that gives the right to an act. */
  readonly legalBasis?: string;
}

/** By the names that the document has for them; `none` where a request without any is let in as well. */
export type Credential = 'none' | 'bearer' | 'cookie' | 'apiKey' | 'sharedSecret' | 'zaloSignature';

/** A body that its handler reads itself. */
interface TypedBody {
  readonly mediaType: string;
  readonly schema: z.ZodType;
}

interface FileAnswer {
  readonly mediaType: string | readonly string[];
  readonly description: string;
  /** The schema of the JSON that comes where the request asks for that form. */
  readonly json?: z.ZodType;
}

/** Operations by their ids. */
export type Operations = Readonly<Record<string, Operation>>;

/** Several handlers run one after the other: the first ones read what is no JSON. */
export type Handler = RequestHandler | RequestHandler[];

/** A router that answers each operation with the handler of its name, once whoever asks is found to be entitled. */
export function serve<O extends Operations>(operations: O, handlers: { readonly [Id in keyof O]: Handler }): Router {
  const router = Router();
  for (const [id, operation] of Object.entries(operations)) {
    const [method, path] = expressRoute(operation);
    router[method](path, named(id), admit(operation), handlers[id] as Handler);
  }
  return router;
}

/** Lets what is measured of a request be told by its operation: addresses hold the codes of cases. */
const named =
  (id: string): RequestHandler =>
  (_request, response, next) => {
    (response.locals as Named).operation = id;
    next();
  };

interface Named {
  operation?: string;
}

/** The id of the operation that a request came to; undefined where it came to none. */
export const operationOf = (response: Response): string | undefined => (response.locals as Named).operation;

/** The two parts of a route. */
export function addressOfRoute(route: Operation['route']): { readonly method: Method; readonly path: string } {
  const [method, path] = route.split(' ') as [Method, string];
  return { method, path };
}

/** Method and path in the words of Express: `get`, `/v1/cases/:code`. */
export function expressRoute({ route }: Operation): ['get' | 'post' | 'put' | 'patch' | 'delete', string] {
  const { method, path } = addressOfRoute(route);
  return [method.toLowerCase() as 'get', path.replaceAll(/\{(\w+)\}/g, ':$1')];
}

/** Whether a right is asked for at all that only somebody known can have. */
export const needsSignIn = (operation: Operation): boolean => operation.for !== 'anyone';

function admit(operation: Operation): RequestHandler {
  const { for: entitled, scope, body } = operation;
  return (request, response, next) => {
    if (needsSignIn(operation)) {
      const principal = principalOf(response);
      if (principal.via === 'apiKey' && scope !== 'any' && (scope === undefined || !principal.scopes.includes(scope)))
        throw new Problem('out-of-scope');
      // Whoever stands in for a head may ask what the head may.
      if (typeof entitled !== 'string' && !entitled.includes(actorOf(response).role)) throw new Problem('forbidden');
    }
    if (isJsonBody(body) && request.body === undefined && bringsBody(request))
      throw new Problem('unsupported-media-type');
    next();
  };
}

const isJsonBody = (body: Operation['body']): boolean => typeof body === 'object' && !('mediaType' in body);

const bringsBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
