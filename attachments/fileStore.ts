import type { Readable } from 'node:stream';
import type { BucketConfig } from './config';
import { localStore } from './localStore';
import { s3Store } from './s3Store';

/** First and last byte of a part of a file, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Keeps contents under their SHA-256: what is there under a hash never changes. */
export interface FileStore {
  /** Takes a finished file over; it is kept whole or not at all. @throws NoRoom, StoreUnavailable */
  keep(path: string, sha256: string): Promise<void>;
  /** @throws StoreUnavailable where the content cannot be had. */
  read(sha256: string, range?: ByteRange): Promise<Readable>;
  remove(sha256: string): Promise<void>;
}

/** The store that the configuration names: a bucket, else a folder. */
export const openStore = ({ dir, bucket }: { dir: string; bucket: BucketConfig | null }): FileStore =>
  bucket === null ? localStore(dir) : s3Store(bucket);
