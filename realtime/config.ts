/** The environment, read once. Everything else is handed its settings. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';

export interface Config {
  port: number;
  host: string;
  /** The data folder. */
  data: string;
  /** Where phones find this hub, without a slash at the end; null where only its own addresses are known. */
  publicUrl: string | null;
  tls: { cert: Buffer; key: Buffer } | null;
  /** Express's `trust proxy`: a number of hops or a list of addresses; false where nobody stands in front. */
  trustProxy: number | string[] | false;
  dev: boolean;
  /** I7: how long an organizer stays signed in without an action, in ms. */
  idle: number;
  /** After how much silence a connection counts as dead, in ms. */
  silence: number;
  /** How long logs and the record of sign-ins are kept, in days. */
  logDays: number;
  /** Where the built pages are. */
  pages: string;
}

export type ConfigCode =
  | 'not-a-port'
  | 'not-a-url'
  | 'unreadable'
  | 'both-or-neither'
  | 'not-a-proxy'
  | 'not-a-host'
  | 'not-minutes'
  | 'not-seconds'
  | 'not-days';

/** A variable that cannot be used; `code` is said in words where it is shown. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly variable: string;
  readonly code: ConfigCode;
  readonly value: string;
  constructor(variable: string, code: ConfigCode, value: string) {
    super(`${variable}: ${code}: ${value}`);
    this.variable = variable;
    this.code = code;
    this.value = value;
  }
}

const Port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535));
/** Minutes as ms: from one minute to a day. */
const Minutes = v.pipe(
  v.string(),
  v.regex(/^\d{1,4}$/),
  v.transform((minutes) => Number(minutes) * 60_000),
  v.minValue(60_000),
  v.maxValue(86_400_000),
);
/** Seconds as ms: long enough for a slow cell, short enough to know who is gone. */
const Seconds = v.pipe(
  v.string(),
  v.regex(/^\d{1,2}$/),
  v.transform((seconds) => Number(seconds) * 1000),
  v.minValue(2000),
  v.maxValue(60_000),
);
/** Days: at least six months, as the law asks (no six months are longer than 184 days), at most ten years. */
const LogDays = v.pipe(
  v.string(),
  v.regex(/^\d{1,4}$/),
  v.transform(Number),
  v.minValue(184),
  v.maxValue(3650),
);
const Url = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\/[^?#]+$/));
const Host = v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:_-]{1,255}$/));
const Proxy = v.pipe(
  v.string(),
  v.regex(
    /^(\d|(?:[0-9a-f.:/]+|loopback|linklocal|uniquelocal)(?:, ?(?:[0-9a-f.:/]+|loopback|linklocal|uniquelocal))*)$/i,
  ),
);

type Environment = Record<string, string | undefined>;

function use<T>(
  env: Environment,
  name: string,
  schema: v.GenericSchema<string, T>,
  code: ConfigCode,
  or: T,
): T {
  const value = env[name];
  if (value === undefined || value === '') return or;
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new ConfigError(name, code, value);
  return parsed.output;
}

function readTls(env: Environment): Config['tls'] {
  const { TLS_CERT: cert, TLS_KEY: key } = env;
  if (!cert && !key) return null;
  if (!cert || !key) throw new ConfigError(cert ? 'TLS_KEY' : 'TLS_CERT', 'both-or-neither', '');
  return { cert: readFile('TLS_CERT', cert), key: readFile('TLS_KEY', key) };
}

function readFile(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigError(name, 'unreadable', path);
  }
}

/** @throws ConfigError for a value that cannot be used */
export function readConfig(env: Environment): Config {
  const publicUrl = use(env, 'PUBLIC_URL', Url, 'not-a-url', '');
  const proxy = use(env, 'TRUST_PROXY', Proxy, 'not-a-proxy', '');
  return {
    port: use(env, 'PORT', Port, 'not-a-port', 3000),
    host: use(env, 'HOST', Host, 'not-a-host', '0.0.0.0'),
    data: resolve(env['DATA'] || 'data'),
    publicUrl: publicUrl === '' ? null : publicUrl.replace(/\/+$/, ''),
    tls: readTls(env),
    trustProxy: proxy === '' ? false : /^\d$/.test(proxy) ? Number(proxy) : proxy.split(/, ?/),
    dev: env['DEV'] === '1',
    idle: use(env, 'IDLE_MINUTES', Minutes, 'not-minutes', 3_600_000),
    silence: use(env, 'SILENCE_SECONDS', Seconds, 'not-seconds', 14_000),
    logDays: use(env, 'LOG_DAYS', LogDays, 'not-days', 184),
    pages: resolve(env['PAGES'] || 'build/web'),
  };
}
