import { dataConverter } from '../../temporal/dataConverter';

/** Encrypts what tests put into Temporal and what the committed histories hold; protects nothing. */
export const testDataConverter = dataConverter({
  current: 'test',
  keys: { test: Buffer.from('0123456789abcdef0123456789abcdef') },
});
