import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shared/rootRoute';
import { readsAbsences } from '../shared/session/actingFor';
import { onlyFor } from '../shared/session/session';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A path of ours; anything else could lead elsewhere. */
const ownPath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { returnTo?: string; error?: string } => ({
    returnTo: ownPath(search['returnTo']),
    error: text(search['error']),
  }),
  component: lazyRouteComponent(() => import('./SignInPage'), 'SignInPage'),
});

const signUp = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  validateSearch: (search: Record<string, unknown>): { returnTo?: string } => ({
    returnTo: ownPath(search['returnTo']),
  }),
  component: lazyRouteComponent(() => import('./SignUpPage'), 'SignUpPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./ForgotPasswordPage'), 'ForgotPasswordPage'),
});

const resetPassword = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./ResetPasswordPage'), 'ResetPasswordPage'),
});

const messagePreferences = createRoute({
  getParentRoute: () => rootRoute,
  path: '/message-preferences',
  component: lazyRouteComponent(() => import('./MessagePreferencesPage'), 'MessagePreferencesPage'),
});

const absence = createRoute({
  getParentRoute: () => rootRoute,
  path: '/absence',
  beforeLoad: onlyFor(...readsAbsences),
  component: lazyRouteComponent(() => import('./absence/AbsencePage'), 'AbsencePage'),
});

/** Signing in and what belongs to it. */
export const accountRoutes = [signIn, signUp, forgotPassword, resetPassword, messagePreferences, absence];
