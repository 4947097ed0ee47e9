import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shared/rootRoute';
import { onlyFor } from '../shared/session/session';
import { readCaseSearch } from './case/caseSearch';
import { readListSearch } from './inbox/listSearch';

const staffOnly = onlyFor('reception', 'agency_officer', 'agency_lead', 'supervisor', 'leadership');

const inbox = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inbox',
  validateSearch: readListSearch,
  beforeLoad: staffOnly,
  component: lazyRouteComponent(() => import('./inbox/InboxPage'), 'InboxPage'),
});

const openCase = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inbox/$code',
  validateSearch: readCaseSearch,
  beforeLoad: staffOnly,
  component: lazyRouteComponent(() => import('./case/CasePage'), 'CasePage'),
});

const receive = createRoute({
  getParentRoute: () => rootRoute,
  path: '/receive',
  beforeLoad: onlyFor('reception'),
  component: lazyRouteComponent(() => import('./receive/ReceivePage'), 'ReceivePage'),
});

/** The pages of this area; each is loaded when it is first opened. */
export const officerRoutes = [inbox, openCase, receive];
