import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { overseers } from '../generated/rules';
import { textsOfSearch } from '../shared/readSearch';
import { rootRoute } from '../shared/rootRoute';
import { onlyFor } from '../shared/session/session';
import type { Filters } from './filters';

const overseersOnly = onlyFor(...overseers);

/** The head of an agency reads how it has handled its own cases. */
const readers = onlyFor('agency_lead', ...overseers);

const overview = createRoute({
  getParentRoute: () => rootRoute,
  path: '/overview',
  beforeLoad: overseersOnly,
  component: lazyRouteComponent(() => import('./OverviewPage'), 'OverviewPage'),
});

const reports = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports',
  validateSearch: (search: Record<string, unknown>): Filters => textsOfSearch(search),
  beforeLoad: readers,
  component: lazyRouteComponent(() => import('./ReportPage'), 'ReportPage'),
});

const reportedCases = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/cases',
  validateSearch: (search: Record<string, unknown>): Filters => textsOfSearch(search),
  beforeLoad: readers,
  component: lazyRouteComponent(() => import('./CasesPage'), 'CasesPage'),
});

const partners = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partners',
  beforeLoad: onlyFor('supervisor'),
  component: lazyRouteComponent(() => import('./PartnersPage'), 'PartnersPage'),
});

/** The pages of this area; each is loaded when it is first opened. */
export const supervisorRoutes = [overview, reports, reportedCases, partners];
