import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { tellProblem } from '../states/tellProblem';
import { dataOf } from './problem';

/** A browser reads what it is to save some time after it was told to. */
const KEPT_MILLIS = 60_000;

interface Wanted {
  /** Under which the file is saved. */
  readonly name: string;
  readonly ask: () => Promise<{ data?: Blob; error?: unknown }>;
}

/** Saves files. A link would ask for them in one's own name, also where the window acts for an absent head. */
export function useDownload() {
  const t = useTexts(sharedTexts);
  return useMutation({
    mutationFn: async ({ name, ask }: Wanted) => {
      save(await dataOf(ask()), name);
    },
    onError: (error) => {
      tellProblem(error, t);
    },
  });
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT_MILLIS);
}
