import { createHash } from 'node:crypto';

/** SHA-256 as 64 hexadecimal digits, the form of every hash on record. */
export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
