import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { Refused, type StoredFile, upload } from '../../shared/forms/uploads';

/** Makes a copy for publication of a file that is in store. */
export const copyForPublication = (id: string) =>
  dataOf(api.POST('/v1/attachments/{id}/redacted', { params: { path: { id } } }));

const answerOf = (error: unknown): unknown => (error instanceof Refused ? error.answer : error);

/** Uploads a file of a case that somebody blacked out, and makes a copy for publication of it; one that tells nothing is handed to `onCopy`. */
export function useCopying(caseCode: string, onCopy: (copy: StoredFile) => void, onBusy: (busy: boolean) => void) {
  const copying = useMutation({
    mutationFn: async (file: File) => {
      const stored = await upload(file, caseCode, () => undefined).stored;
      return { ...(await copyForPublication(stored.id)), name: stored.name };
    },
    onSuccess: (copy) => {
      if (copy.found.length === 0) onCopy({ id: copy.id, name: copy.name, size: copy.size });
    },
  });
  const { isPending, error } = copying;
  useEffect(() => {
    onBusy(isPending);
  }, [isPending, onBusy]);
  return {
    take: copying.mutate,
    busy: isPending,
    error: error === null ? null : answerOf(error),
    found: copying.data?.found ?? [],
  };
}
