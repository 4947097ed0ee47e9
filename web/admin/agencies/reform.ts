import type { paths } from '../../shared/api/types';

export type ReformBody = paths['/v1/agencies/changes']['post']['requestBody']['content']['application/json'];

export const reformKinds = ['rename', 'merge', 'split', 'dissolve'] as const;
type ReformKind = (typeof reformKinds)[number];

/** A decision on agencies as it is typed. */
export interface TypedReform {
  readonly kind: ReformKind;
  readonly effectiveOn: string;
  readonly document: string;
  /** The agencies that change; several in a merger only. */
  readonly from: string[];
  /** What a merged or dissolved agency goes over into. */
  readonly to: string | null;
  /** What comes out of a split. */
  readonly parts: string[];
  readonly takesOpenCases: string | null;
  readonly name: string;
  readonly nameEn: string;
}

export const blankReform: TypedReform = {
  kind: 'merge',
  effectiveOn: '',
  document: '',
  from: [],
  to: null,
  parts: [],
  takesOpenCases: null,
  name: '',
  nameEn: '',
};

/** The same in the words of the API; what is missing there is for the service to tell. */
export function bodyOf({ kind, from, to, parts, takesOpenCases, name, nameEn, ...decided }: TypedReform): ReformBody {
  const [first = ''] = from;
  switch (kind) {
    case 'rename':
      return { kind, from: first, name, nameEn, ...decided };
    case 'merge':
      return { kind, from, to: to ?? '', ...decided };
    case 'split':
      return { kind, from: first, to: parts, takesOpenCases: takesOpenCases ?? '', ...decided };
    case 'dissolve':
      return { kind, from: first, to, ...decided };
  }
}
