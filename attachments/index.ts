import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OriginalErased, addAttachment, countUnused, type Attachment } from '../db/attachments';
import type { Database } from '../db/database';
import type { AttachmentLimits } from '../domain/attachmentLimits';
import type { Instant } from '../domain/time';
import type { AttachmentsConfig } from './config';
import { contentType } from './contentType';
import { neutralFileName, safeFileName } from './fileName';
import { openStore, type ByteRange } from './fileStore';
import { intoFile } from './intoFile';
import { isMediaType, type MediaType } from '../inputs/mediaTypes';
import { purge } from './purge';
import { receive, write, type Arrived } from './receive';
import { NotRedactable, REDACTION, redactFile } from './redact/run';
import { tooLarge, UploadRefused, withoutRoom } from './refusals';

/** Takes files in and gives them back. Who may do either is for others to say. */
export function createAttachments({ db, config, now }: AttachmentsDependencies) {
  const store = openStore(config);
  const incoming = join(config.dir, 'incoming');

  async function assertRoomFor(uploader: string): Promise<void> {
    if ((await countUnused(db, uploader, config.unusedDays)) >= config.unusedPerAccount)
      throw new UploadRefused('tooManyUnused', `${String(config.unusedPerAccount)} files may wait for an act at once.`);
  }

  const keep = ({ path, ...file }: Omit<Attachment, 'id' | 'uploadedAt' | 'claimedAt'> & { path: string }) =>
    addAttachment(db, { id: newId(file.sha256), uploadedAt: new Date(now()), ...file }, () =>
      store.keep(path, file.sha256)
    );

  /** @throws UploadRefused where the content is of no type that is allowed. */
  const typeAmong =
    ({ types }: AttachmentLimits) =>
    async (path: string): Promise<MediaType> => {
      const found = await contentType(path);
      if (found !== null && isMediaType(found) && types.includes(found)) return found;
      throw new UploadRefused(
        'typeNotAllowed',
        `The content is ${found ?? 'of no known type'}; allowed are ${types.join(', ')}.`
      );
    };

  /** Takes over a file that has arrived. */
  async function settle(
    { path, name, sha256, size }: Arrived,
    uploadedBy: string,
    judge: (path: string) => Promise<MediaType>
  ): Promise<Attachment> {
    const type = await judge(path);
    const file = { path, sha256, size, type, name: safeFileName(name, type), uploadedBy };
    return keep({ ...file, redactedFrom: null, redaction: null, text: null });
  }

  /**
   * Gives the path of a file that is to be made, used and gone. It lies where files arrive: what a process that dies in
   * the middle leaves there is purged. @throws NoRoom, and what `use` throws
   */
  async function withPassingFile<T>(use: (path: string) => Promise<T>): Promise<T> {
    const path = join(incoming, randomUUID());
    try {
      await mkdir(incoming, { recursive: true });
      return await use(path);
    } catch (error) {
      throw withoutRoom(error);
    } finally {
      await rm(path, { force: true });
    }
  }

  /** Takes over a content that came with something else. */
  const settleContent = (
    { name, content }: NamedContent,
    uploadedBy: string,
    judge: (path: string) => Promise<MediaType>
  ): Promise<Attachment> =>
    withPassingFile(async (path) => settle(await write(Readable.from([content]), path, name), uploadedBy, judge));

  return {
    /** Keeps the file of a request. @throws UploadRefused, NoRoom, StoreUnavailable */
    async take(request: IncomingMessage, uploadedBy: string, limits: AttachmentLimits): Promise<Attachment> {
      await assertRoomFor(uploadedBy);
      const arrived = await receive(request, incoming, limits.maxBytes);
      return settle(arrived, uploadedBy, typeAmong(limits)).finally(() => rm(arrived.path, { force: true }));
    },

    /** Keeps a file that came with a message, by the rules of uploads. @throws UploadRefused, NoRoom, StoreUnavailable */
    async takeContent(file: NamedContent, uploadedBy: string, limits: AttachmentLimits): Promise<Attachment> {
      if (file.content.length === 0) throw new UploadRefused('empty');
      if (file.content.length > limits.maxBytes) throw tooLarge(limits.maxBytes);
      return settleContent(file, uploadedBy, typeAmong(limits));
    },

    /** Keeps a message as it came, whatever it is. @throws NoRoom, StoreUnavailable */
    takeOriginal: (file: NamedContent, uploadedBy: string): Promise<Attachment> =>
      settleContent(file, uploadedBy, () => Promise.resolve('message/rfc822')),

    /** Makes a copy of a file for publication; a copy of a copy is one of the file itself. @throws NotRedactable, NoRoom, StoreUnavailable */
    async redact(original: Attachment, uploadedBy: string): Promise<Attachment> {
      const { type } = original;
      if (!isMediaType(type)) throw new NotRedactable(`Nothing is known of ${type}.`);
      return withPassingFile((from) =>
        withPassingFile(async (path) => {
          const content = await store.read(original.sha256);
          await intoFile(from, (file) => pipeline(content, file));
          const { text } = await redactFile(type, from, path);
          const facts = { ...(await measured(path)), type, name: neutralFileName(type), uploadedBy };
          const redactedFrom = original.redactedFrom ?? original.id;
          const copy = { path, redactedFrom, redaction: REDACTION, text: text.replaceAll('\0', '') };
          return keep({ ...facts, ...copy }).catch((error: unknown) => {
            throw error instanceof OriginalErased ? new NotRedactable(error.message) : error;
          });
        })
      );
    },

    withPassingFile,

    /** The content, or a part of it. @throws StoreUnavailable */
    read: ({ sha256 }: Attachment, range?: ByteRange): Promise<Readable> => store.read(sha256, range),

    /** Removes what no act has named for long, and what broken uploads left; answers how many files went. */
    purge: () => purge({ db, store, incoming, unusedDays: config.unusedDays }),
  };
}

export interface NamedContent {
  readonly name: string;
  readonly content: Buffer;
}

export interface AttachmentsDependencies {
  readonly db: Database;
  readonly config: AttachmentsConfig;
  /** The legal time now. */
  readonly now: () => Instant;
}

export type Attachments = ReturnType<typeof createAttachments>;

/** Not to be guessed, and bound to the content: an act that names it says which bytes it meant. */
const newId = (sha256: string): string => `${randomBytes(12).toString('hex')}-${sha256}`;

async function measured(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { sha256: hash.digest('hex'), size: (await stat(path)).size };
}
