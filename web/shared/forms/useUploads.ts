import { useEffect, useRef, useState } from 'react';
import { Refused, type StoredFile, upload } from './uploads';

/** A file on its way, or one that did not arrive. */
export interface PendingFile {
  readonly key: string;
  readonly file: File;
  readonly percent: number;
  /** What the service refused it with; undefined while it is on its way. */
  readonly refusal?: unknown;
}

/** Files on their way into store, for an act of a case where one is named. Each that arrives is handed to `onStored`. */
export function useUploads(onStored: (file: StoredFile) => void, caseCode: string | undefined) {
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
    cancel(key: string) {
      cancels.current.get(key)?.();
      drop(key);
    },
  };
}
