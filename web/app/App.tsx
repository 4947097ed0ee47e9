import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from '../shared/api/queryClient';
import { SignInAgain } from '../shared/session/SignInAgain';
import { cssVariablesResolver, theme } from '../shared/theme/theme';
import { useLater } from '../shared/useLater';
import { router } from './router';

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <SignInAgain />
        <Notifications />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Loaded once the page stands: nothing is notified before. */
function Notifications() {
  const { data } = useLater('notifications', () => import('./Notifications'));
  return data && <data.Notifications />;
}
