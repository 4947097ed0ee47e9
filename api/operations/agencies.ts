import { z } from 'zod';
import { agencyPatch, agencyReform, newAgency, viewQuery } from '../../inputs/registers';
import { agency, agencyHistory, agencyList, reform, reformList, reformPreview } from '../answers/registers';
import type { Operations } from '../../http/operation';

const ofAgency = z.object({ agency: z.string() });

export const agencyOperations = {
  listAgencies: {
    route: 'GET /v1/agencies',
    summary: 'The agencies that exist on a day',
    for: 'anyone',
    query: viewQuery,
    answers: { 200: agencyList },
  },
  addAgency: {
    route: 'POST /v1/agencies',
    summary: 'Founds an agency, from a day on',
    for: ['admin'],
    body: newAgency,
    answers: { 201: agency },
  },
  listReforms: {
    route: 'GET /v1/agencies/changes',
    summary: 'Decisions on agencies, and how many open cases each has passed on',
    for: ['admin'],
    answers: { 200: reformList },
  },
  reformAgencies: {
    route: 'POST /v1/agencies/changes',
    summary:
      'Renames, merges, splits or dissolves agencies on a day; their open cases move to the successor with clock and history',
    for: ['admin'],
    body: agencyReform,
    answers: { 201: reform },
  },
  previewReform: {
    route: 'POST /v1/agencies/changes/preview',
    summary: 'How many open cases and people a decision on agencies would move; enters nothing',
    for: ['admin'],
    body: agencyReform,
    answers: { 200: reformPreview },
  },
  readAgency: {
    route: 'GET /v1/agencies/{agency}',
    summary: 'An agency under every name that it had',
    for: 'anyone',
    params: ofAgency,
    query: viewQuery,
    answers: { 200: agencyHistory },
    problems: ['no-such-agency'],
  },
  changeAgency: {
    route: 'PATCH /v1/agencies/{agency}',
    summary: 'Changes from today on what an agency is called, or whether its answers need approval, also in open cases',
    for: ['admin'],
    params: ofAgency,
    body: agencyPatch,
    answers: { 200: agency },
    problems: ['no-such-agency'],
  },
} satisfies Operations;
