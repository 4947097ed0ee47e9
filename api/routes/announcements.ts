import type { Router } from 'express';
import { yearsFromIcs } from '../../calendar/icsImport';
import { fault } from '../../domain/faults';
import { announcedYears, announcement, importQuery, inOrder, previewQuery, year } from '../../inputs/calendar';
import { announce, faultsOf, isInForce, type Announced } from '../announcing';
import { calendarBody, exported, readsCalendar } from '../calendarFile';
import { expectedVersion, presentYear, yearOfPath } from '../calendarYear';
import type { ApiContext } from '../context';
import { previewOf } from '../foreseeing';
import { announcementOperations } from '../operations/announcements';
import { serve } from '../../http/operation';
import { actorOf } from '../../http/principal';
import { assertFaultless, invalidInput, Problem, validated } from '../../http/problems';

/** Changing the official days, and how far a change has come. */
export function announcementRoutes(context: ApiContext): Router {
  const { lawBook, rollouts } = context;
  const { calendar } = lawBook;

  const assertSound = async (announced: Announced): Promise<void> => {
    assertFaultless(faultsOf(announced, await calendar.latest()));
  };
  const preview = async ({ years }: Announced, cursor: string | null, limit: number) => ({
    calendar: (await calendar.latest()).version,
    ...(await previewOf(context, years, cursor, limit)),
  });

  return serve(announcementOperations, {
    announceYear: async (request, response) => {
      const ofPath = yearOfPath(request);
      const actor = actorOf(response);
      await announce(context, actor, readAnnouncement(ofPath, request.body), expectedVersion(request));
      response.json(await presentYear(calendar, await calendar.latest(), ofPath, actor));
    },

    previewYear: async (request, response) => {
      const { cursor, limit } = validated(previewQuery, request.query);
      const announced = readAnnouncement(yearOfPath(request), request.body);
      await assertSound(announced);
      response.json(await preview(announced, cursor ?? null, limit));
    },

    importCalendar: [
      readsCalendar,
      async (request, response) => {
        const { apply, cursor, limit } = validated(importQuery, request.query);
        const known = await calendar.latest();
        const { ignored, ...announced } = readFile(calendarBody(request));
        const years = announced.years.filter((days) => !isInForce(inOrder(days), known)).map((days) => days.year);
        if (apply === 'true') {
          const version = await announce(context, actorOf(response), announced, expectedVersion(request));
          response.json({ applied: true, years, ignored, calendar: version, rollout: rolloutPath(version) });
          return;
        }
        await assertSound(announced);
        response.json({ applied: false, years, ignored, preview: await preview(announced, cursor ?? null, limit) });
      },
    ],

    readRollout: async (request, response) => {
      const version = Number(request.params['version']);
      const { version: newest } = await calendar.latest();
      if (!Number.isInteger(version) || version < 1 || version > newest) throw new Problem('no-such-rollout');
      response.json(await rollouts.state(version));
    },

    exportCalendar: async (_request, response) => {
      const { announced, between } = await calendar.latest();
      const years = announced.map(({ days }) => days.year);
      exported(response, between(Math.min(...years), Math.max(...years) + 1), announced);
    },

    exportYear: async (request, response) => {
      const { announced, between } = await calendar.latest();
      const ofPath = yearOfPath(request);
      exported(response, between(ofPath, ofPath), announced);
    },
  });
}

const rolloutPath = (version: number): string => `/v1/calendar/rollouts/${String(version)}`;

function readAnnouncement(ofPath: number, body: unknown): Announced {
  const given = validated(announcement, body);
  const faults = given.neighbours.flatMap(({ year: number }, index) => {
    const path = `/neighbours/${String(index)}/year`;
    if (Math.abs(number - ofPath) !== 1)
      return [fault(path, 'notANeighbour', `${String(number)} is not beside ${String(ofPath)}`)];
    return given.neighbours.findIndex((other) => other.year === number) < index
      ? [fault(path, 'repeated', `${String(number)} stands here a second time`)]
      : [];
  });
  assertFaultless(faults);
  return {
    years: announcedYears(ofPath, given),
    pathOf: (index) => (index === 0 ? '' : `/neighbours/${String(index - 1)}`),
  };
}

/** The announced years of a file. A year that it calls provisional is somebody's computation, and not announced. */
function readFile(file: string): Announced & { readonly ignored: readonly number[] } {
  const { years, faults } = yearsFromIcs(file);
  assertFaultless(faults);
  const official = years.filter(({ status }) => status === 'official');
  if (official.length === 0) throw invalidInput([fault('', 'nothingAnnounced', 'the file announces no year')]);
  const outside = official.filter((days) => !year.safeParse(days.year).success);
  if (outside.length > 0)
    throw invalidInput(
      outside.map((days) => fault(`/${String(days.year)}`, 'outsideYears', 'the calendar ends before'))
    );
  return {
    years: official,
    pathOf: (index) => `/${String(official[index]?.year)}`,
    ignored: years.filter((days) => days.status === 'provisional').map((days) => days.year),
  };
}
