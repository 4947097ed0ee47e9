import type { ActionName } from '../actions';
import type { Acts } from './act';
import { correspondenceActs } from './correspondence';
import { escalationActs } from './escalation';
import { handlingActs } from './handling';
import { linkingActs } from './linking';
import { publicationActs } from './publication';
import { receptionActs } from './reception';

/** The rule of every act, chapter by chapter of the law. */
export const acts: Acts<ActionName> = {
  ...receptionActs,
  ...handlingActs,
  ...publicationActs,
  ...escalationActs,
  ...linkingActs,
  ...correspondenceActs,
};
