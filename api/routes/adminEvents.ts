import type { Router } from 'express';
import { listAdminEvents } from '../../db/adminEvents';
import { adminEventsQuery } from '../../inputs/adminEvents';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { adminEventOperations } from '../operations/adminEvents';
import { pageOf } from '../../http/page';
import { moment } from '../present';
import { validated } from '../../http/problems';

/** The record of administrative acts. */
export const adminEventRoutes = ({ db, accounts }: ApiContext): Router =>
  serve(adminEventOperations, {
    async listAdminEvents(request, response) {
      const { cursor: before, limit, ...filter } = validated(adminEventsQuery, request.query);
      const rows = await listAdminEvents(db, { ...filter, before }, limit + 1);
      const { items, nextCursor } = pageOf(rows, limit, ({ id }) => String(id));
      const names = await accounts.namesOf([...new Set(items.map(({ by }) => by))]);
      response.json({
        items: items.map((event) => ({ ...event, at: moment(event.at), byName: names.get(event.by) ?? null })),
        nextCursor,
      });
    },
  });
