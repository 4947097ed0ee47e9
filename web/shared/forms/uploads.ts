import { problemOf } from '../api/problem';
import type { Attachment } from '../api/types';
import { signedInAgain } from '../session/expiry';

/** What a form remembers of a file that is in store. */
export type StoredFile = Pick<Attachment, 'id' | 'name' | 'size'>;

interface Upload {
  /** Fails with a problem, or with null where the service did not answer. */
  readonly stored: Promise<Attachment>;
  readonly cancel: () => void;
}

/** Sends a file as it is read, and says how much of it has gone. */
export function upload(file: File, caseCode: string | undefined, onProgress: (percent: number) => void): Upload {
  let current: XMLHttpRequest | undefined;
  const send = () =>
    new Promise<Attachment>((resolve, reject) => {
      const request = new XMLHttpRequest();
      current = request;
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => {
        onProgress(Math.round((loaded / total) * 100));
      };
      request.onload = () => {
        if (request.status === 201) resolve(request.response as Attachment);
        else reject(new Refused(request.response));
      };
      request.onerror = () => {
        reject(new Refused(null));
      };
      request.open(
        'POST',
        caseCode === undefined ? '/v1/attachments' : `/v1/attachments?case=${encodeURIComponent(caseCode)}`
      );
      const form = new FormData();
      form.set('file', file);
      request.send(form);
    });
  const again = async (error: unknown) => {
    if (error instanceof Refused && problemOf(error.answer)?.status === 401 && (await signedInAgain())) return send();
    throw error;
  };
  return { stored: send().catch(again), cancel: () => current?.abort() };
}

/** That a file was not taken, with what the service answered. */
export class Refused extends Error {
  constructor(readonly answer: unknown) {
    super('the file was not taken');
  }
}
