import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../api/types';
import { Refused, type StoredFile, upload } from './uploads';

/** A file on its way, or one that did not arrive. */
export interface PendingFile {
  readonly key: string;
  readonly file: File;
  readonly percent: number;
  /** What it was refused with; undefined while it is on its way. */
  readonly refusal?: unknown;
}

interface UploadOptions {
  /** The case whose act names the files; undefined for a new one. */
  readonly caseCode: string | undefined;
  /** What a file may have at most; undefined until it is known. */
  readonly maxBytes: number | undefined;
  /** Takes each file that has arrived. */
  readonly onStored: (file: StoredFile) => void;
}

/** As the service would refuse it; a slow line would have carried it whole before. */
const tooLarge: Problem = { type: 'too-large', title: 'The file is too large', status: 413 };

/** Files on their way into store. */
export function useUploads({ caseCode, maxBytes, onStored }: UploadOptions) {
  const [pending, setPending] = useState<readonly PendingFile[]>([]);
  // Who typed while a file was on its way has made a newer form of it.
  const tell = useRef(onStored);
  useEffect(() => {
    tell.current = onStored;
  }, [onStored]);
  const cancels = useRef(new Map<string, () => void>());
  const change = (key: string, changes: Partial<PendingFile>) => {
    setPending((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  };
  const drop = (key: string) => {
    cancels.current.delete(key);
    setPending((all) => all.filter((one) => one.key !== key));
  };
  const start = (file: File) => {
    const key = crypto.randomUUID();
    if (maxBytes !== undefined && file.size > maxBytes) {
      setPending((all) => [...all, { key, file, percent: 0, refusal: tooLarge }]);
      return;
    }
    setPending((all) => [...all, { key, file, percent: 0 }]);
    const { stored, cancel } = upload(file, caseCode, (percent) => {
      change(key, { percent });
    });
    cancels.current.set(key, cancel);
    stored.then(
      (result) => {
        drop(key);
        tell.current(result);
      },
      (error: unknown) => {
        change(key, { refusal: error instanceof Refused ? error.answer : null });
      }
    );
  };
  return {
    pending,
    start,
    again({ key, file }: PendingFile) {
      drop(key);
      start(file);
    },
    cancel(key: string) {
      cancels.current.get(key)?.();
      drop(key);
    },
  };
}
