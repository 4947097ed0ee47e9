import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { METADATA_ENCODING_KEY, ValueError, type Payload, type PayloadCodec } from '@temporalio/common';
import { decode, encode } from '@temporalio/common/lib/encoding';
import { temporal } from '@temporalio/proto';
import { decrypt, encrypt } from '../secrets/cipher';
import { keyCalled, type Keyring } from '../secrets/keyring';

const ENCRYPTED = 'binary/aes-256-gcm';
const COMPRESSED = 'binary/aes-256-gcm+deflate';
/** Bytes from which on compressing is worth its time: numbers and keys only grow by it. */
const WORTH_COMPRESSING = 256;
const KEY_ID = 'key-id';

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
    const written = temporal.api.common.v1.Payload.encode(payload).finish();
    const [encoding, plain] =
      written.length < WORTH_COMPRESSING ? [ENCRYPTED, written] : [COMPRESSED, deflateRawSync(written)];
    const { current } = this.keyring;
    return {
      metadata: { [METADATA_ENCODING_KEY]: encode(encoding), [KEY_ID]: encode(current) },
      data: encrypt(keyCalled(this.keyring, current), plain),
    };
  }

  private decrypt(payload: Payload): Payload {
    const { metadata, data } = payload;
    const encoding = metadata?.[METADATA_ENCODING_KEY] && decode(metadata[METADATA_ENCODING_KEY]);
    if (encoding !== ENCRYPTED && encoding !== COMPRESSED) return payload;
    if (!data || !metadata?.[KEY_ID]) throw new ValueError('an encrypted payload lacks its data or the id of its key');
    const plain = decrypt(keyCalled(this.keyring, decode(metadata[KEY_ID])), data);
    return temporal.api.common.v1.Payload.decode(encoding === COMPRESSED ? inflateRawSync(plain) : plain);
  }
}
