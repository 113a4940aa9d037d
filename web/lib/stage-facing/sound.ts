/** A struck bell, made of tones: no file to load, and it sounds in a browser without a network. */
import type { Ring } from './bell.ts';

/** Overtones of a small bell: how high above the stroke's tone, how loud, how long in seconds. */
const PARTIALS = [
  [1, 1, 1.6],
  [2.01, 0.5, 1.1],
  [2.99, 0.25, 0.7],
  [4.21, 0.12, 0.4],
] as const;
/** The tone in Hz, and when each stroke comes, in seconds. */
const STROKES: Record<Ring, { tone: number; at: readonly number[] }> = {
  warning: { tone: 660, at: [0] },
  end: { tone: 880, at: [0, 0.55, 1.1] },
};

export class Sound {
  #context: AudioContext | null = null;

  get open(): boolean {
    return this.#context?.state === 'running';
  }

  /** Browsers let a page sound only after a tap. @returns whether it may now */
  async allow(): Promise<boolean> {
    if (typeof AudioContext === 'undefined') return false;
    this.#context ??= new AudioContext();
    // Without a tap the promise may never settle.
    await Promise.race([
      this.#context.resume().catch(() => undefined),
      new Promise((done) => setTimeout(done, 500)),
    ]);
    return this.open;
  }

  /** @param volume 0 to 1 */
  ring(ring: Ring, volume: number): void {
    const context = this.#context;
    if (!context || !this.open) return;
    const { tone, at } = STROKES[ring];
    for (const delay of at) this.#strike(context, tone, context.currentTime + delay, volume);
  }

  close(): void {
    void this.#context?.close().catch(() => undefined);
    this.#context = null;
  }

  #strike(context: AudioContext, tone: number, start: number, volume: number): void {
    for (const [above, loud, lasts] of PARTIALS) {
      const source = new OscillatorNode(context, { frequency: tone * above });
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0.0001, start);
      gain.gain.exponentialRampToValueAtTime(Math.max(0.0002, 0.5 * volume * loud), start + 0.01);
      gain.gain.exponentialRampToValueAtTime(0.0001, start + lasts);
      source.connect(gain).connect(context.destination);
      source.start(start);
      source.stop(start + lasts);
    }
  }
}
