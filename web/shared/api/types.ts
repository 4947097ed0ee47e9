import type { actionInputs } from '../../generated/actionInputs';
import type { components, paths } from '../../generated/api';

export type { paths };
export type Schemas = components['schemas'];

export type Case = Schemas['Case'];
export type ListedCase = Schemas['CaseOfList'];
export type TrackedCase = Schemas['TrackedCase'];
export type Status = Case['status'];
export type Channel = Case['channel'];
export type CaseTerm = Case['deadlines'][string];
export type CaseEvent = Schemas['Event'];
export type Problem = Schemas['Problem'];
export type Principal = Schemas['Principal'];
export type Role = Principal['role'];
export type Attachment = Schemas['Attachment'];
export type TermName = Schemas['CaseState']['terms'][string]['name'];

/** An act on a case that is there. */
export type CaseAction = keyof typeof actionInputs;
export type ActionInput<A extends CaseAction> =
  paths[`/v1/cases/{code}/${A}`]['post']['requestBody']['content']['application/json'];
export type Submission = paths['/v1/cases']['post']['requestBody']['content']['application/json'];
