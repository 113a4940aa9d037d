/**
 * V3 · A page of a wall mends itself: after a fault that nobody foresaw, a part that could not be fetched, or an update of
 * the hub it is loaded anew, in a moment in which nobody waits for anything, and only while the hub answers: a browser's
 * own page of an error has no way back.
 */
import type { SceneName } from '../../../slides/scene.ts';

/** Pictures during which a wall may blink: nobody speaks against a clock, and nothing is being unveiled. */
const QUIET: ReadonlySet<SceneName> = new Set<SceneName>([
  'blank',
  'pairing',
  'welcome',
  'commitment',
  'lots',
  'locked',
  'standings',
  'pause',
  'closed',
  'agenda',
  'message',
  'black',
  'test',
]);
const isQuiet = (scene: SceneName): boolean => QUIET.has(scene);

/** How often it looks whether the moment is good, in ms. */
const EVERY = 2000;
/** What loading anew does not mend is not loaded again and again: a page lasts at least so long. In ms. */
const LEAST = 120_000;

const answers = async (): Promise<boolean> => {
  try {
    return (await fetch('/readyz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
};

/** Whether the hub serves another build than this page is of. */
async function isOutdated(version: string): Promise<boolean> {
  try {
    const response = await fetch('/_app/version.json', { cache: 'no-store' });
    const served = ((await response.json()) as { version?: unknown }).version;
    return typeof served === 'string' && served !== version;
  } catch {
    return false;
  }
}

export class Mend {
  readonly #version: string;
  readonly #scene: () => SceneName;
  readonly #reload: () => void;
  #due = false;
  #busy = false;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #fault = () => this.ask();

  /** @param version of this page's build; @param scene what stands on the wall now */
  constructor(version: string, scene: () => SceneName, reload = () => location.reload()) {
    this.#version = version;
    this.#scene = scene;
    this.#reload = reload;
    for (const event of ['error', 'unhandledrejection', 'vite:preloadError'])
      window.addEventListener(event, this.#fault);
    this.#timer = setInterval(() => void this.#look(), EVERY);
  }

  /** To be loaded anew, when it is quiet. */
  ask(): void {
    this.#due = true;
  }

  /** The line is back: the hub may be another one. */
  async back(): Promise<void> {
    if (await isOutdated(this.#version)) this.ask();
  }

  close(): void {
    clearInterval(this.#timer);
    for (const event of ['error', 'unhandledrejection', 'vite:preloadError'])
      window.removeEventListener(event, this.#fault);
  }

  async #look(): Promise<void> {
    if (!this.#due || this.#busy || !isQuiet(this.#scene())) return;
    if (performance.now() < LEAST) return;
    this.#busy = true;
    const there = await answers();
    this.#busy = false;
    if (!there || !isQuiet(this.#scene())) return;
    this.#due = false;
    this.#reload();
  }
}
