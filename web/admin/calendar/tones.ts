import type { Tone } from '../../shared/case/Tag';
import type { EntryKind } from './entries';

export const toneOf: Readonly<Record<EntryKind, Tone>> = {
  holiday: 'late',
  compensatory: 'soon',
  swap: 'info',
  worked: 'calm',
  weekendHoliday: 'late',
};
