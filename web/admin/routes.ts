import type { AnyRoute } from '@tanstack/react-router';

/** The pages of this area; each is loaded when it is first opened. */
export const adminRoutes = [] satisfies AnyRoute[];
