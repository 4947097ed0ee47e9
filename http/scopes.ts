/** What an API key can be made good for. */
export const scopes = ['cases:submit', 'cases:read'] as const;

export type Scope = (typeof scopes)[number];
