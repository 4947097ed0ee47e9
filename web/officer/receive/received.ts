import type { Channel, Submission } from '../../shared/api/types';
import { OFFSET } from '../../shared/days';
import type { StoredFile } from '../../shared/forms/uploads';

/** What somebody wrote, and who they are. */
export interface Written {
  readonly category: string | null;
  readonly title: string;
  readonly content: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

/** What somebody copies from a letter, notes from a call, or takes from a message. */
export interface Received extends Written {
  readonly channel: Channel;
  readonly receivedAt: string;
  readonly receiptReason: string;
  readonly receiptEvidence: readonly StoredFile[];
  readonly attachments: readonly StoredFile[];
}

export const blank: Received = {
  channel: 'paper',
  receivedAt: '',
  receiptReason: '',
  receiptEvidence: [],
  category: null,
  title: '',
  content: '',
  name: '',
  address: '',
  phone: '',
  email: '',
  attachments: [],
};

const text = (value: string) => (value.trim() === '' ? null : value);

/** Who it is; what was left empty is left out. */
export const submitterOf = ({ name, address, phone, email }: Omit<Written, 'category' | 'title' | 'content'>) => ({
  name: text(name),
  address: text(address),
  phone: text(phone),
  email: text(email),
});

/** What is sent; what was left empty is left out, and a time is the province's own. */
export function submissionOf(given: Received): Submission {
  return {
    channel: given.channel,
    category: given.category,
    title: given.title,
    content: given.content,
    submitter: submitterOf(given),
    attachments: given.attachments.map(({ id }) => id),
    receivedAt: given.receivedAt === '' ? null : given.receivedAt + OFFSET,
    receiptReason: text(given.receiptReason),
    receiptEvidence: given.receiptEvidence[0]?.id ?? null,
  };
}
