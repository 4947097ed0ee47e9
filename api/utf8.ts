import { isUtf8 } from 'node:buffer';
import { Problem } from '../http/problems';

/** For parsers, which would put replacement characters where bytes are no UTF-8: what was sent would not be what is kept. */
export function verifyUtf8(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new Problem('not-utf8');
}
