import { z } from 'zod';
import { requestStatuses } from '../../inputs/open311';
import { moment } from './value';

const text = z.string().nullable();

export const geoReportErrors = z
  .array(z.object({ code: z.int(), description: z.string() }))
  .meta({ id: 'GeoReportErrors' });

export const discovery = z
  .object({
    changeset: moment,
    contact: z.string(),
    key_service: z.string(),
    endpoints: z.array(
      z.object({
        specification: z.string(),
        url: z.string(),
        changeset: moment,
        type: z.enum(['production', 'test']),
        formats: z.array(z.string()),
      })
    ),
  })
  .meta({ id: 'GeoReportDiscovery' });

export const serviceList = z
  .array(
    z.object({
      service_code: z.string().describe('The code of a category'),
      service_name: z.string(),
      description: z.string(),
      metadata: z.boolean(),
      type: z.enum(['realtime', 'batch', 'blackbox']),
      keywords: z.string(),
      group: z.string(),
    })
  )
  .meta({ id: 'GeoReportServices' });

export const serviceDefinition = z
  .object({
    service_code: z.string(),
    attributes: z.array(
      z.object({
        variable: z.boolean(),
        code: z.string(),
        datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
        required: z.boolean(),
        datatype_description: text,
        order: z.int(),
        description: z.string(),
        values: z.array(z.object({ key: z.string(), name: z.string() })),
      })
    ),
  })
  .meta({ id: 'GeoReportServiceDefinition' });

/** A request that was taken. */
export const takenRequests = z
  .array(z.object({ service_request_id: z.string(), service_notice: text, account_id: text }))
  .meta({ id: 'GeoReportTaken' });

export const tokenAnswer = z
  .array(z.object({ service_request_id: z.string(), token: z.string() }))
  .meta({ id: 'GeoReportToken' });

export const serviceRequests = z
  .array(
    z.object({
      service_request_id: z.string().describe('The number of a publication; the code of a case for whoever holds it'),
      status: z.enum(requestStatuses),
      status_notes: text.describe('The published answer; before there is one, where the case stands'),
      service_name: text,
      service_code: text,
      description: text.describe('As far as it is published'),
      agency_responsible: text,
      service_notice: text,
      requested_datetime: moment,
      updated_datetime: moment,
      expected_datetime: moment.nullable(),
      address: text,
      address_id: text,
      zipcode: text,
      lat: z.number().nullable(),
      long: z.number().nullable(),
      media_url: text,
    })
  )
  .meta({ id: 'GeoReportRequests' });
