/** What a rehearsal is asked for. */
import { parseArgs } from 'node:util';

export interface Options {
  seed: number;
  committees: number;
  examiners: number;
  crowd: number;
  out: string;
  pace: 'fast' | 'real';
  url: string | null;
  token: string | null;
}

export class OptionError extends Error {}

function whole(name: string, value: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (!(number >= least && number <= most)) throw new OptionError(`--${name} ${value}: ${least} … ${most}`);
  return number;
}

/** @throws OptionError with the option that cannot be used */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: '7' },
      committees: { type: 'string', default: '25' },
      examiners: { type: 'string', default: '50' },
      crowd: { type: 'string', default: '300' },
      out: { type: 'string', default: 'rehearsal' },
      pace: { type: 'string', default: 'fast' },
      url: { type: 'string' },
      token: { type: 'string' },
    },
  });
  if (values.pace !== 'fast' && values.pace !== 'real')
    throw new OptionError(`--pace ${values.pace}: fast, real`);
  if ((values.url === undefined) !== (values.token === undefined)) throw new OptionError('--url --token');
  return {
    seed: whole('seed', values.seed, 0, 999_999_999),
    committees: whole('committees', values.committees, 1, 200),
    examiners: whole('examiners', values.examiners, 1, 2000),
    crowd: whole('crowd', values.crowd, 0, 5000),
    out: values.out,
    pace: values.pace,
    url: values.url?.replace(/\/+$/, '') ?? null,
    token: values.token ?? null,
  };
}
