import type { RequestHandler } from 'express';
import { addressOfRoute, type Operations } from '../http/operation';
import { Problem } from '../http/problems';

/**
 * Lets a request to a known address pass only by a method that the address has: `OPTIONS` is answered with these, any
 * other method refused (RFC 9110, 15.5.6). Of several addresses that fit, the one with fewer parts in braces counts.
 */
export function allowedMethods(groups: Readonly<Record<string, Operations>>): RequestHandler {
  const methods = new Map<string, string[]>();
  for (const { route } of Object.values(groups).flatMap((operations) => Object.values(operations))) {
    const { method, path } = addressOfRoute(route);
    methods.set(path, [...(methods.get(path) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])]);
  }
  const addresses = [...methods]
    .sort(([a], [b]) => openParts(a) - openParts(b) || b.length - a.length)
    .map(([path, allowed]) => ({ pattern: patternOf(path), allowed }));

  return ({ method, path }, response, next) => {
    const address = addresses.find(({ pattern }) => pattern.test(path));
    if (address === undefined || address.allowed.includes(method)) {
      next();
      return;
    }
    response.set('Allow', address.allowed.join(', '));
    if (method !== 'OPTIONS') throw new Problem('method-not-allowed');
    response.status(204).end();
  };
}

const openParts = (path: string): number => path.split('{').length;

/** What comes after a dot holds none, so that no address can be split in many ways. */
const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replaceAll('.', '\\.')
      .replaceAll(/\\\.\{\w+\}/g, '\\.[^/.]+')
      .replaceAll(/\{\w+\}/g, '[^/]+')}$`
  );
