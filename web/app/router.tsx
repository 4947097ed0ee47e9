import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { accountRoutes } from '../account/routes';
import { adminRoutes } from '../admin/routes';
import { citizenRoutes } from '../citizen/routes';
import { officerRoutes } from '../officer/routes';
import { actingFor, roleInCapacity } from '../shared/session/actingFor';
import { onlyFor } from '../shared/session/session';
import { rootRoute } from '../shared/rootRoute';
import { ErrorPage } from '../shared/states/ErrorPage';
import { NoSuchPage } from '../shared/states/NoSuchPage';
import { PageSkeleton } from '../shared/states/PageSkeleton';
import { supervisorRoutes } from '../supervisor/routes';
import { homeOf } from './navigation';
import { Shell } from './Shell';

/** Leads everybody to the page on which their work begins. */
const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/home',
  beforeLoad: async (context) => {
    const { principal } = await onlyFor()(context);
    throw redirect({ to: homeOf(roleInCapacity(principal.role, actingFor())), replace: true });
  },
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    ...accountRoutes,
    ...citizenRoutes,
    ...officerRoutes,
    ...supervisorRoutes,
    ...adminRoutes,
  ]),
  InnerWrap: Shell,
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NoSuchPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
