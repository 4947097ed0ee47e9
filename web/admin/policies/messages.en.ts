import type { PoliciesTexts } from './messages.vi';

/** Without the numbers of the project's own requirements. */
const bases: PoliciesTexts['bases'] = {
  'Decision 31/2021/QĐ-TTg, reception; R6.1': 'Decision 31/2021/QĐ-TTg, on reception',
  'Decision 31/2021/QĐ-TTg, reception; R6.2, R6.3': 'Decision 31/2021/QĐ-TTg, on reception',
  'Decision 31/2021/QĐ-TTg Art. 45; R8.1': 'Decision 31/2021/QĐ-TTg Art. 45',
  'Decision 31/2021/QĐ-TTg Art. 45; R8.2': 'Decision 31/2021/QĐ-TTg Art. 45',
  'Decision 31/2021/QĐ-TTg Art. 45; R8.3': 'Decision 31/2021/QĐ-TTg Art. 45',
  'Service rule under Decree 20/2008/NĐ-CP Art. 14; R7.2': 'Rule of the service under Decree 20/2008/NĐ-CP Art. 14',
  'Service rule; R6.2': 'Rule of the service',
  'Service rule; R10.2': 'Rule of the service',
  'Service rule; R2, R4': 'Rule of the service',
};

export const en: PoliciesTexts = {
  bases,
  title: 'Terms of the law',
  lead: 'The numbers of the law with the days from which they hold. A case keeps those of the day it was received.',
  versions: 'Versions',
  version: 'Version',
  versionOf: (version) => `Version ${String(version)}`,
  state: 'State',
  inForce: 'In force',
  document: 'Document',
  show: 'Show',
  showOf: (version) => `Show version ${String(version)}`,
  add: 'Add a version',
  added: 'The version is added.',
  terms: 'Terms',
  term: 'Term',
  workingDays: 'Working days',
  daysSuffix: ' working days',
  basis: 'Legal basis',
  basisOf: (term) => `Legal basis: ${term}`,
  labels: {
    effectiveFrom: 'Takes effect on',
    terms: 'Terms',
    dueSoon: 'Warn with so many working days left',
    infoReminder: 'Remind the submitter on day',
    freeForwardings: 'Forwardings without a reason',
  },
  attachments: 'Attachments',
  megabytesSuffix: ' MB',
  limits: {
    'attachments.maxBytes': 'Largest file',
    'attachments.perCase': 'Files of one case at most',
    'attachments.types': 'Kinds of files taken',
    'attachments.basis': 'Legal basis: attachments',
  },
  keepsOpen: (count, version) =>
    `${count} open cases keep their terms. It replaces version ${String(version)} for cases received from its day on.`,
  sameLengths: 'No term changes.',
  changedLengths: 'Terms that change',
  examples: 'Examples',
  received: 'Received',
  today: 'Today',
  proposed: 'By the new version',
};
