import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { actingFor } from './actingFor';
import { callerAddress } from '../http/callerAddress';
import { allowedMethods } from './allowedMethods';
import { keptByBrowsers } from './caching';
import type { ApiContext } from './context';
import { plainJson } from './plainJson';
import { operationGroups } from './operations';
import { Problem, problemHandler } from '../http/problems';
import { actionRoutes } from './routes/actions';
import { adminEventRoutes } from './routes/adminEvents';
import { agencyRoutes } from './routes/agencies';
import { announcementRoutes } from './routes/announcements';
import { attachmentRoutes } from './routes/attachments';
import { bulkRoutes } from './routes/bulk';
import { calendarRoutes } from './routes/calendar';
import { caseRoutes } from './routes/cases';
import { catalogueRoutes } from './routes/catalogue';
import { changeRoutes } from './routes/changes';
import { delegationRoutes } from './routes/delegations';
import { draftRoutes } from './routes/drafts';
import { documentationRoutes } from './routes/documentation';
import { deadlineRoutes } from './routes/deadlines';
import { healthRoutes } from './routes/health';
import { inboxRoutes } from './routes/inbox';
import { liveRoutes } from './routes/live';
import { messagePreferenceRoutes } from './routes/messagePreferences';
import { messageReceiptRoutes } from './routes/messageReceipts';
import { messageTemplateRoutes } from './routes/messageTemplates';
import { noticeTaskRoutes } from './routes/noticeTasks';
import { open311Routes } from './routes/open311';
import { overviewRoutes } from './routes/overview';
import { partnerRoutes } from './routes/partners';
import { pageRoutes } from './routes/pages';
import { policyRoutes } from './routes/policies';
import { publicationDraftRoutes } from './routes/publicationDraft';
import { publicationRoutes } from './routes/publications';
import { recordRoutes } from './routes/record';
import { similarRoutes } from './routes/similar';
import { traced } from './traced';
import { reportRoutes } from './routes/reports';
import { webhookRoutes } from './routes/webhooks';
import { textTemplateRoutes } from './routes/textTemplates';
import { zaloRoutes } from './routes/zalo';
import { verifyUtf8 } from './utf8';

/** Pages take scripts, styles, pictures and answers from here alone. Component libraries set styles on elements. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameSrc: ["'self'"],
  frameAncestors: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
};

/**
 * What everybody may read without an account, but for the lists and days that each page asks for; Open311 counts for
 * itself, and tells of it as its standard has it.
 */
const publicAddresses = [
  '/v1/public',
  '/v1/track',
  '/v1/record/roots',
  '/v1/calendar.ics',
  '/v1/calendar/:year.ics',
  '/answers',
  '/feed.atom',
  '/sitemap.xml',
  '/sitemaps',
];

const BODY_LIMIT = '1mb';

const limitPublicReads =
  ({ accounts }: ApiContext): RequestHandler =>
  async (request, _response, next) => {
    await accounts.limits.readPublic(callerAddress(request));
    next();
  };

/** The HTTP interface over what the context gives. Listens to nothing by itself. */
export function createApp(context: ApiContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', context.trustedProxies ?? false);
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy } }));
  app.use(
    pinoHttp({
      logger: context.log,
      genReqId: (request, response) => {
        const given = request.headers['x-request-id'];
        const id = typeof given === 'string' && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
        response.setHeader('X-Request-Id', id);
        return id;
      },
      // Addresses hold the codes of cases and queries what people search for; neither goes into a log.
      serializers: {
        req: ({ id, method }: { id: string; method: string }) => ({ id, method }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    })
  );
  app.use(context.metrics.timed, traced, allowedMethods(operationGroups));
  app.use('/v1', keptByBrowsers);
  app.use(healthRoutes(context), documentationRoutes(), messageReceiptRoutes(context));
  // What is signed are the bytes of a body: it is not read as JSON before.
  app.use(zaloRoutes(context));
  app.use(
    express.json({
      limit: BODY_LIMIT,
      verify: verifyUtf8,
    }),
    plainJson
  );
  app.use(context.accounts.router);
  app.use(actingFor(context));
  app.use(publicAddresses, limitPublicReads(context));
  app.use(caseRoutes(context));
  app.use(inboxRoutes(context));
  app.use(deadlineRoutes(context));
  app.use(similarRoutes(context));
  app.use(changeRoutes(context));
  app.use(draftRoutes(context));
  app.use(bulkRoutes(context));
  app.use(textTemplateRoutes(context));
  app.use(recordRoutes(context));
  app.use(actionRoutes(context));
  app.use(attachmentRoutes(context));
  app.use(noticeTaskRoutes(context));
  app.use(messageTemplateRoutes(context));
  app.use(messagePreferenceRoutes(context));
  app.use(publicationRoutes(context));
  app.use(publicationDraftRoutes(context));
  app.use(catalogueRoutes(context));
  app.use(agencyRoutes(context));
  app.use(policyRoutes(context));
  app.use(delegationRoutes(context));
  app.use(adminEventRoutes(context));
  app.use(announcementRoutes(context));
  app.use(calendarRoutes(context));
  app.use(overviewRoutes(context));
  app.use(reportRoutes(context));
  app.use(webhookRoutes(context));
  app.use(partnerRoutes(context));
  app.use(open311Routes(context));
  app.use(liveRoutes(context));
  app.use(pageRoutes(context.pages));
  app.use(() => {
    throw new Problem('no-such-page');
  });
  app.use(problemHandler(context.log, context.metrics.countProblem));
  return app;
}
