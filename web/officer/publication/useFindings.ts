import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../../shared/api/client';
import type { paths } from '../../shared/api/types';
import type { Values } from '../../shared/forms/values';
import { movedPlaces } from './places';
import { confirmedIn, type Finding, isSame, textIn, textNames, type TextName } from './publishedTexts';

const PAUSE_MILLIS = 400;

/** What the service finds in the texts as they are typed, and what of it waits for a decision. */
export interface Findings {
  readonly of: (name: TextName) => readonly Finding[];
  readonly undecided: (name: TextName) => readonly Finding[];
  /** Whether it was found in the texts as they stand, and not in what they were a moment ago. */
  readonly fresh: boolean;
  readonly error: unknown;
  /** Stands where something is taken out. */
  readonly replacement: string;
}

/** Asks anew a moment after each change; until then the places of before move along with what is typed. */
export function useFindings(code: string, values: Values): Findings {
  const texts = JSON.stringify(Object.fromEntries(textNames.map((name) => [name, textIn(values, name) || null])));
  const [asked] = useDebouncedValue(texts, PAUSE_MILLIS);
  const { data, error, isPlaceholderData } = $api.useQuery(
    'post',
    '/v1/cases/{code}/publication-findings',
    { params: { path: { code } }, body: JSON.parse(asked) as Texts },
    { placeholderData: keepPreviousData, staleTime: Infinity }
  );
  const of = (name: TextName): readonly Finding[] => {
    const found = data?.[name];
    return found == null ? [] : movedPlaces(found.findings, found.text, textIn(values, name));
  };
  return {
    of,
    undecided: (name) => of(name).filter((finding) => !confirmedIn(values, name).some(isSame(finding))),
    fresh: data !== undefined && !isPlaceholderData && asked === texts,
    error,
    replacement: data?.replacement ?? '',
  };
}

type Texts = paths['/v1/cases/{code}/publication-findings']['post']['requestBody']['content']['application/json'];
