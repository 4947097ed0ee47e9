import type { Schemas } from '../../shared/api/types';

export type Template = Schemas['MessageTemplate'];
export type ListedTemplate = Schemas['ListedMessageTemplate'];
export type Texts = Template['texts'];
export type FactName = Template['facts'][number];
export type Audience = Template['audience'];

/** A message and all its languages. */
export interface Message {
  readonly audience: Audience;
  readonly template: string;
  readonly versions: readonly ListedTemplate[];
}

/** The list, one row for each message instead of one for each language. */
export function messagesOf(listed: readonly ListedTemplate[]): Message[] {
  return listed
    .filter((one, index) => listed.findIndex((other) => isSame(one, other)) === index)
    .map((one) => ({
      audience: one.audience,
      template: one.template,
      versions: listed.filter((other) => isSame(one, other)),
    }));
}

const isSame = (a: ListedTemplate, b: ListedTemplate): boolean =>
  a.audience === b.audience && a.template === b.template;
