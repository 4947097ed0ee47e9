import { administrationOperations, authOperations, oidcOperations } from '../../accounts/operations';
import type { Operations } from '../../http/operation';
import { actOperations } from './acts';
import { adminEventOperations } from './adminEvents';
import { agencyOperations } from './agencies';
import { announcementOperations } from './announcements';
import { attachmentOperations } from './attachments';
import { bulkOperations } from './bulk';
import { calendarOperations } from './calendar';
import { caseOperations } from './cases';
import { catalogueOperations } from './catalogue';
import { delegationOperations } from './delegations';
import { changeOperations } from './changes';
import { deadlineOperations } from './deadlines';
import { documentationOperations } from './documentation';
import { draftOperations, zaloOperations } from './drafts';
import { healthOperations } from './health';
import { inboxOperations } from './inbox';
import { liveOperations } from './live';
import {
  messagePreferenceOperations,
  messageReceiptOperations,
  messageTemplateOperations,
  noticeTaskOperations,
} from './messages';
import { open311Operations } from './open311';
import { overviewOperations } from './overview';
import { policyOperations } from './policies';
import { publicationDraftOperations } from './publicationDraft';
import { publicationOperations } from './publications';
import { recordOperations } from './record';
import { similarOperations } from './similar';
import { reportOperations } from './reports';
import { partnerOperations } from './partners';
import { webhookOperations } from './webhooks';
import { textTemplateOperations } from './textTemplates';

/**
 * Everything that the service does over HTTP, by the chapters of `/docs`. To add an address, add its operation to a
 * file of this folder and its handler to the router of the same name in `api/routes/`; the compiler asks for both. A
 * new file is named here, and its router in `api/app.ts`; a test asks for both.
 */
export const operationGroups = {
  Cases: { ...caseOperations, ...inboxOperations, ...deadlineOperations, ...liveOperations, ...similarOperations },
  Drafts: { ...draftOperations, ...zaloOperations },
  'Connected systems': changeOperations,
  Record: recordOperations,
  Acts: { ...actOperations, ...bulkOperations, ...textTemplateOperations },
  Files: attachmentOperations,
  Messages: {
    ...noticeTaskOperations,
    ...messageTemplateOperations,
    ...messagePreferenceOperations,
    ...messageReceiptOperations,
  },
  Reports: { ...overviewOperations, ...reportOperations },
  Publications: { ...publicationOperations, ...publicationDraftOperations },
  Lists: catalogueOperations,
  Agencies: agencyOperations,
  Policies: policyOperations,
  Calendar: { ...calendarOperations, ...announcementOperations },
  'Sign-in': { ...authOperations, ...oidcOperations },
  Accounts: administrationOperations,
  Administration: { ...delegationOperations, ...adminEventOperations },
  'Other systems': { ...webhookOperations, ...partnerOperations },
  Open311: open311Operations,
  Service: { ...healthOperations, ...documentationOperations },
} as const satisfies Record<string, Operations>;
