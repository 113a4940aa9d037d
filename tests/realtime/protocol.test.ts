import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../assessment/decide.ts';
import { REFUSALS } from '../../assessment/refusals.ts';
import { SLICES_OF } from '../../assessment/view.ts';
import { HUB_CODES, MESSAGES, PROTOCOL } from '../../realtime/protocol.ts';

/** What a schema accepts, as text: its types, bounds and patterns, without functions. */
function describeSchema(schema: unknown): string {
  return JSON.stringify(schema, (key, value: unknown) => {
    if (key.startsWith('~')) return undefined;
    return value instanceof RegExp ? String(value) : value;
  });
}

/** The wire in one number. */
function wireHash(): string {
  const bodies = Object.entries(COMMANDS).map(
    ([type, { by, body }]) => `${type} ${by.join()} ${describeSchema(body)}`,
  );
  const messages = Object.entries(MESSAGES).map(([name, schema]) => `${name} ${describeSchema(schema)}`);
  const rest = [REFUSALS.join(), HUB_CODES.join(), JSON.stringify(SLICES_OF)];
  return createHash('sha256')
    .update([...bodies, ...messages, ...rest].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}

/** One line for each version that was ever spoken. A change of the wire needs a new one, and PROTOCOL with it. */
const SPOKEN: Record<number, string> = {
  1: 'a33d904c2d2c6c24',
};

describe('the wire', () => {
  it('has not changed without a new PROTOCOL', () => {
    expect({ [PROTOCOL]: wireHash() }).toEqual({ [PROTOCOL]: SPOKEN[PROTOCOL] });
  });

  it('is described to the last bound: a length that changes changes the text', () => {
    expect(describeSchema(MESSAGES.hello)).toContain('[0-9]{6}');
    expect(describeSchema(COMMANDS['question.ask'].body)).toContain('200');
  });
});
