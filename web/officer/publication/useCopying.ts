import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Attachment, Schemas } from '../../shared/api/types';
import { Refused, upload } from '../../shared/forms/uploads';

/** Makes a copy for publication of a file that is in store. */
export const copyForPublication = (id: string) =>
  dataOf(api.POST('/v1/attachments/{id}/redacted', { params: { path: { id } } }));

const answerOf = (error: unknown): unknown => (error instanceof Refused ? error.answer : error);

/** A file that somebody blacked out, and the copy for publication that was made of it. */
export interface BlackedOut {
  readonly original: Attachment;
  readonly copy: Schemas['RedactedAttachment'];
}

/** Uploads a file of a case that somebody blacked out, and makes a copy for publication of it. */
export function useCopying(
  caseCode: string,
  onCopy: (blackedOut: BlackedOut) => void,
  onBusy: (busy: boolean) => void
) {
  const copying = useMutation({
    mutationFn: async (file: File) => {
      const original = await upload(file, caseCode, () => undefined).stored;
      return { original, copy: await copyForPublication(original.id) };
    },
    onSuccess: onCopy,
  });
  const { isPending, error } = copying;
  useEffect(() => {
    onBusy(isPending);
  }, [isPending, onBusy]);
  return {
    take: copying.mutate,
    busy: isPending,
    error: error === null ? null : answerOf(error),
  };
}
