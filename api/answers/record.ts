import { z } from 'zod';
import { exportedRecord, inclusion, signedRoot } from '../../record/exported';
import { otherEvents } from '../../domain/case';
import { actionNames } from '../../domain/actions';
import { attachmentAnswer } from './attachment';
import { caseAnswer } from './case';
import { notice } from './history';
import { id, listOf, moment, pagesOf } from './value';

const rootAnswer = signedRoot
  .describe('Signed once a day over the heads of all cases with new events and the root before')
  .meta({ id: 'RecordRoot' });

export const rootPage = pagesOf(rootAnswer).meta({ id: 'RecordRootPage' });

export const rootWithLeaves = z
  .object({ root: rootAnswer, leaves: z.array(z.string()).describe('The hashes of its leaves, in their order') })
  .meta({ id: 'RecordRootWithLeaves' });

export const inclusionAnswer = inclusion
  .describe('Leaf and path lead to the root (RFC 9162); the leaf is the RFC 8785 form of {case, hash, seq}')
  .meta({ id: 'RecordProof' });

export const exportList = listOf(
  z.object({
    at: moment,
    by: id.describe('The account'),
    seq: z.int().nullable().describe('Up to which event'),
    format: z.string(),
  })
).meta({ id: 'ExportList' });

export const caseFileAnswer = z
  .object({
    format: z.literal('pakn-case/1'),
    exportedAt: moment,
    case: caseAnswer,
    notices: z.array(notice),
    attachments: z.array(attachmentAnswer.extend({ seq: z.int(), act: z.enum([...actionNames, ...otherEvents]) })),
    record: exportedRecord.describe('The chained events, with what people wrote and its salts apart'),
    proof: inclusionAnswer.nullable(),
  })
  .meta({ id: 'CaseFile' });
