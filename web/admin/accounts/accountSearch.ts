import type { paths } from '../../shared/api/types';
import { readSearch } from '../../shared/readSearch';

type AccountQuery = NonNullable<paths['/v1/accounts']['get']['parameters']['query']>;

/** What narrows the list of accounts; all of it stands in the address. */
export type AccountSearch = Pick<AccountQuery, 'q' | 'role' | 'agency' | 'disabled'>;

export const readAccountSearch = readSearch<AccountSearch>(['q', 'role', 'agency', 'disabled']);
