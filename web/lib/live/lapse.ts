/**
 * Time that passed, on a phone whose clock may be set in between: the wall clock jumps, and the steady one may stand
 * still while the phone sleeps, so the longer of both is nearer to the truth.
 */
export function stopwatch(): () => number {
  const [wall, steady] = [Date.now(), performance.now()];
  return () => Math.max(Date.now() - wall, performance.now() - steady);
}
