import type { Request } from 'express';

/** Whether a browser asks, for somebody who reads pages. */
export const isForPerson = (request: Request): boolean => request.get('accept')?.includes('text/html') === true;
