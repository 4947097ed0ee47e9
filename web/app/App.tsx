import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { queryClient } from '../shared/api/queryClient';
import { SignInAgain } from '../shared/session/SignInAgain';
import { cssVariablesResolver, theme } from '../shared/theme/theme';
import { router } from './router';

/** Loaded once the page stands: nothing is notified before. */
const Notifications = lazy(() =>
  import('./Notifications').then(({ Notifications: component }) => ({ default: component }))
);

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <SignInAgain />
        <Suspense>
          <Notifications />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  );
}
