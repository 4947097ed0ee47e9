/** Why an upload was not taken. */
export type UploadFault =
  'notAForm' | 'malformed' | 'noFile' | 'empty' | 'tooLarge' | 'typeNotAllowed' | 'tooManyUnused';

/** An upload that was not taken, and nothing of which is kept. */
export class UploadRefused extends Error {
  constructor(
    readonly fault: UploadFault,
    /** What it was and what it may be, where that helps. */
    readonly detail?: string
  ) {
    super(fault);
  }
}

export const tooLarge = (maxBytes: number): UploadRefused =>
  new UploadRefused('tooLarge', `A file has at most ${String(maxBytes)} bytes.`);

/** There is no room left for files. */
export class NoRoom extends Error {}

/** The store of files does not answer, or lacks a file that it should have. */
export class StoreUnavailable extends Error {}

/** A full disk or a used-up quota as `NoRoom`, anything else as it is. */
export function withoutRoom(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'EDQUOT' ? new NoRoom(code, { cause: error }) : error;
}
