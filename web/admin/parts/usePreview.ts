import { useMutation } from '@tanstack/react-query';
import type { RequestForm } from '../../shared/forms/useRequestForm';

/** Asks what a form would do, without doing it; why that was refused stands where the form's own refusals stand. */
export const usePreview = <Preview>(form: Pick<RequestForm<never>, 'tell'>, ask: () => Promise<Preview>) =>
  useMutation({
    mutationFn: ask,
    onMutate: () => {
      form.tell(null);
    },
    onError: form.tell,
  });
