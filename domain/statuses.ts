/** The statuses of a case, in the order in which it usually meets them. */
export const statuses = [
  'received',
  'awaiting_info',
  'accepted',
  'forwarded',
  'processing',
  'approving',
  'answered',
  'published',
  'disputed',
  'escalated',
  'closed',
  'rejected',
  'withdrawn',
] as const;

export type Status = (typeof statuses)[number];

export const finalStatuses: readonly Status[] = ['closed', 'rejected', 'withdrawn'];

/** A case in a final status goes on no more; what may still be done concerns its publication. */
export const isFinal = (status: Status): boolean => finalStatuses.includes(status);

export const openStatuses: readonly Status[] = statuses.filter((status) => !isFinal(status));
