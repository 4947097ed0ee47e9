import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether somebody brings the right secret, in a time that tells nothing of it. */
export const isSameSecret = (given: string | Buffer, right: string | Buffer): boolean =>
  timingSafeEqual(digest(given), digest(right));

/** Of one length, whatever is compared. */
const digest = (secret: string | Buffer): Buffer => createHash('sha256').update(secret).digest();
