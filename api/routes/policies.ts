import type { Router } from 'express';
import { foundMediaTypes } from '../../inputs/mediaTypes';
import { recordAdminAct } from '../../db/adminEvents';
import type { Executor } from '../../db/database';
import {
  addPolicy,
  countOpenCases,
  policiesOf,
  policyVersions,
  versionFor,
  type PolicyVersion,
} from '../../db/policies';
import { faultsOfAttachmentLimits, type AttachmentLimits } from '../../domain/attachmentLimits';
import { fault } from '../../domain/faults';
import { policyFor, type Policy } from '../../domain/policy';
import { faultsOfPolicy } from '../../domain/policyFaults';
import { changedLengths, policyExamples } from '../../domain/policyPreview';
import { dateOf, startOf, type Instant } from '../../domain/time';
import { newPolicy } from '../../inputs/policy';
import { administerAs } from '../administering';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { policyOperations } from '../operations/policies';
import { actorOf } from '../../http/principal';
import { assertFaultless, validated } from '../../http/problems';
import { viewOf } from '../view';

const EXAMPLES = 5;

/** The terms of the law as data with the day from which each version holds. */
export function policyRoutes({ db, lawBook, now }: ApiContext): Router {
  return serve(policyOperations, {
    async listPolicies(request, response) {
      const { day, knownAt } = viewOf(request, now());
      const known = await policyVersions(db, knownAt);
      const inForce = known.length === 0 ? null : policyFor(day, policiesOf(known)).version;
      response.json({
        items: known.map((version) => presentPolicy(version, inForce)),
        mediaTypes: foundMediaTypes,
      });
    },

    async addPolicy(request, response) {
      const { id: by } = actorOf(response);
      const at = now();
      const added = await administerAs(db, by, async (tx) => {
        const { proposed, attachments, replaces, document } = await readPolicy(tx, request.body, at);
        const version: PolicyVersion = { policy: proposed, attachments, document, createdAt: at };
        await addPolicy(tx, version, by);
        const subject = `policy/${String(proposed.version)}`;
        const before = { ...replaces.policy, attachments: replaces.attachments };
        const after = { ...proposed, attachments };
        await recordAdminAct(tx, { at, by, act: 'policy.add', subject, before, after, document });
        return { version, inForce: policyFor(dateOf(at), policiesOf(await policyVersions(tx))).version };
      });
      response.status(201).json(presentPolicy(added.version, added.inForce));
    },

    async previewPolicy(request, response) {
      const at = now();
      const { proposed, attachments, replaces } = await readPolicy(db, request.body, at);
      const { calendar } = await lawBook.lawAt(startOf(proposed.effectiveFrom), startOf(proposed.effectiveFrom));
      response.json({
        effectiveFrom: proposed.effectiveFrom,
        replaces: replaces.policy.version,
        lengths: changedLengths(replaces.policy, proposed),
        examples: policyExamples(proposed, { calendar, policy: replaces.policy }, EXAMPLES),
        attachments: { today: replaces.attachments, proposed: attachments },
        openCases: await countOpenCases(db),
      });
    },
  });
}

/** A new version without faults, and the one that it follows on its day. */
async function readPolicy(
  tx: Executor,
  body: unknown,
  at: Instant
): Promise<{ proposed: Policy; attachments: AttachmentLimits; replaces: PolicyVersion; document: string }> {
  const { document, attachments: given, follows, ...numbers } = validated(newPolicy, body);
  const versions = await policyVersions(tx);
  const existing = policiesOf(versions);
  const proposed: Policy = { version: Math.max(0, ...existing.map(({ version }) => version)) + 1, ...numbers };
  const replaces = versionFor(proposed.effectiveFrom, versions);
  const attachments = given ?? replaces.attachments;
  const overtaken = follows !== undefined && follows !== proposed.version - 1;
  const faults = [
    ...(overtaken ? [fault('', 'overtaken', 'Another version has been added since.')] : []),
    ...faultsOfPolicy(proposed, existing, dateOf(at)),
    ...faultsOfAttachmentLimits(attachments),
  ];
  assertFaultless(faults);
  return { proposed, attachments, replaces, document };
}

const presentPolicy = ({ policy, attachments, document, createdAt }: PolicyVersion, inForce: number | null) => ({
  ...policy,
  attachments,
  inForce: policy.version === inForce,
  document,
  createdAt,
});
