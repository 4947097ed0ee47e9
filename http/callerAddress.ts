import type { Request } from 'express';

/** The caller's address as far as `trust proxy` lets Express believe it. */
export const callerAddress = (request: Request): string => request.ip ?? 'unknown';
