/** 32-byte keys by id. The current one encrypts; the others still decrypt what was encrypted under them. */
export interface Keyring {
  readonly current: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

/** @throws Error where there is none with this id. */
export function keyCalled({ keys }: Keyring, id: string): Buffer {
  const key = keys[id];
  if (key === undefined) throw new Error(`no key with the id ${id}`);
  return key;
}

/**
 * Reads keys from `id:base64,id:base64`; the first is the current one.
 * @throws Error naming the entry that is not 32 bytes of base64.
 */
export function parseKeyring(text: string): Keyring {
  const entries = text.split(',').map((entry, index) => {
    const [id = '', secret = ''] = entry.trim().split(':');
    const key = Buffer.from(secret, 'base64');
    // What stands where the id should may be the key itself: it is not told.
    if (id === '' || key.length !== 32)
      throw new Error(`payload key ${String(index + 1)} is not 32 bytes of base64 after its id`);
    return [id, key] as const;
  });
  const [first] = entries;
  if (first === undefined) throw new Error('there is no payload key');
  return { current: first[0], keys: Object.fromEntries(entries) };
}
