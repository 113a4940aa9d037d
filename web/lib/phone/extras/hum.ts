/** One short vibration, only for who has touched this page already and did not ask his phone for less motion. */
const LONG = 200;

/** Phones that were loaded into the middle of it do not hum: the page itself says it. */
const START = Date.now();
const SETTLED = 3000;

export function hum(): void {
  const { userActivation } = navigator as { userActivation?: { hasBeenActive: boolean } };
  if (!userActivation?.hasBeenActive || Date.now() - START < SETTLED) return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  navigator.vibrate?.(LONG);
}
