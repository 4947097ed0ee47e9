import type { Fault } from './case';

export const fault = (path: string, code: string, message: string): Fault => ({ path, code, message });
