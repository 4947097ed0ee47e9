import { useMutation } from '@tanstack/react-query';
import type { RequestForm } from '../../shared/forms/useRequestForm';

/** What a form would do, as a form shows it and a button asks for it. */
export interface PreviewOf<Preview> {
  /** Undefined until it is known of what would be sent now. */
  readonly data: Preview | undefined;
  readonly isPending: boolean;
  readonly ask: () => void;
}

/**
 * Asks what a form would do, without doing it; why that was refused stands where the form's own refusals stand.
 * @param given all that is asked about: what was told is told no longer once it has changed.
 */
export function usePreview<Given, Preview>(
  form: Pick<RequestForm<never>, 'tell'>,
  given: Given,
  askFor: (given: Given) => Promise<Preview>
): PreviewOf<Preview> {
  const { data, variables, isPending, mutate } = useMutation({
    mutationFn: askFor,
    onMutate: () => {
      form.tell(null);
    },
    onError: form.tell,
  });
  return {
    data: JSON.stringify(variables) === JSON.stringify(given) ? data : undefined,
    isPending,
    ask: () => {
      mutate(given);
    },
  };
}
