import { problemOf } from '../api/problem';
import type { Problem } from '../api/types';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { formTexts } from './messages';

/** What is wrong with a part of a form, by the code of the fault. */
export type FaultWords = Readonly<Record<string, string>>;

type Fault = NonNullable<Problem['errors']>[number];

/** What everybody may have got wrong, and what only staff may. */
export function useFaultWords(): FaultWords {
  const shared = useTexts(sharedTexts);
  const forms = useTexts(formTexts);
  return { ...shared.faults, ...forms.faults };
}

/** A fault in words; a code that has none is told as the service tells it. */
export const faultText = ({ code, message }: Fault, words: FaultWords): string => words[code] ?? message;

/** The faults of a refused form by the names of its fields: `/submitter/phone` becomes `submitter.phone`. */
export function faultsByField(error: unknown, words: FaultWords): Record<string, string> {
  const faults = problemOf(error)?.errors ?? [];
  return Object.fromEntries(faults.map((fault) => [fault.path.split('/').slice(1).join('.'), faultText(fault, words)]));
}
