import { z } from 'zod';
import { text } from '../../environment';
import { readSettings, seconds } from './settings';

export interface SmppConfig {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly systemId: string;
  readonly password: string;
  readonly systemType: string;
  /** The brand name that people see. */
  readonly sender: string;
  readonly perSecond: number;
  readonly long: 'udh' | 'payload';
  readonly responseMillis: number;
}

const environment = z.object({
  SMS_SENDER: text.max(20),
  SMPP_SYSTEM_TYPE: z.string().max(12).default(''),
  SMPP_PER_SECOND: z.coerce.number().min(0.1).max(1_000).default(10),
  SMPP_LONG: z.enum(['udh', 'payload']).default('udh'),
  SMPP_RESPONSE_SECONDS: seconds(20),
});

export function smppFrom(url: URL, env: NodeJS.ProcessEnv): SmppConfig {
  const given = readSettings(environment, env, []);
  const tls = url.protocol === 'ssmpp:';
  return {
    host: url.hostname,
    port: url.port === '' ? (tls ? 3550 : 2775) : Number(url.port),
    tls,
    systemId: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    systemType: given.SMPP_SYSTEM_TYPE,
    sender: given.SMS_SENDER,
    perSecond: given.SMPP_PER_SECOND,
    long: given.SMPP_LONG,
    responseMillis: given.SMPP_RESPONSE_SECONDS * 1_000,
  };
}
