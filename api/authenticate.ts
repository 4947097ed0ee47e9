import type { RequestHandler } from 'express';
import type { Authenticate } from '../accounts';
import { setActor } from './context';

/** Finds out who is asking, where somebody says so; the routes decide whether somebody must. */
export const authenticated =
  (authenticate: Authenticate): RequestHandler =>
  async (request, response, next) => {
    const principal = await authenticate(request.headers);
    if (principal !== undefined)
      setActor(response, { id: principal.id, role: principal.role, agency: principal.agency });
    next();
  };
