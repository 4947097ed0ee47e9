import { z } from 'zod';
import { day, id, listOf, moment } from './value';

export const agency = z
  .object({
    id,
    name: z.string(),
    nameEn: z.string(),
    needsApproval: z.boolean().describe("Its answers need its head's approval"),
    validFrom: day,
    validThrough: day.nullable(),
    successor: id.nullable().describe('Who takes its open cases after its last day'),
  })
  .meta({ id: 'Agency' });

/** What agencies are called, by their ids. */
export const agencyNames = z.record(id, z.object({ name: z.string(), nameEn: z.string() }));

/** What everything is called that a case may name by its id, also what has ended. */
export const names = z
  .object({ agencies: agencyNames, categories: z.record(id, z.object({ label: z.string(), labelEn: z.string() })) })
  .meta({ id: 'Names' });

export const agencyList = listOf(agency).meta({ id: 'AgencyList' });

/** A unit with every name that it had. */
export const agencyHistory = z
  .object({
    id,
    periods: z.array(
      z.object({
        from: day,
        through: day.nullable(),
        name: z.string(),
        nameEn: z.string(),
        needsApproval: z.boolean(),
        exists: z.boolean(),
        successor: id.nullable(),
      })
    ),
  })
  .meta({ id: 'AgencyHistory' });

export const reform = z
  .object({
    id: z.int(),
    kind: z.enum(['rename', 'merge', 'split', 'dissolve', 'approval']),
    reform: z.unknown().describe('As it was entered; null where only the approval of answers changed'),
    effectiveOn: day,
    from: z.array(id).describe('Whose open cases pass on'),
    successor: id.nullable().describe('To whom; null where no case changes hands'),
    agencies: agencyNames.describe('Those that change and their successor, as they were called the day before'),
    document: z.string(),
    createdAt: moment,
    state: z.enum(['scheduled', 'underWay', 'done']),
    passedOn: z.int().describe('Cases that have changed hands'),
    remaining: z.int().describe('Open cases that have not yet'),
  })
  .meta({ id: 'AgencyReform' });

/** What a decision on agencies would move on its day. */
export const reformPreview = z
  .object({
    effectiveOn: day,
    units: z.array(
      z.object({
        agency: id,
        ends: z.boolean(),
        openCases: z.int().describe('Open cases of today in which it takes part, each of which would pass on'),
        people: z.int().describe('Accounts of today that are in use'),
      })
    ),
    successor: id.nullable().describe('To whom the cases pass; null where none changes hands'),
    people: z.enum(['stay', 'move', 'end']).describe('What becomes of the accounts of the units that end'),
  })
  .meta({ id: 'AgencyReformPreview' });

export const reformList = listOf(reform).meta({ id: 'AgencyReformList' });

const texts = { label: z.string(), labelEn: z.string(), basis: z.string() };

export const entryList = listOf(z.object({ code: id, ...texts })).meta({ id: 'EntryList' });

export const catalogueEntry = z
  .object({
    code: id,
    offered: z.boolean().describe('May be chosen on the day asked about'),
    periods: z.array(
      z.object({ from: day, through: day.nullable(), offered: z.boolean(), ...texts, position: z.int() })
    ),
  })
  .meta({ id: 'CatalogueEntry' });

export const catalogueList = listOf(catalogueEntry).meta({ id: 'CatalogueList' });
