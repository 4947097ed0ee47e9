import { lazy, Suspense } from 'react';
import { useExpired } from './expiry';

const SignInDialog = lazy(() =>
  import('./SignInDialog').then(({ SignInDialog: component }) => ({ default: component }))
);

/** Asks for signing in again as soon as something needs it. */
export function SignInAgain() {
  return (
    useExpired() && (
      <Suspense>
        <SignInDialog />
      </Suspense>
    )
  );
}
