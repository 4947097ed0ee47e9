import { actionNames, ruleOf, type ActionName } from '../../domain/actions';
import { followUpActions } from '../../domain/followUp';
import { inputs } from '../../inputs/actions';
import { caseAnswer } from '../answers/case';
import type { Operation } from '../../http/operation';
import { refusalProblems } from '../refusals';
import { ofCase } from './cases';

/** An act on a case that is there. */
export type CaseAction = Exclude<ActionName, 'submit'>;

export const caseActions = actionNames.filter((action): action is CaseAction => action !== 'submit');

/** One operation for each row of the table. */
export const actOperations = Object.fromEntries(caseActions.map((action) => [action, operationOf(action)])) as Record<
  CaseAction,
  Operation
>;

function operationOf(action: CaseAction): Operation {
  const { label, by, from, basis } = ruleOf(action);
  const late = followUpActions.includes(action);
  return {
    route: `POST /v1/cases/{code}/${action}`,
    summary: label,
    description: `By: ${by.join(', ')}. From: ${from.join(', ')}.${late ? ' What comes too late for the case becomes a new one: 201.' : ''}`,
    for: 'signedIn',
    params: ofCase,
    body: inputs[action],
    idempotent: true,
    answers: late ? { 200: caseAnswer, 201: caseAnswer } : { 200: caseAnswer },
    problems: [
      'no-such-case',
      'case-ended',
      'no-answer',
      ...refusalProblems,
      ...(late ? (['too-many-attempts', 'told-too-often'] as const) : []),
    ],
    legalBasis: basis,
  };
}
