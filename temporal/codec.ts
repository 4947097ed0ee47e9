import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { METADATA_ENCODING_KEY, ValueError, type Payload, type PayloadCodec } from '@temporalio/common';
import { decode, encode } from '@temporalio/common/lib/encoding';
import { temporal } from '@temporalio/proto';

const ENCRYPTED = 'binary/aes-256-gcm';
const COMPRESSED = 'binary/aes-256-gcm+deflate';
/** Bytes from which on compressing is worth its time: numbers and keys only grow by it. */
const WORTH_COMPRESSING = 256;
const KEY_ID = 'key-id';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** 32-byte keys by id. The current one encrypts; the others still decrypt what was encrypted under them. */
export interface Keyring {
  readonly current: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

/** Makes payloads unreadable in Temporal: large ones compressed, all by AES-256-GCM, with the key's id beside them so that keys can rotate. */
export class EncryptionCodec implements PayloadCodec {
  constructor(private readonly keyring: Keyring) {}

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.encrypt(payload)));
  }

  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.decrypt(payload)));
  }

  private encrypt(payload: Payload): Payload {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.keyring.current), iv);
    const written = temporal.api.common.v1.Payload.encode(payload).finish();
    const [encoding, plain] =
      written.length < WORTH_COMPRESSING ? [ENCRYPTED, written] : [COMPRESSED, deflateRawSync(written)];
    const data = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return { metadata: { [METADATA_ENCODING_KEY]: encode(encoding), [KEY_ID]: encode(this.keyring.current) }, data };
  }

  private decrypt(payload: Payload): Payload {
    const { metadata, data } = payload;
    const encoding = metadata?.[METADATA_ENCODING_KEY] && decode(metadata[METADATA_ENCODING_KEY]);
    if (encoding !== ENCRYPTED && encoding !== COMPRESSED) return payload;
    if (!data || !metadata?.[KEY_ID]) throw new ValueError('an encrypted payload lacks its data or the id of its key');
    const decipher = createDecipheriv('aes-256-gcm', this.key(decode(metadata[KEY_ID])), data.subarray(0, IV_BYTES));
    decipher.setAuthTag(data.subarray(data.length - TAG_BYTES));
    const plain = Buffer.concat([decipher.update(data.subarray(IV_BYTES, data.length - TAG_BYTES)), decipher.final()]);
    return temporal.api.common.v1.Payload.decode(encoding === COMPRESSED ? inflateRawSync(plain) : plain);
  }

  private key(id: string): Buffer {
    const key = this.keyring.keys[id];
    if (key === undefined) throw new ValueError(`no key with the id ${id}`);
    return key;
  }
}

/**
 * Reads keys from `id:base64,id:base64`; the first is the current one.
 * @throws Error naming the entry that is not 32 bytes of base64.
 */
export function parseKeyring(text: string): Keyring {
  const entries = text.split(',').map((entry, index) => {
    const [id = '', secret = ''] = entry.trim().split(':');
    const key = Buffer.from(secret, 'base64');
    // What stands where the id should may be the key itself: it is not told.
    if (id === '' || key.length !== 32)
      throw new Error(`payload key ${String(index + 1)} is not 32 bytes of base64 after its id`);
    return [id, key] as const;
  });
  const [first] = entries;
  if (first === undefined) throw new Error('there is no payload key');
  return { current: first[0], keys: Object.fromEntries(entries) };
}
