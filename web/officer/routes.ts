import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { caseHandlers, caseStaff } from '../generated/rules';
import { rootRoute } from '../shared/rootRoute';
import { onlyFor } from '../shared/session/session';
import { readCaseSearch } from './case/caseSearch';
import { readDraftSearch } from './drafts/draftSearch';
import { readListSearch } from './inbox/listSearch';

const signedIn = onlyFor();
const handlersOnly = onlyFor(...caseHandlers);
const staffOnly = onlyFor(...caseStaff);

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

const texts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/texts',
  beforeLoad: handlersOnly,
  component: lazyRouteComponent(() => import('./texts/TextsPage'), 'TextsPage'),
});

const letters = createRoute({
  getParentRoute: () => rootRoute,
  path: '/letters',
  beforeLoad: handlersOnly,
  component: lazyRouteComponent(() => import('./letters/LettersPage'), 'LettersPage'),
});

const drafts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/drafts',
  validateSearch: readDraftSearch,
  beforeLoad: onlyFor('reception'),
  component: lazyRouteComponent(() => import('./drafts/DraftsPage'), 'DraftsPage'),
});

const draft = createRoute({
  getParentRoute: () => rootRoute,
  path: '/drafts/$draft',
  beforeLoad: onlyFor('reception'),
  component: lazyRouteComponent(() => import('./drafts/DraftPage'), 'DraftPage'),
});

/** Where messages lead: to the case as whoever opens it works with it. */
const anyCase = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$code',
  beforeLoad: async ({ location, params }) => {
    const { principal } = await signedIn({ location });
    throw redirect({ to: principal.role === 'submitter' ? '/my-cases/$code' : '/inbox/$code', params, replace: true });
  },
});

/** The pages of this area; each is loaded when it is first opened. */
export const officerRoutes = [inbox, openCase, anyCase, receive, texts, letters, drafts, draft];
