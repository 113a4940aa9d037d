/** How long anything may take before a run counts as stuck, in ms: a hub under load starts in seconds. */
const PATIENCE = 90_000;

/** Resolves once `holds` is true. @throws Error that says what never came */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  patience = PATIENCE,
): Promise<void> {
  const end = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
