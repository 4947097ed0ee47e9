import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Which addresses messages may be sent to: those of the public internet, and the networks that an operator allows. */
export interface AddressPolicy {
  readonly allowedNetworks: readonly Network[];
  /** Also to addresses without encryption. */
  readonly plainHttp: boolean;
}

/** Reads `10.1.0.0/16,fd00::/8`. @throws Error naming what is no network. */
export const parseNetworks = (text: string): Network[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      if (!ipaddr.isValidCIDR(part)) throw new Error(`${part} is no network`);
      return ipaddr.parseCIDR(part);
    });

/** Whether a connection to this IP address may be made. Loopback, private, link-local, metadata addresses may not. */
export function mayConnectTo(address: string, { allowedNetworks }: AddressPolicy): boolean {
  const ip = ipaddr.process(address);
  const allowed = allowedNetworks.some((network) => network[0].kind() === ip.kind() && ip.match([...network]));
  return allowed || ip.range() === 'unicast';
}

/** Why messages cannot go to a URL. */
export type AddressFault = 'insecure' | 'credentials' | 'unknownHost' | 'private';

/** Finds fault with a URL that somebody registers; null where there is none. A connection checks the address again. */
export async function addressFault(url: URL, policy: AddressPolicy): Promise<AddressFault | null> {
  if (url.protocol !== 'https:' && !policy.plainHttp) return 'insecure';
  if (url.username !== '' || url.password !== '') return 'credentials';
  const host = hostOf(url);
  if (isIP(host) !== 0) return mayConnectTo(host, policy) ? null : 'private';
  try {
    const found = await lookup(host, { all: true });
    return found.every(({ address }) => mayConnectTo(address, policy)) ? null : 'private';
  } catch {
    // Whatever the resolver says, nobody can be reached under this name now.
    return 'unknownHost';
  }
}

/** The host without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');
