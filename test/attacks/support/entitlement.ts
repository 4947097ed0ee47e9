import { actions, type ActionName } from '../../../domain/actions';
import type { Capacity } from '../../../domain/capacities';
import type { Role } from '../../../domain/roles';
import type { Scope } from '../../../http/scopes';
import { operationGroups } from '../../../api/operations';
import type { Operation } from '../../../http/operation';
import { problemsOf } from '../../../api/operationProblems';
import { statusOf } from '../../../http/problemTypes';

/** Somebody who asks, and what the design says of them; written down here a second time on purpose. */
export interface Standing {
  /** Null for somebody unknown. */
  readonly role: Role | null;
  /** Of a key; a session has none. */
  readonly scopes?: readonly Scope[];
  /** In which capacities they stand towards the case of the test; without one that sees it, it is hidden from them. */
  readonly capacities: readonly Capacity[];
}

export interface Named extends Operation {
  readonly id: string;
}

/** Every operation that there is. */
export const everyOperation: readonly Named[] = Object.values(operationGroups).flatMap((group) =>
  Object.entries<Operation>(group).map(([id, operation]) => ({ ...operation, id }))
);

/** What an answer must be: let in means neither 401 nor 403. */
export type Expectation = 'not-signed-in' | 'out-of-scope' | 'forbidden' | 'hidden' | 'letIn';

/**
 * Capacities that an operation on a case refuses although they see the case, beyond what the tables say: what is said
 * inside the administration is for staff, and an answer of an agency that needs approval is for its head.
 */
const furtherRefused: Readonly<Record<string, readonly Capacity[]>> = {
  readState: ['ownSubmitter'],
  exportCase: ['ownSubmitter'],
  answer: ['leadAgencyOfficer'],
};

/** Whose right hangs on a row that the path does not name; each is proved by a test of its own. */
const byRow: readonly string[] = ['sendLetter', 'mendAddress', 'closeNoticeTask', 'fillTextTemplate', 'upload'];

/** Let in by a secret of their own, or by nothing but where they ask from. */
const bySecret: readonly string[] = [
  'takeBounce',
  'takeSmsReceipt',
  'takeZaloEvent',
  'takeZalo',
  'readMetrics',
  'signIn',
  'fileRequest',
  'listRequests',
];

const sees = ({ capacities }: Standing): boolean => capacities.includes('staff') || capacities.includes('ownSubmitter');

export const isOfCase = ({ route }: Operation): boolean => route.includes(' /v1/cases/{code}');

/** @throws Error where the tables do not say what to expect: whoever adds such an operation says it here. */
export function expectationOf(operation: Named, somebody: Standing): Expectation {
  const { id, for: entitled, scope, problems = [] } = operation;
  if (entitled === 'anyone') {
    if (refusesSome(operation) && !bySecret.includes(id))
      throw new Error(`${id} is for anyone and refuses some: name it in bySecret`);
    return 'letIn';
  }
  if (somebody.role === null) return 'not-signed-in';
  if (somebody.scopes !== undefined && scope !== 'any' && (scope === undefined || !somebody.scopes.includes(scope)))
    return 'out-of-scope';
  if (typeof entitled !== 'string' && !entitled.includes(somebody.role)) return 'forbidden';
  if (isOfCase(operation)) {
    if (!sees(somebody)) return 'hidden';
    if (furtherRefused[id]?.some((capacity) => somebody.capacities.includes(capacity)) === true) return 'forbidden';
    if (!(id in actions)) return 'letIn';
    const by: readonly Capacity[] = actions[id as ActionName].by;
    return by.some((capacity) => somebody.capacities.includes(capacity)) ? 'letIn' : 'forbidden';
  }
  if (problems.includes('forbidden') && !byRow.includes(id))
    throw new Error(`${id} refuses some of those whom its table entitles: name it in byRow, and test it`);
  return 'letIn';
}

/** 401 and 403 are for those who lack a right; that a page of another site asks is none of it. */
const refusesSome = (operation: Operation): boolean =>
  401 in operation.answers ||
  403 in operation.answers ||
  problemsOf(operation).some((problem) => problem !== 'foreign-origin' && [401, 403].includes(statusOf(problem)));

export const asksBySecret = ({ id }: Named): boolean => bySecret.includes(id);
