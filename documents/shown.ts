import type { NoticeTemplate } from '../domain/effects';
import type { EventType } from '../domain/case';
import type { Channel, SubmitterDetails } from '../domain/inputs';
import type { AttemptResult, MessageChannel } from '../domain/informing';
import type { Role, SERVICE } from '../domain/roles';
import type { Status } from '../domain/statuses';
import type { TermPhase } from '../domain/terms';
import type { Instant, LocalDate } from '../domain/time';
import type { Head } from '../record/chain';
import type { noticeStatuses } from '../db/schema';

/** A deadline as its reader may see it. */
export interface ShownTerm {
  readonly from: LocalDate;
  readonly workingDays: number;
  readonly phase: TermPhase;
  /** Null while it waits for the submitter. */
  readonly lastDay: LocalDate | null;
  readonly provisional: boolean;
  readonly late: boolean;
  readonly settledAt: Instant | null;
}

/** A case as its reader may see it: nothing else of it gets onto paper. */
export interface ShownCase {
  readonly code: string;
  readonly status: Status;
  readonly channel: Channel;
  readonly category: string | null;
  readonly title: string;
  readonly content: string;
  readonly submitter: SubmitterDetails;
  /** How they are reached, with what officers have mended; for staff. */
  readonly contact?: {
    readonly phone: string | null;
    readonly email: string | null;
    readonly phoneMendedAt: Instant | null;
    readonly emailMendedAt: Instant | null;
  };
  readonly dossierNumber: string | null;
  readonly follows: string | null;
  readonly receivedAt: Instant;
  readonly enteredAt: Instant;
  readonly leadAgency: string | null;
  readonly officer: string | null;
  readonly coordinating?: readonly { readonly agency: string }[];
  readonly answer: string | null;
  readonly deadlines: Readonly<Record<string, ShownTerm>>;
  readonly head: Head;
}

/** An event as its reader may see it, with the names that its agencies had on its day. */
export interface ShownEvent {
  readonly seq: number;
  readonly type: EventType;
  readonly at: Instant;
  readonly by: {
    readonly role: Role | typeof SERVICE;
    readonly id?: string;
    readonly agency?: string | null;
    readonly standsInFor?: string;
  };
  readonly data: unknown;
  readonly agencies: Readonly<Record<string, { readonly name: string }>>;
}

export interface ShownNotice {
  readonly at: Instant;
  readonly template: NoticeTemplate;
  readonly recipientKind: string;
  readonly recipient: string | null;
  readonly status: (typeof noticeStatuses)[number];
  readonly attempts: readonly {
    readonly at: Instant;
    readonly channel: MessageChannel;
    readonly result: AttemptResult;
  }[];
  /** The letter by which they were informed in the end. */
  readonly letter: { readonly sentOn: LocalDate; readonly number: string } | null;
}

export interface ShownFile {
  readonly seq: number;
  readonly act: EventType;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}
