import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { BucketConfig } from './config';
import type { FileStore } from './fileStore';
import { StoreUnavailable } from './refusals';

/** Keeps contents in a bucket. An object is there whole once its upload has ended, and not before. */
export function s3Store({ bucket: Bucket, region, endpoint, pathStyle, keys, timeoutMillis }: BucketConfig): FileStore {
  const client = new S3Client({
    region,
    forcePathStyle: pathStyle,
    // Without these the client waits for ever. What goes on is given the time that it needs.
    requestHandler: { connectionTimeout: timeoutMillis, socketTimeout: timeoutMillis },
    // Stores other than AWS's do not know its checksums at the end of a stream.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint === null ? {} : { endpoint }),
    ...(keys === null ? {} : { credentials: { accessKeyId: keys.id, secretAccessKey: keys.secret } }),
  });
  const answered = <T>(what: string, asked: Promise<T>): Promise<T> =>
    asked.catch((error: unknown) => {
      throw new StoreUnavailable(`the bucket does not ${what}`, { cause: error });
    });
  return {
    async keep(path, Key) {
      // A stream could not be sent again after a failure.
      const Body = await readFile(path);
      await answered('take a file', client.send(new PutObjectCommand({ Bucket, Key, Body })));
    },
    async read(Key, range) {
      const Range = range && `bytes=${String(range.start)}-${String(range.end)}`;
      const { Body } = await answered('give a file', client.send(new GetObjectCommand({ Bucket, Key, Range })));
      if (!(Body instanceof Readable)) throw new StoreUnavailable('the bucket gives no content');
      return Body;
    },
    async remove(Key) {
      await answered('remove a file', client.send(new DeleteObjectCommand({ Bucket, Key })));
    },
  };
}
