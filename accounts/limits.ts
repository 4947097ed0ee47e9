import { addressKey, createCounter, hashed } from './counter';
import type { Database } from './database';

/** How often what needs no account, or only one that anybody may open, may be asked. */
export interface RequestLimits {
  /** Reads of what is public from one network, in a minute; codes of cases that it asks for, right or wrong, among them. */
  readonly publicReads: number;
  /** Days whose record one network reads the hashes of, in a minute: they are made anew each time. */
  readonly rootReads: number;
  /** Submissions of one account, in an hour. */
  readonly submissionsPerAccount: number;
  /** Submissions from one network, in an hour. */
  readonly submissionsPerAddress: number;
  /** What submitters upload from one network, in an hour, in megabytes: it fills the disk until it lapses. */
  readonly megabytesPerAddress: number;
  /** Submissions by which one account has a mailbox or telephone told that it has not proven to be its own, in an hour. */
  readonly submissionsPerRecipient: number;
  /**
   * Documents that one submitter has printed, and proofs over a whole day's record, in an hour: documents are laid out one
   * after the other for everybody, and a proof holds up what else a process does.
   */
  readonly printsPerSubmitter: number;
}

export const usualRequestLimits: RequestLimits = {
  publicReads: 6_000,
  rootReads: 60,
  submissionsPerAccount: 500,
  submissionsPerAddress: 5_000,
  megabytesPerAddress: 5_000,
  submissionsPerRecipient: 20,
  printsPerSubmitter: 60,
};

const MINUTE = 60;
const MEGABYTE = 1_000_000;

export function createLimits(db: Database, limits: RequestLimits) {
  const { count, takeBack } = createCounter(db);
  return {
    /** @throws Problem 429 */
    readPublic: (address: string): Promise<void> =>
      count(addressKey('public-read', address), limits.publicReads, MINUTE),
    /** @throws Problem 429 */
    readRoot: (address: string): Promise<void> => count(addressKey('root', address), limits.rootReads, MINUTE),
    /** @throws Problem 429 */
    async submit(account: string, address: string): Promise<void> {
      await count(addressKey('submit', address), limits.submissionsPerAddress, 60 * MINUTE);
      await count(hashed('submit', 'account', account), limits.submissionsPerAccount, 60 * MINUTE);
    },
    /** Before a submitter's file is taken in, of as many bytes at most. @throws Problem 429 */
    upload: (address: string, bytes: number): Promise<void> =>
      count(addressKey('upload', address), limits.megabytesPerAddress, 60 * MINUTE, {
        by: Math.ceil(bytes / MEGABYTE),
      }),
    /** @throws Problem 429 */
    print: (submitter: string): Promise<void> =>
      count(hashed('print', submitter), limits.printsPerSubmitter, 60 * MINUTE),
    /**
     * Before an account has somebody told of a submission who may know nothing of it. Each account counts by itself: nobody
     * keeps others from submitting. Where nothing comes of it the answer is called, and nothing is counted. @throws Problem 429
     */
    async tell(account: string, recipients: readonly string[]): Promise<() => Promise<void>> {
      const counted: string[] = [];
      const takeAllBack = async () => {
        for (const key of counted) await takeBack(key);
      };
      try {
        for (const key of recipients.map((recipient) => hashed('tell', account, recipient))) {
          counted.push(key);
          await count(key, limits.submissionsPerRecipient, 60 * MINUTE, { refusal: 'told-too-often' });
        }
      } catch (refusal) {
        await takeAllBack();
        throw refusal;
      }
      return takeAllBack;
    },
  };
}
