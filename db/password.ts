/** Passwords as Argon2id, in the PHC string format. The work is done off the main thread by Node. */
import type { Argon2Parameters } from 'node:crypto';
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's second choice: 19 MiB, 2 passes, 1 lane. Small enough for a laptop that also serves a whole square. */
const MEMORY = 19_456; // KiB
const PASSES = 2;
const LANES = 1;
const LENGTH = 32; // bytes

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', {
    message: prepared(password),
    nonce,
    memory: MEMORY,
    passes: PASSES,
    parallelism: LANES,
    tagLength: LENGTH,
  });
  return `$argon2id$v=19$m=${MEMORY},t=${PASSES},p=${LANES}$${base64(nonce)}$${base64(tag)}`;
}

/** False as well where `stored` is not a hash that this program makes. */
export async function checkPassword(password: string, stored: string): Promise<boolean> {
  const match = PHC.exec(stored);
  if (!match) return false;
  const [, memory, passes, lanes, nonce, expected] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const tag = Buffer.from(expected, 'base64');
  const actual = await derive('argon2id', {
    message: prepared(password),
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(lanes),
    tagLength: tag.length,
  });
  return timingSafeEqual(actual, tag);
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real check and says no, so that a stranger cannot time which names exist. */
export async function checkNobody(password: string): Promise<false> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  await checkPassword(password, await decoy);
  return false;
}

/** The same password typed on another keyboard is the same text. */
function prepared(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'), 'utf8');
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
