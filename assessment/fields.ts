/** The fields that commands share: bounded, so that no message can be larger than its meaning. */
import * as v from 'valibot';

/** An id that an organizer's list gives: unit, member, examiner, category, criterion, pass. */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/));
/** Base64url of 16 to 32 random bytes or of a SHA-256. */
export const Token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/));
/** No control characters, and no half of a character: no store and no hash can carry one. */
const PLAIN = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u;
/** A line for people: trimmed, never empty, without control characters. */
export const line = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), v.regex(PLAIN));
/** The same, but may be empty. */
export const optionalLine = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most), v.regex(PLAIN));
/** A text of several lines. */
export const text = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), v.regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u));
export const Name = line(60);
export const Reason = line(200);
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
/** A length of time in ms, up to a day. */
export const Span = whole(0, 86_400_000);
export const Revision = whole(0, 100_000);
