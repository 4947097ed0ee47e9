import { $api } from '../api/client';
import type { Case, Schemas } from '../api/types';

export type AttachmentLimits = Schemas['AttachmentLimits'];

/** How files of a media type are called. */
const names: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'image/tiff': 'TIFF',
  'image/heic': 'HEIC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
  'application/x-cfb': 'DOC/XLS',
  'text/plain': 'TXT',
  'audio/mpeg': 'MP3',
  'audio/x-m4a': 'M4A',
  'video/mp4': 'MP4',
  'video/quicktime': 'MOV',
};

export const fileTypeName = (type: string): string => names[type] ?? type;

/** What may be attached: to a case by its own policy, to a new one by the policy in force; undefined until it is known. */
export function useAttachmentLimits(ofCase: Pick<Case, 'policy'> | undefined): AttachmentLimits | undefined {
  const { data } = $api.useQuery('get', '/v1/policies', {});
  return data?.items.find(({ version, inForce }) => (ofCase === undefined ? inForce : version === ofCase.policy))
    ?.attachments;
}
