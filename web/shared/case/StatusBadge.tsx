import type { Status } from '../api/types';
import { useTexts } from '../i18n/catalogue';
import { caseTexts } from './messages';
import { Tag, type Tone } from './Tag';

const tones: Record<Status, Tone> = {
  received: 'info',
  awaiting_info: 'soon',
  accepted: 'info',
  forwarded: 'info',
  processing: 'info',
  approving: 'info',
  answered: 'calm',
  published: 'calm',
  disputed: 'soon',
  escalated: 'soon',
  closed: 'quiet',
  rejected: 'quiet',
  withdrawn: 'quiet',
};

/** Where a case stands. */
export function StatusBadge({ status }: { status: Status }) {
  const t = useTexts(caseTexts);
  return <Tag tone={tones[status]}>{t.statuses[status]}</Tag>;
}
