/** I7 · Passwords at the door: too weak to be taken, or wrong. */
import type { Request } from 'express';
import { passwordProblem, PASSWORD_LENGTH, type PasswordProblem } from '../../assessment/passwords.ts';
import type { Account, Verified } from '../../db/organizers.ts';
import { ApiRefusal, record, type ApiParts } from './parts.ts';

export const refuseWeak = (problem: PasswordProblem | 'same'): ApiRefusal =>
  new ApiRefusal(400, 'weak-password', { least: PASSWORD_LENGTH, problem });

/** @throws ApiRefusal `weak-password` */
export function needStrong(password: string, name: string): void {
  const problem = passwordProblem(password, name);
  if (problem) throw refuseWeak(problem);
}

/** How long an account is still locked, in whole minutes; 0 where it is not. */
function minutesLocked(account: Account | null, now: number): number {
  return Math.max(0, Math.ceil(((account?.lockedUntil ?? 0) - now) / 60_000));
}

/**
 * A password that was wrong, recorded and said: the failure that locks the account says so at once, and for how long.
 * Only a name that somebody has is recorded: another may be a password typed into the wrong field.
 */
export async function refuseSignIn(
  parts: ApiParts,
  request: Request,
  name: string,
  why: Exclude<Verified, Account>,
): Promise<ApiRefusal> {
  const { address } = parts.peerOf(request);
  parts.log.warn({ name: why, address }, 'sign-in refused');
  const account = parts.data.organizers.byName(name);
  const minutes = minutesLocked(account, parts.clock.now());
  record(parts, request, { what: 'sign-in-refused', about: account, detail: why });
  // Wrong passwords are bounded by the lock; the others only by the address.
  if (why !== 'wrong') await parts.guesses.note(address);
  else if (minutes > 0)
    record(parts, request, { what: 'locked-out', about: account, detail: String(minutes) });
  return minutes > 0 ? new ApiRefusal(429, 'locked-out', { minutes }) : new ApiRefusal(401, 'wrong-password');
}
