import { mediaTypes, type MediaType } from '../inputs/mediaTypes';

const LONGEST = 120;

/** What no file system and no header can hold, and what makes a name read as another one. */
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*/\\;%]/gu;

/**
 * The name under which a file is given back: the last part of the one that it came with, without anything that leads
 * elsewhere or breaks out of a header, and with an extension of what it really is.
 */
export function safeFileName(given: string, type: MediaType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(unsafe, '_').replace(/\s+/g, ' ').trim();
  const [, stem = '', extension = ''] = /^(.*?)(?:\.([^.]*))?$/.exec(clean) ?? [];
  const known: readonly string[] = mediaTypes[type];
  const kept = known.includes(extension.toLowerCase()) ? extension.toLowerCase() : known[0];
  const name = Array.from(stem.replace(/^[.\s]+/, ''))
    .slice(0, LONGEST)
    .join('')
    .trim();
  return `${name === '' ? 'tep-dinh-kem' : name}.${kept ?? ''}`;
}

/** A name that tells nothing of a file but its kind, for copies that everybody may fetch (S7). */
export const neutralFileName = (type: MediaType): string => `phu-luc.${mediaTypes[type][0]}`;
