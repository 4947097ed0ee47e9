import type { ListsTexts } from './messages.vi';

export const en: ListsTexts = {
  lead: 'What may be chosen when submitting, rejecting and publishing. Earlier cases keep what they have.',
  kinds: {
    categories: 'Categories',
    'rejection-reasons': 'Reasons to reject',
    'publication-forms': 'Forms of publication',
  },
  labels: {
    code: 'Code',
    label: 'Name',
    labelEn: 'English name',
    basis: 'Legal basis',
    position: 'Position',
    validFrom: 'Offered from',
    effectiveFrom: 'Changes from',
    validThrough: 'Offered through',
  },
  codeHint: 'It cannot be changed later.',
  todayIfEmpty: 'Today where it is left empty.',
  validThroughHint: 'Left empty as long as it is offered.',
  state: 'State',
  offered: 'Offered',
  offeredFrom: (day) => `Offered from ${day}`,
  ended: 'Offered no more',
  periods: 'Periods',
  add: 'Add an entry',
  added: 'The entry is added.',
  edit: 'Edit',
  change: 'Change an entry',
  changeOf: (label) => `Edit ${label}`,
  changed: 'The entry is saved.',
};
