import { parseKeyring } from '../../secrets/keyring';
import { dataConverter } from '../../temporal/dataConverter';

/** Encrypts what tests put into Temporal and what the committed histories hold; protects nothing. */
export const TEST_PAYLOAD_KEYS = `test:${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;

export const testKeyring = parseKeyring(TEST_PAYLOAD_KEYS);

export const testDataConverter = dataConverter(testKeyring);
