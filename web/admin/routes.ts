import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shared/rootRoute';
import { onlyFor } from '../shared/session/session';
import { readAccountSearch } from './accounts/accountSearch';
import { readAuditSearch } from './audit/auditSearch';

const administrators = onlyFor('admin');

const accounts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/accounts',
  validateSearch: readAccountSearch,
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./accounts/AccountsPage'), 'AccountsPage'),
});

const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/accounts/$id',
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./accounts/AccountPage'), 'AccountPage'),
});

const audit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/audit',
  validateSearch: readAuditSearch,
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./audit/AuditPage'), 'AuditPage'),
});

/** The pages of this area; each is loaded when it is first opened. */
export const adminRoutes = [accounts, account, audit];
