import { z } from 'zod';
import { actionNames } from '../domain/actions';
import { otherEvents } from '../domain/case';
import { roles, SERVICE } from '../domain/roles';
import { firstBreach, type Breach, type RecordedCase } from './verify';
import { includes, isGenuine, type Inclusion, type SignedRoot } from './roots';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const head = z.object({ seq: z.int(), hash });

export const signedRoot = z.object({
  number: z.int(),
  date: z.string(),
  sealedAt: z.string(),
  leaves: z.int(),
  root: hash,
  previous: hash.nullable(),
  signature: z.string(),
  publicKey: z.string(),
}) satisfies z.ZodType<SignedRoot>;

export const inclusion = z.object({
  case: z.string(),
  head,
  position: z.int().min(0),
  path: z.array(hash),
  root: signedRoot,
}) satisfies z.ZodType<Inclusion>;

const actor = z.strictObject({
  id: z.string(),
  role: z.enum(roles),
  agency: z.string().nullable(),
  standsInFor: z.exactOptional(z.string()),
});

/** The record of a case as an export carries it: enough to verify it anywhere. */
export const exportedRecord = z.object({
  code: z.string(),
  head,
  links: z.array(
    z.object({
      seq: z.int(),
      previous: hash.nullable(),
      hash,
      event: z.strictObject({
        seq: z.int(),
        type: z.enum([...actionNames, ...otherEvents]),
        at: z.string(),
        recordedAt: z.string(),
        by: z.union([z.literal(SERVICE), actor]),
        data: z.unknown(),
        changes: z.unknown(),
      }),
    })
  ),
  personal: z.array(z.object({ seq: z.int(), field: z.string(), value: z.string(), salt: z.string() })),
});

export const exportedCase = z.object({ record: exportedRecord, proof: inclusion.nullable() });

/**
 * The first fault of an exported case: in its chain, against the signed root that it carries, or against roots that
 * somebody kept. Null where it is whole.
 * @param trusted roots that the reader has from elsewhere; those of the same number must be the same.
 */
export function firstBreachOfExport(
  { record, proof }: { readonly record: RecordedCase; readonly proof: Inclusion | null },
  trusted: readonly SignedRoot[] = []
): Breach | null {
  return firstBreach(record) ?? (proof === null ? null : againstRoot(record, proof, trusted));
}

function againstRoot(record: RecordedCase, proof: Inclusion, trusted: readonly SignedRoot[]): Breach | null {
  const { code } = record;
  const breach = (what: string, seq = proof.head.seq): Breach => ({ code, seq, what });
  const { root } = proof;
  if (!isGenuine(root)) return breach('the signature of the root is false');
  const known = trusted.find(({ number }) => number === root.number);
  if (known !== undefined && (known.root !== root.root || known.publicKey !== root.publicKey))
    return breach('the root is another than the one that was published');
  if (proof.case !== code || !includes(proof)) return breach('the root does not include the case');
  const last = record.links.at(-1)?.seq ?? 0;
  if (last < proof.head.seq) return breach('events at the end are missing', last + 1);
  const sealed = record.links.find(({ seq }) => seq === proof.head.seq);
  return sealed?.hash === proof.head.hash
    ? null
    : breach('events up to here were written anew after the root was made');
}
