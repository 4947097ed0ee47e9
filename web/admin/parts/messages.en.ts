import type { PartTexts } from './messages.vi';

export const en: PartTexts = {
  service: 'The service',
  copy: 'Copy',
  copied: 'Copied',
  shownOnce: 'Shown this once. After closing it, nobody can see it again.',
  document: 'Document it rests on',
  documentHint: 'Number and date of the decision or notice.',
  any: 'All',
  clear: (filter) => `Clear the filter: ${filter}`,
  clearFilters: 'Clear filters',
  preview: 'Preview',
  rules: 'Rules',
  terms: 'Terms',
  save: 'Save',
  since: (day) => `from ${day}`,
};
