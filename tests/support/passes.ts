/** I1 · Passes of scenarios over a real hub. Their secrets follow from their ids, so that a link can be written anywhere. */
import type { PassKind } from '../../assessment/actors.ts';
import type { CommandBody } from '../../assessment/decide.ts';
import { hashSecret } from '../../assessment/passes.ts';
import type { MeetingSummary } from '../../realtime/protocol-names.ts';
import { Caller } from './caller.ts';

type Issue = CommandBody<'passes.issue'>['passes'][number];

export const printedSecret = (id: string): string => `secret-of-${id}`.padEnd(22, '0');

/** A pass for nobody in particular, numbered by the end of its id, unless something else is said. */
export const issue = (id: string, kind: PassKind, about: Partial<Issue> = {}): Issue => ({
  id,
  kind,
  number: id.slice(-2),
  category: null,
  person: null,
  unit: null,
  ...about,
  hash: hashSecret(printedSecret(id)),
});

export const issued = (caller: Caller, ...passes: Issue[]): Promise<unknown> =>
  caller.must('passes.issue', { passes });

/** What the QR code of a pass says. */
export const passLink = (url: string, code: string, id: string): string =>
  `${url}/p/${code}#${printedSecret(id)}`;

/** A demo meeting, and its host at a socket of his own. */
export async function demoMeeting(hub: { url: string; token(): string }): Promise<{
  code: string;
  caller: Caller;
}> {
  const made = await fetch(`${hub.url}/api/meetings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hub.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'demo' }),
  });
  const { code } = (await made.json()) as MeetingSummary;
  return { code, caller: await new Caller({ url: hub.url, code, token: hub.token() }).ready() };
}
