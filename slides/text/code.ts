/** A code is read out and typed in two halves: 605 218. */
export function twoHalves(code: string): string {
  if (code.length < 6) return code;
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
