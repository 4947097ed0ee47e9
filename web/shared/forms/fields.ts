import { actionInputs } from '../../generated/actionInputs';
import type { CaseAction } from '../api/types';

export type Referent = 'agency' | 'person' | 'category' | 'rejectionReason' | 'publicationForm' | 'attachment';

/** The part of JSON Schema that the inputs of acts use. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly default?: unknown;
  readonly 'x-refers-to'?: Referent | 'case';
}

/** How a part of an act's input is asked for. */
export type Field = { readonly name: string; readonly required: boolean } & (
  | { readonly kind: 'line' | 'text'; readonly maxLength: number | undefined }
  | { readonly kind: 'day' | 'files' }
  | { readonly kind: 'yesNo'; readonly preset: 'yes' | 'no' | undefined }
  /** Many things of several parts: no one fills them in, a part of the form gives them. */
  | { readonly kind: 'given' }
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly preset: string | undefined }
  | { readonly kind: 'reference' | 'references'; readonly to: Exclude<Referent, 'attachment'> }
);

const LONGEST_LINE = 300;

/** The fields of the form of an act, made from the schema of its input. */
export function fieldsOf(action: CaseAction): Field[] {
  const { properties, required = [] } = actionInputs[action] as {
    properties: Record<string, Schema>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => fieldOf(name, required.includes(name), schema));
}

function fieldOf(name: string, required: boolean, given: Schema): Field {
  const schema = given.anyOf?.find(({ type }) => type !== 'null') ?? given;
  if (schema.items?.type === 'object') return { name, required, kind: 'given' };
  const { 'x-refers-to': named } = schema.items ?? schema;
  // The code of a case is typed: there are too many to choose from.
  const referent = named === 'case' ? undefined : named;
  if (referent === 'attachment') return { name, required, kind: 'files' };
  if (referent !== undefined)
    return { name, required, kind: schema.items === undefined ? 'reference' : 'references', to: referent };
  if (schema.enum !== undefined)
    return { name, required, kind: 'choice', options: schema.enum, preset: schema.default as string | undefined };
  if (schema.type === 'boolean')
    return {
      name,
      required,
      kind: 'yesNo',
      preset: schema.default === undefined ? undefined : schema.default === true ? 'yes' : 'no',
    };
  if (schema.format === 'date') return { name, required, kind: 'day' };
  const long = (schema.maxLength ?? 0) > LONGEST_LINE;
  return { name, required, kind: long ? 'text' : 'line', maxLength: schema.maxLength };
}
