import type { paths } from '../../shared/api/types';
import { readSearch } from '../../shared/readSearch';

type AuditQuery = NonNullable<paths['/v1/admin/events']['get']['parameters']['query']>;

/** What narrows the record of administration; all of it stands in the address. */
export type AuditSearch = Pick<AuditQuery, 'by' | 'kind' | 'from' | 'through' | 'subject'>;

export const readAuditSearch = readSearch<AuditSearch>(['by', 'kind', 'from', 'through', 'subject']);
