import { z } from 'zod';
import { entryPatch, newEntry, viewQuery } from '../../inputs/registers';
import { catalogueEntry, catalogueList, entryList, names } from '../answers/registers';
import type { Operations } from '../../http/operation';

/** The lists of the law by the last part of their paths. */
export const catalogueKindOf = {
  categories: 'category',
  'rejection-reasons': 'rejection_reason',
  'publication-forms': 'publication_form',
} as const;

const ofKind = z.object({ kind: z.enum(Object.keys(catalogueKindOf) as (keyof typeof catalogueKindOf)[]) });

export const catalogueOperations = {
  listCategories: {
    route: 'GET /v1/categories',
    summary: 'What a case may be about (R2)',
    for: 'anyone',
    query: viewQuery,
    answers: { 200: entryList },
  },
  listRejectionReasons: {
    route: 'GET /v1/rejection-reasons',
    summary: 'Why a submission may be rejected (R6.1)',
    for: 'anyone',
    query: viewQuery,
    answers: { 200: entryList },
  },
  listPublicationForms: {
    route: 'GET /v1/publication-forms',
    summary: 'How an answer may be published (R9.1)',
    for: 'anyone',
    query: viewQuery,
    answers: { 200: entryList },
  },
  readNames: {
    route: 'GET /v1/names',
    summary: 'What agencies and categories are called today; those that have ended, by their last names',
    for: 'anyone',
    answers: { 200: names },
  },
  readCatalogue: {
    route: 'GET /v1/catalogue/{kind}',
    summary: 'Every entry that a list has, had or will have',
    for: ['admin'],
    params: ofKind,
    query: viewQuery,
    answers: { 200: catalogueList },
    problems: ['no-such-list'],
  },
  addEntry: {
    route: 'POST /v1/catalogue/{kind}',
    summary: 'Adds an entry to a list, from a day on',
    for: ['admin'],
    params: ofKind,
    body: newEntry,
    answers: { 201: catalogueEntry },
    problems: ['no-such-list'],
  },
  changeEntry: {
    route: 'PATCH /v1/catalogue/{kind}/{code}',
    summary: 'Changes or ends an entry, from a day on; what it was before stays on record',
    for: ['admin'],
    params: ofKind.extend({ code: z.string() }),
    body: entryPatch,
    answers: { 200: catalogueEntry },
    problems: ['no-such-list', 'no-such-entry'],
  },
} satisfies Operations;
