/** From where messages are taken in that the Office makes cases of (R3). */
export const draftSources = ['email', 'zalo'] as const;
/** `set_aside`: a machine wrote it, or it came round again; a person may still make a case of it. */
export const draftStatuses = ['waiting', 'submitted', 'dismissed', 'set_aside'] as const;
/** In these a person may still make a case of a draft, and its files are kept for that. */
export const unsettledDraftStatuses = [
  'waiting',
  'set_aside',
] as const satisfies readonly (typeof draftStatuses)[number][];
/** Why a message was set aside. */
export const automaticKinds = ['auto_reply', 'bounce', 'bulk', 'loop'] as const;

/** For so many days it can be seen what a message said of which no case was made. */
export const DISMISSED_KEPT_DAYS = 90;

export type AutomaticKind = (typeof automaticKinds)[number];
