import { z } from 'zod';

export const text = z.string().trim().min(1);
export const secret = z.string().min(16);
export const httpUrl = z.url({ protocol: /^https?$/ });
export const flag = (usual: boolean) =>
  z
    .enum(['true', 'false'])
    .default(usual ? 'true' : 'false')
    .transform((value) => value === 'true');
