import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shared/rootRoute';
import { onlyFor } from '../shared/session/session';
import { readAccountSearch } from './accounts/accountSearch';
import { readAuditSearch } from './audit/auditSearch';
import { readSearch } from '../shared/readSearch';

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

const calendar = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/calendar',
  validateSearch: readSearch<{ readonly year?: string }>(['year']),
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./calendar/CalendarPage'), 'CalendarPage'),
});

const agencies = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/agencies',
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./agencies/AgenciesPage'), 'AgenciesPage'),
});

const policies = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/policies',
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./policies/PoliciesPage'), 'PoliciesPage'),
});

const lists = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/lists',
  validateSearch: readSearch<{ readonly kind?: string }>(['kind']),
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./lists/ListsPage'), 'ListsPage'),
});

const webhooks = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/webhooks',
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./webhooks/WebhooksPage'), 'WebhooksPage'),
});

const webhook = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/webhooks/$id',
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./webhooks/WebhookPage'), 'WebhookPage'),
});

const templates = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/templates',
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./templates/TemplatesPage'), 'TemplatesPage'),
});

const template = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/templates/$audience/$template/$language',
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./templates/TemplatePage'), 'TemplatePage'),
});

const audit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/audit',
  validateSearch: readAuditSearch,
  beforeLoad: administrators,
  component: lazyRouteComponent(() => import('./audit/AuditPage'), 'AuditPage'),
});

/** The pages of this area; each is loaded when it is first opened. */
export const adminRoutes = [
  accounts,
  account,
  calendar,
  agencies,
  policies,
  lists,
  webhooks,
  webhook,
  templates,
  template,
  audit,
];
