import { createRootRoute } from '@tanstack/react-router';

/** Above all pages. */
export const rootRoute = createRootRoute();
