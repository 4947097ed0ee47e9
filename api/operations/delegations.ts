import { z } from 'zod';
import { newDelegation } from '../../inputs/registers';
import { day, id, listOf, moment } from '../answers/value';
import { caseHandlers } from '../../domain/roles';
import type { Operations } from '../../http/operation';

const delegation = z
  .object({
    id,
    absent: id.describe('The account of the head'),
    delegate: id.describe("The account of the colleague who acts with the head's capacity"),
    from: day,
    through: day,
    reason: z.string(),
    inForce: z.boolean().describe('The delegate may act today'),
    createdAt: moment,
    createdBy: id,
    endedAt: moment.nullable(),
    endedBy: id.nullable(),
  })
  .meta({ id: 'Delegation' });

export const delegationOperations = {
  listDelegations: {
    route: 'GET /v1/delegations',
    summary: 'Who stands in for whom: all of them for administrators, their own for everybody else',
    for: 'signedIn',
    answers: { 200: listOf(delegation).meta({ id: 'DelegationList' }) },
  },
  addDelegation: {
    route: 'POST /v1/delegations',
    summary: 'Names who stands in for an absent head, from a day through another one',
    description:
      'The delegate then acts in cases with the header `X-Acting-For`, which names the account of the head; both go on record. It ends with the role or the unit of either, on record, and does not come back with them.',
    for: ['agency_lead', 'admin'],
    body: newDelegation,
    answers: { 201: delegation },
  },
  endDelegation: {
    route: 'DELETE /v1/delegations/{delegation}',
    summary: 'Ends a delegation at once',
    for: [...caseHandlers, 'admin'],
    params: z.object({ delegation: z.string() }),
    answers: { 204: 'Nobody stands in any more' },
    problems: ['no-such-delegation'],
  },
} satisfies Operations;
