import type { NoticeTemplate } from '../../domain/effects';
import type { AttemptResult } from '../../domain/informing';

/** A message on its way to one person over one channel. */
export interface Letter {
  /** A mailbox or a telephone number, as it was given. */
  readonly to: string;
  /** The same in each try: by it a receiver tells a repetition, and a receipt its message. */
  readonly messageId: string;
  /** What kind of notice it is; null for what is about no case. */
  readonly notice: NoticeTemplate | null;
  readonly caseCode: string;
  readonly subject: string;
  readonly body: string;
  /** What goes where there is little room. */
  readonly short: string;
  /** Where the reader turns such messages off; null where they may not. */
  readonly unsubscribe: string | null;
}

/** What came of a try. `detail` is the other side's code, and never names the person. */
export interface Outcome {
  readonly result: Exclude<AttemptResult, 'started'>;
  readonly providerId?: string;
  readonly detail?: string;
}

/** One way to reach people. What goes wrong on it is an outcome; it throws only where the fault is ours. */
export interface Channel {
  /** A message whose fate is unknown may be sent again under its id, and is still seen once. */
  readonly repeatable: boolean;
  /** Whether it can tell a kind of notice; every kind where it does not say. */
  readonly carries?: (notice: NoticeTemplate) => boolean;
  /** Whether it leads to an address; to every one where it does not say. */
  readonly reaches?: (address: string) => boolean;
  send(letter: Letter): Promise<Outcome>;
}
