import { canBePreviewed } from '../inputs/mediaTypes';
import type { Attachment } from '../db/attachments';
import { moment } from './present';

/** What is told of a file. */
export const presentAttachment = ({ id, name, type, size, sha256, uploadedAt }: Attachment) => ({
  id,
  name,
  type,
  size,
  previewable: canBePreviewed(type),
  sha256,
  uploadedAt: moment(uploadedAt),
});
