/** `npm run token -- --role owner [--hours 24]`: prints a token for a program, also while the hub runs. */
import { parseArgs } from 'node:util';
import { signingKeyOf } from '../../db/data-folder.ts';
import { signToken } from '../../db/tokens.ts';
import { ROLES } from '../../db/schema/hub.ts';
import { readConfig } from '../config.ts';
import { textFor } from '../text/index.ts';

const text = textFor(process.env).token;

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function asked() {
  try {
    return parseArgs({
      options: { role: { type: 'string', default: 'owner' }, hours: { type: 'string', default: '24' } },
    }).values;
  } catch {
    return fail(text.usage);
  }
}

const values = asked();
const role = ROLES.find((one) => one === values.role) ?? fail(text.badRole(values.role));
const hours = /^\d{1,3}$/.test(values.hours) ? Number(values.hours) : 0;
if (hours < 1 || hours > 168) fail(text.hours(values.hours));
const { data } = readConfig(process.env);
const key = signingKeyOf(data) ?? fail(text.noHub(data));
console.log(signToken(key, { role, name: `token-${role}`, expires: Date.now() + hours * 3_600_000 }));
