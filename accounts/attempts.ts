import { addressKey, createCounter, hashed } from './counter';
import type { Executor } from './database';

/** How many tries each one has within a window of so many seconds. */
export interface AttemptLimits {
  readonly perAccount: number;
  readonly perAddress: number;
  readonly windowSeconds: number;
}

/** A whole agency may stand behind one address, so an address has far more tries than an account. */
export const usualLimits: AttemptLimits = { perAccount: 10, perAddress: 100, windowSeconds: 15 * 60 };

type Purpose = 'sign-in' | 'sign-up' | 'forgot-password' | 'reset-password';

/** One thing that is tried: for what, on which account, from which address. */
export interface Attempt {
  readonly purpose: Purpose;
  readonly email?: string;
  readonly address: string;
}

/** Counts tries. One is counted before it is made: a thousand guesses in parallel get no more answers than a thousand in a row. */
export function createAttempts(db: Executor, limits: AttemptLimits) {
  const { count, refuseHeld, takeBack, heldUntil, forget: forgetKey } = createCounter(db);

  /** Throws a 429 that says when to come back. What a locked account is refused uses up nothing that its neighbours have. */
  async function take({ purpose, email, address }: Attempt): Promise<void> {
    if (email !== undefined) await refuseHeld(accountKey(purpose, email), limits.perAccount);
    await count(addressKey(purpose, address), limits.perAddress, limits.windowSeconds);
    if (email !== undefined) await count(accountKey(purpose, email), limits.perAccount, limits.windowSeconds);
  }

  const forget = (purpose: Purpose, email: string): Promise<void> => forgetKey(accountKey(purpose, email));

  /** The try was right: it does not count against its address, and the account starts afresh. */
  async function succeed({ purpose, email, address }: Required<Attempt>): Promise<void> {
    await forget(purpose, email);
    await takeBack(addressKey(purpose, address));
  }

  /** Until when the account takes no more tries; null where it does. */
  const lockedUntil = (purpose: Purpose, email: string): Promise<Date | null> =>
    heldUntil(accountKey(purpose, email), limits.perAccount);

  return { take, succeed, forget, lockedUntil };
}

export type Attempts = ReturnType<typeof createAttempts>;

const accountKey = (purpose: Purpose, email: string) => hashed(purpose, 'account', email);
