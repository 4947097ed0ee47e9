import express, { type Request, type Response, type Router } from 'express';
import type { Principal } from '../../http/principal';
import type { Scope } from '../../http/scopes';
import { findCase, type CaseRow } from '../../db/cases';
import type { Published } from '../../db/publications';
import { catalogueOn, versionsOf } from '../../db/registers';
import { publishedRequests, publishedUnder, sentRequests } from '../../db/serviceRequests';
import { dateOf, type LocalDate } from '../../domain/time';
import { requestForm, requestsQuery, requestStatuses, spanOf } from '../../inputs/open311';
import { caseCode } from '../../inputs/submission';
import { callerAddress } from '../../http/callerAddress';
import { newCaseCode } from '../caseCode';
import type { ApiContext } from '../context';
import { answerAs, geoReportRefusals, withCommonParameters } from '../geoReport';
import { submissionOf } from '../geoReportForm';
import { askedBy, once } from '../idempotency';
import { factsOn } from '../../domain/register';
import { serve } from '../../http/operation';
import { open311Operations } from '../operations/open311';
import { publishedOn } from '../presentPublication';
import { noticeOf, presentHeldRequest, presentPublishedRequest, type RequestNames } from '../presentRequest';
import { presentDefinition, presentDiscovery, presentService } from '../presentService';
import { Problem, validated } from '../../http/problems';
import { findPublished } from '../findPublished';
import { startOnce } from '../senderReference';
import { readSubmission } from '../submission';
import { trackedCase } from '../trackedCase';
import { verifyUtf8 } from '../utf8';

const FORM_LIMIT = '300kb';

const REQUESTS = { root: 'service_requests', item: 'request' };

/** Open311 GeoReport v2 over the same cases: its form is a submission, its public list is what is published. */
export function open311Routes(context: ApiContext): Router {
  const { db, now, casePrefix, publicUrl, accounts } = context;

  const router = serve(open311Operations, {
    discoverOpen311(request, response) {
      answerAs(request, response, { root: 'discovery' }, presentDiscovery(publicUrl));
    },

    async listServices(request, response) {
      await count(request);
      const services = (await categories()).map(presentService);
      answerAs(request, response, { root: 'services', item: 'service' }, services);
    },

    async readService(request, response) {
      await count(request);
      const code = String(request.params['code']);
      await assertService(code);
      answerAs(request, response, { root: 'service_definition' }, presentDefinition(code));
    },

    fileRequest: [
      express.urlencoded({
        extended: false,
        limit: FORM_LIMIT,
        verify: verifyUtf8,
      }),
      async (request: Request, response: Response) => {
        const form = validated(requestForm, asForm(request));
        const { id, role, agency } = await ownerOfKey(request, form.api_key, 'cases:submit');
        const actor = { id, role, agency };
        await assertService(form.service_code);
        const at = now();
        const asked = askedBy(request, actor, { of: null, reserved: newCaseCode(casePrefix, at) });
        const { status, body } = await once(context, asked, async (claim) =>
          startOnce(context, actor, await readSubmission(context, actor, submissionOf(form), at), claim, at)
        );
        const { code } = body;
        response.status(status);
        answerAs(request, response, REQUESTS, [
          { service_request_id: code, service_notice: noticeOf(await takenCase(code)), account_id: null },
        ]);
      },
    ],

    async listRequests(request, response) {
      const query = validated(requestsQuery, request.query);
      const { service_request_id: ids, service_code, status, page_size: limit, page } = query;
      const present = await presenting();
      const shown = { limit, offset: (page - 1) * limit };
      const filter = { categories: service_code, statuses: status ?? requestStatuses, ...spanOf(query, now()) };
      const key = apiKeyOf(request, query.api_key ?? null);
      response.set('Cache-Control', 'no-store');
      if (ids !== undefined) {
        const held: CaseRow[] = [];
        for (const id of ids) {
          await count(request);
          const row = isCode(id) ? await findCase(db, id) : undefined;
          if (row !== undefined) held.push(row);
        }
        const published = await publishedUnder(db, ids);
        answerAs(request, response, REQUESTS, [...held.map(present.held), ...published.map(present.published)]);
      } else if (key !== null) {
        const { id } = await ownerOfKey(request, key, 'cases:read');
        const rows = await sentRequests(db, id, filter, shown);
        answerAs(request, response, REQUESTS, rows.map(present.held));
      } else {
        await count(request);
        const rows = await publishedRequests(db, filter, shown);
        response.set('Cache-Control', 'public, max-age=60, must-revalidate');
        answerAs(request, response, REQUESTS, rows.map(present.published));
      }
    },

    async readRequest(request, response) {
      await count(request);
      const id = String(request.params['id']);
      const present = await presenting();
      response.set('Cache-Control', 'no-store');
      if (isCode(id)) {
        answerAs(request, response, REQUESTS, [present.held(await trackedCase(db, id))]);
        return;
      }
      const row = await findPublished(db, id);
      if (typeof row === 'string') throw new Problem(row);
      answerAs(request, response, REQUESTS, [present.published(row)]);
    },

    async readToken(request, response) {
      await count(request);
      const { code } = await trackedCase(db, String(request.params['token']));
      response.set('Cache-Control', 'no-store');
      answerAs(request, response, REQUESTS, [{ service_request_id: code, token: code }]);
    },
  });
  router.param('format', withCommonParameters);
  return router.use(geoReportRefusals);

  /** As what else anybody may read is counted; refusals are told as the standard has them. @throws Problem 429 */
  function count(request: Request): Promise<void> {
    return accounts.limits.readPublic(callerAddress(request));
  }

  function categories() {
    return catalogueOn(db, 'category', dateOf(now()));
  }

  /** @throws Problem 404 where no category that may be chosen now has this code. */
  async function assertService(code: string): Promise<void> {
    if (!(await categories()).some((category) => category.code === code))
      throw new Problem('no-such-entry', { detail: `There is no service_code ${code}.` });
  }

  async function takenCase(code: string): Promise<CaseRow> {
    const row = await findCase(db, code);
    if (row === undefined) throw new Error(`case ${code} was taken and is not there`);
    return row;
  }

  /** Presents requests, what is published by the names of that day, a case by those of today. */
  async function presenting() {
    const [services, agencies] = await Promise.all([versionsOf(db, 'category'), versionsOf(db, 'agency')]);
    const namesOn = (day: LocalDate): RequestNames => ({
      service: (code) => (code === null ? null : (factsOn(services, code, day)?.label ?? null)),
      agency: (id) => (id === null ? null : (factsOn(agencies, id, day)?.name ?? null)),
    });
    return {
      held: (row: CaseRow) => presentHeldRequest(row, namesOn(dateOf(now()))),
      published: (row: Published) => presentPublishedRequest(row, namesOn(publishedOn(row))),
    };
  }

  /** Whose key it is, given as the standard has it or as our own interface has it. @throws Problem 401, 403. */
  async function ownerOfKey(request: Request, given: string | null, scope: Scope): Promise<Principal> {
    const key = apiKeyOf(request, given);
    const owner = key === null ? undefined : await accounts.authenticate({ 'x-api-key': key });
    if (owner?.via !== 'apiKey') throw new Problem('not-signed-in', { detail: 'The api_key is missing or unknown.' });
    if (!owner.scopes.includes(scope)) throw new Problem('out-of-scope');
    return owner;
  }
}

const apiKeyOf = (request: Request, given: string | null): string | null => given ?? request.get('X-Api-Key') ?? null;

const isCode = (id: string): boolean => caseCode.safeParse(id).success;

/** @throws Problem 415 where the request brings no form. */
function asForm(request: Request): unknown {
  if (request.is('application/x-www-form-urlencoded') === false) throw new Problem('unsupported-media-type');
  return request.body ?? {};
}
