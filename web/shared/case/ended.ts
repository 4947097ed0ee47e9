import { finalStatuses } from '../../generated/rules';
import type { Case, Status } from '../api/types';

const final: readonly Status[] = finalStatuses;

/** Whether a case goes on no more: what is sent to it now becomes a new case that names it. */
export const hasEnded = ({ status }: Pick<Case, 'status'>): boolean => final.includes(status);
