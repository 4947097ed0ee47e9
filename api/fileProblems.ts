import { DrawnOver, NotRedactable, TakesTooMuch } from '../attachments/redact/run';
import { NoRoom, StoreUnavailable, UploadRefused, type UploadFault } from '../attachments/refusals';
import { Problem } from '../http/problems';
import type { ProblemType } from '../http/problemTypes';

const types: Record<UploadFault, ProblemType> = {
  notAForm: 'unsupported-media-type',
  malformed: 'malformed-request',
  noFile: 'file-refused',
  empty: 'file-refused',
  tooLarge: 'too-large',
  typeNotAllowed: 'file-refused',
  tooManyUnused: 'too-many-uploads',
};

const details: Partial<Record<UploadFault, string>> = {
  notAForm: 'Send the file as multipart/form-data.',
  noFile: 'The form has no file.',
  empty: 'The file is empty.',
};

/** What went wrong with a file, as a problem; anything else as it is. */
export function problemOfFile(error: unknown): unknown {
  if (error instanceof UploadRefused) {
    const detail = details[error.fault] ?? error.detail;
    return new Problem(types[error.fault], detail === undefined ? {} : { detail });
  }
  if (error instanceof DrawnOver) return new Problem('drawn-over');
  if (error instanceof TakesTooMuch) return new Problem('too-much-to-copy');
  if (error instanceof NotRedactable) return new Problem('not-redactable', { detail: error.message });
  if (error instanceof NoRoom) return new Problem('no-room');
  if (error instanceof StoreUnavailable) return new Problem('files-unavailable');
  return error;
}
