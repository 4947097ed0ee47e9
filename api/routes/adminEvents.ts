import type { Router } from 'express';
import { listAdminEvents } from '../../db/adminEvents';
import { adminEventsQuery } from '../../inputs/adminEvents';
import type { ApiContext } from '../context';
import { serve } from '../operation';
import { adminEventOperations } from '../operations/adminEvents';
import { moment } from '../present';
import { validated } from '../problems';

/** The record of administrative acts. */
export const adminEventRoutes = ({ db, accounts }: ApiContext): Router =>
  serve(adminEventOperations, {
    async listAdminEvents(request, response) {
      const { cursor, limit, ...filter } = validated(adminEventsQuery, request.query);
      const rows = await listAdminEvents(
        db,
        { ...filter, before: cursor === undefined ? undefined : Number(cursor) },
        limit + 1
      );
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      const names = await accounts.namesOf([...new Set(page.map(({ by }) => by))]);
      response.json({
        items: page.map((event) => ({ ...event, at: moment(event.at), byName: names.get(event.by) ?? null })),
        nextCursor: last === undefined ? null : String(last.id),
      });
    },
  });
