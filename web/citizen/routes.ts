import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shared/rootRoute';

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
});

/** The pages of citizens; each is loaded when it is first opened. */
export const citizenRoutes = [home];
