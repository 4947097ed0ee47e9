import canonicalize from 'canonicalize';

/** JSON in the one form of RFC 8785, so that equal values are equal texts whoever writes them. @throws Error for what is no JSON. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this is no JSON value');
  return text;
}
