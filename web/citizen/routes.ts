import { createRoute, lazyRouteComponent, type SearchSchemaInput } from '@tanstack/react-router';
import { rootRoute } from '../shared/rootRoute';
import { onlyFor } from '../shared/session/session';
import { type Step, steps } from './submission';

/** What narrows the published answers. */
interface AnswersSearch {
  readonly q?: string;
  readonly category?: string;
  readonly agency?: string;
}

/** A search for digits alone reads as a number. */
const textIn = (value: string | number | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : String(value);

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
});

const submit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/submit',
  validateSearch: ({ step }: { step?: Step } & SearchSchemaInput): { step: Step } => ({
    step: steps.find((one) => one === step) ?? 'content',
  }),
  beforeLoad: onlyFor('submitter'),
  component: lazyRouteComponent(() => import('./SubmitPage'), 'SubmitPage'),
});

const receipt = createRoute({
  getParentRoute: () => rootRoute,
  path: '/receipt/$code',
  beforeLoad: onlyFor('submitter', 'reception'),
  component: lazyRouteComponent(() => import('./ReceiptPage'), 'ReceiptPage'),
});

const myCases = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my-cases',
  beforeLoad: onlyFor('submitter'),
  component: lazyRouteComponent(() => import('./MyCasesPage'), 'MyCasesPage'),
});

const myCase = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my-cases/$code',
  beforeLoad: onlyFor('submitter'),
  component: lazyRouteComponent(() => import('./MyCasePage'), 'MyCasePage'),
});

const track = createRoute({
  getParentRoute: () => rootRoute,
  path: '/track',
  component: lazyRouteComponent(() => import('./TrackPage'), 'TrackPage'),
});

const tracked = createRoute({
  getParentRoute: () => rootRoute,
  path: '/track/$code',
  component: lazyRouteComponent(() => import('./TrackedPage'), 'TrackedPage'),
});

const answers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/answers',
  validateSearch: (search: AnswersSearch & SearchSchemaInput): AnswersSearch => ({
    q: textIn(search.q),
    category: textIn(search.category),
    agency: textIn(search.agency),
  }),
  component: lazyRouteComponent(() => import('./AnswersPage'), 'AnswersPage'),
});

const answer = createRoute({
  getParentRoute: () => rootRoute,
  path: '/answers/$number',
  component: lazyRouteComponent(() => import('./AnswerPage'), 'AnswerPage'),
});

/** The pages of citizens; each is loaded when it is first opened. */
export const citizenRoutes = [home, submit, receipt, myCases, myCase, track, tracked, answers, answer];
