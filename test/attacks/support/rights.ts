import { actionNames } from '../../../domain/actions';
import type { Role } from '../../../domain/roles';
import type { Scope } from '../../../http/scopes';

/** Who may ask an operation, as it has it, and with which keys; null where with none. */
export interface Right {
  readonly for: 'anyone' | 'signedIn' | readonly Role[];
  readonly scope: Scope | 'any' | null;
}

const anyone = [
  ...['trackCase', 'takeZalo', 'listRoots', 'readRoot', 'downloadPublished'],
  ...['readMessagePreferences', 'changeMessagePreferences', 'muteMessage'],
  ...['takeBounce', 'takeSmsReceipt', 'takeZaloEvent'],
  ...['listPublications', 'readPublication', 'readPublicationPage', 'readFeed', 'readSitemap', 'readSitemapPart'],
  ...['listCategories', 'listRejectionReasons', 'listPublicationForms', 'listAgencies', 'readAgency', 'listPolicies'],
  ...['explainDeadline', 'readCalendarYear', 'exportCalendar', 'exportYear', 'readNames'],
  ...['signIn', 'signUp', 'signOut', 'forgotPassword', 'resetPassword'],
  ...['listSignInMethods', 'startOidc', 'finishOidc'],
  ...['discoverOpen311', 'listServices', 'readService', 'fileRequest', 'listRequests', 'readRequest', 'readToken'],
  ...['isAlive', 'isReady', 'readMetrics', 'readOpenApi', 'browse'],
];

/** What each sees or does of it hangs on the case, the file or the account. */
const signedIn = [
  ...actionNames.filter((name) => name !== 'submit'),
  ...['listCases', 'exportCases', 'readCase', 'readState', 'listEvents', 'listNotices', 'explainCaseDeadline'],
  ...['proveCase', 'exportCase', 'listAttachments', 'download'],
  ...['readOwnMessagePreferences', 'changeOwnMessagePreferences', 'listDelegations', 'whoAmI'],
];

const admin = [
  ...['listMessageTemplates', 'readMessageTemplate', 'changeMessageTemplate', 'resetMessageTemplate'],
  ...['previewMessageTemplate', 'readCatalogue', 'addEntry', 'changeEntry'],
  ...['addAgency', 'changeAgency', 'listReforms', 'reformAgencies', 'previewReform', 'addPolicy', 'previewPolicy'],
  ...['announceYear', 'previewYear', 'importCalendar'],
  ...['listAccounts', 'createAccount', 'readAccount', 'updateAccount', 'disableAccount', 'enableAccount'],
  ...['unlockAccount', 'offerPassword', 'listKeys', 'createKey', 'endKey', 'listAdminEvents'],
  ...['listWebhooks', 'addWebhook', 'readWebhook', 'changeWebhook', 'removeWebhook', 'renewWebhookSecret'],
  ...['testWebhook', 'listDeliveries', 'resendDeliveries', 'reconcile'],
];

const reception = [
  ...['listDrafts', 'readDraft', 'submitDraft', 'dismissDraft'],
  ...['redactAttachment', 'readPublicationDraft', 'findPersonalData'],
];

const handlers: readonly Role[] = ['reception', 'agency_officer', 'agency_lead'];
const watchers: readonly Role[] = ['reception', 'supervisor', 'leadership'];
const caseworkers: readonly Role[] = [...handlers, 'supervisor', 'leadership'];

const byRoles: readonly (readonly [readonly Role[], readonly string[]])[] = [
  [['admin'], admin],
  [['reception'], reception],
  [
    handlers,
    [
      ...['listTextTemplates', 'addTextTemplate', 'changeTextTemplate', 'endTextTemplate', 'listTextVersions'],
      ...['fillTextTemplate', 'listNoticeTasks', 'sendLetter', 'mendAddress', 'closeNoticeTask'],
    ],
  ],
  [watchers, ['readFigures', 'listExports', 'readOverview']],
  [
    [...watchers, 'agency_lead'],
    ['readReport', 'exportQuarterly'],
  ],
  [[...watchers, 'admin'], ['readRollout']],
  [caseworkers, ['streamChanges', 'listSimilar', 'actInBulk', 'readNoticeText']],
  [
    [...caseworkers, 'admin'],
    ['readInbox', 'listPeople'],
  ],
  [['submitter', 'reception', 'integration'], ['submitCase']],
  [[...caseworkers, 'submitter', 'integration'], ['upload']],
  [['submitter', 'reception'], ['printReceipt']],
  [['integration'], ['listChanges']],
  [['agency_lead', 'admin'], ['addDelegation']],
  [[...handlers, 'admin'], ['endDelegation']],
  [['admin', 'supervisor'], ['listReconciliations']],
];

/** What a key is taken for; it opens nothing else. */
const scopes: Readonly<Record<string, Scope | 'any'>> = {
  submitCase: 'cases:submit',
  upload: 'cases:submit',
  listChanges: 'cases:read',
  fileRequest: 'cases:submit',
  listRequests: 'cases:read',
  whoAmI: 'any',
};

/** The right to every operation, by its id, as the design has it; written down here a second time on purpose. */
export const rights: ReadonlyMap<string, Right> = new Map(
  [
    ...anyone.map((id) => [id, 'anyone'] as const),
    ...signedIn.map((id) => [id, 'signedIn'] as const),
    ...byRoles.flatMap(([roles, ids]) => ids.map((id) => [id, roles] as const)),
  ].map(([id, entitled]) => [id, { for: entitled, scope: scopes[id] ?? null }])
);
