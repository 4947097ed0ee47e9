/** The little of a logger that messages need. */
export type Log = Record<'warn' | 'error', (details: object, message: string) => void>;
