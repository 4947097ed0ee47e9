import type { DataConverter } from '@temporalio/common';
import { EncryptionCodec } from './codec';
import type { Keyring } from '../secrets/keyring';

/** How payloads leave for Temporal and come back; the same for worker, client and replay. */
export const dataConverter = (keyring: Keyring): DataConverter => ({
  payloadCodecs: [new EncryptionCodec(keyring)],
  failureConverterPath: require.resolve('./failures'),
});
