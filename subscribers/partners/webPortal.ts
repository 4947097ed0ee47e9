import { momentOf, type PartnerMapping } from './mapping';

/** The provincial web portal: what is published, as it is published, and nothing else (R9.1). */
export const webPortal: PartnerMapping = {
  types: ['case.published', 'case.republished', 'case.unpublished'],
  path: 'published-answers',
  // What was answered together with another case is published there; an earlier answer of its own is so taken back.
  concerns: ({ publicationNumber }) => publicationNumber !== null,
  reference: (_code, pseudonym) => pseudonym,
  state: ({ jointly }, type) => (type === 'case.unpublished' || jointly === true ? 'withdrawn' : 'published'),
  content: (aCase) => ({
    category: aCase.category,
    agency: aCase.leadAgency,
    title: aCase.publishedTitle,
    content: aCase.publishedContent,
    ...(aCase.jointlyWith === null
      ? { answer: aCase.publishedAnswer, publishedAt: momentOf(aCase.publishedAt) }
      : { answer: null, publishedAt: null }),
  }),
};
