import type { Fault } from './case';
import { fault } from './faults';

/** What may be attached, as a policy says it. */
export interface AttachmentLimits {
  /** Of one file. */
  readonly maxBytes: number;
  /** Files that the acts of one case may name. */
  readonly perCase: number;
  /** Media types, as the content of a file shows them. */
  readonly types: readonly string[];
  readonly basis: string;
}

/** What holds until an administrator says otherwise; also for policies from before they spoke of attachments. */
export const firstAttachmentLimits: AttachmentLimits = {
  maxBytes: 25 * 1024 * 1024,
  perCase: 100,
  types: [
    'application/pdf',
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/gif',
    'image/tiff',
    'image/heic',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.text',
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/x-cfb',
    'text/plain',
    'audio/mpeg',
    'audio/x-m4a',
    'video/mp4',
    'video/quicktime',
  ],
  basis: 'Service rule; R2, R4',
};

/** What is wrong with proposed limits; each path points into the policy that has them. */
export const faultsOfAttachmentLimits = ({ types }: AttachmentLimits): Fault[] =>
  types.flatMap((type, index) =>
    types.indexOf(type) < index ? [fault(`/attachments/types/${index}`, 'repeated', `${type} stands here twice.`)] : []
  );

/** Why a file goes beyond the limits; null where it keeps to them. */
export function beyondLimits(
  { size, type }: { readonly size: number; readonly type: string },
  { maxBytes, types }: AttachmentLimits
): 'tooLarge' | 'typeNotAllowed' | null {
  if (size > maxBytes) return 'tooLarge';
  return types.includes(type) ? null : 'typeNotAllowed';
}
