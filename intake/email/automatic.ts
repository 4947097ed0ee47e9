import type { ParsedMail } from 'mailparser';
import type { AutomaticKind } from '../../domain/drafts';

/** So many servers pass on no message that is not going in a circle. */
const MOST_HOPS = 50;

/** By which signs a machine shows that it wrote a message (RFC 3834, RFC 3464); null where a person did. */
export function automaticKind(
  { headers, headerLines, from }: ParsedMail,
  own: readonly string[]
): AutomaticKind | null {
  const told = (name: string): string => {
    const value = headers.get(name);
    return (typeof value === 'string' ? value : JSON.stringify(value ?? '')).toLowerCase();
  };
  const has = (name: string): boolean => headerLines.some(({ key }) => key === name);
  const sender = from?.value[0]?.address?.toLowerCase() ?? '';
  if (own.includes(sender) || headerLines.filter(({ key }) => key === 'received').length > MOST_HOPS) return 'loop';
  if (/^(mailer-daemon|postmaster)@/.test(sender) || told('content-type').includes('multipart/report')) return 'bounce';
  if (headerLines.some(({ key, line }) => key === 'return-path' && /<\s*>/.test(line))) return 'bounce';
  if (has('auto-submitted') && !told('auto-submitted').startsWith('no')) return 'auto_reply';
  if (has('x-autoreply') || has('x-autorespond') || told('precedence') === 'auto_reply') return 'auto_reply';
  if (has('list-id') || /^(bulk|junk|list)$/.test(told('precedence'))) return 'bulk';
  return null;
}
