import type { PartnerMapping } from './mapping';

/** The provincial web portal: what is published, as it is published, and nothing else (R9.1). */
export const webPortal: PartnerMapping = {
  types: ['case.published', 'case.republished', 'case.unpublished'],
  path: 'published-answers',
  // What was answered together with another case is published there.
  concerns: ({ jointlyWith }) => jointlyWith === null,
  reference: (_code, pseudonym) => pseudonym,
  state: (_news, type) => (type === 'case.unpublished' ? 'withdrawn' : 'published'),
  content: (aCase) => ({
    category: aCase.category,
    agency: aCase.leadAgency,
    title: aCase.publishedTitle,
    content: aCase.publishedContent,
    answer: aCase.publishedAnswer,
    publishedAt: aCase.publishedAt?.toISOString() ?? null,
  }),
};
