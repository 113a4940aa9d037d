/** What moves on a page, frame by frame, and how light its picture is meanwhile. */
import type { Browser, Page } from '@playwright/test';

export interface Moved {
  /** `main` of a scene that fades, `svg` of the cloth, and so on. */
  what: string;
  /** The scenes that stood there. */
  scenes: string;
  /** In ms. */
  duration: number;
  iterations: number;
  /** Its opacity goes up or down, but not both. */
  oneWay: boolean;
}

/** Runs in the page before anything else: notes each animation and transition once, as long as the page lives. */
function note(): void {
  const moved: Moved[] = [];
  Object.assign(window, { moved });
  const known = new WeakSet<Animation>();
  const oneWay = (frames: ComputedKeyframe[]): boolean => {
    const steps = frames
      .map(({ opacity }) => Number(opacity))
      .filter((value) => !Number.isNaN(value))
      .map((value, at, all) => Math.sign(value - (all[at - 1] ?? value)));
    return !(steps.includes(1) && steps.includes(-1));
  };
  const look = () => {
    for (const animation of document.getAnimations()) {
      if (known.has(animation) || !(animation.effect instanceof KeyframeEffect)) continue;
      known.add(animation);
      const { target } = animation.effect;
      const { duration, iterations } = animation.effect.getComputedTiming();
      // Svelte waits for a delay of none at all with an animation that lasts no time.
      if (Number(duration) === 0) continue;
      moved.push({
        what: target?.tagName.toLowerCase() ?? '',
        scenes: Array.from(document.querySelectorAll('main'), (one) => one.dataset.scene).join(' '),
        duration: Number(duration),
        iterations: Number(iterations),
        oneWay: oneWay(animation.effect.getKeyframes()),
      });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export const noteMotion = (page: Page): Promise<unknown> => page.addInitScript(note);

/** What has moved since this was asked the last time. */
export const movedOn = (page: Page): Promise<Moved[]> =>
  page.evaluate(() => (window as unknown as { moved: Moved[] }).moved.splice(0));

/** A picture of the page: its moment in s, and the luminance of the whole and of each quarter, 0 to 1. */
export interface Light {
  at: number;
  parts: number[];
}

/** Films a page until it is asked for what it saw. */
export async function film(browser: Browser, page: Page): Promise<() => Promise<Light[]>> {
  const session = await page.context().newCDPSession(page);
  const frames: { at: number; data: string }[] = [];
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ at: metadata.timestamp ?? 0, data });
    void session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 60, maxWidth: 320, maxHeight: 180 });
  return async () => {
    await session.send('Page.stopScreencast');
    await session.detach();
    const reader = await browser.newPage();
    const seen = await reader.evaluate(lightsOf, frames);
    await reader.close();
    return seen;
  };
}

/** Runs in an empty page: relative luminance as WCAG has it. */
async function lightsOf(frames: { at: number; data: string }[]): Promise<Light[]> {
  const [width, height] = [32, 18];
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const brush = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const mean = (x: number, y: number, w: number, h: number) => {
    const { data } = brush.getImageData(x, y, w, h);
    let sum = 0;
    for (let at = 0; at < data.length; at += 4)
      sum +=
        0.2126 * linear(data[at] ?? 0) +
        0.7152 * linear(data[at + 1] ?? 0) +
        0.0722 * linear(data[at + 2] ?? 0);
    return sum / (w * h);
  };
  const lights: Light[] = [];
  for (const { at, data } of frames) {
    const image = new Image();
    image.src = `data:image/jpeg;base64,${data}`;
    await image.decode();
    brush.drawImage(image, 0, 0, width, height);
    const parts = [mean(0, 0, width, height)];
    for (const x of [0, width / 2])
      for (const y of [0, height / 2]) parts.push(mean(x, y, width / 2, height / 2));
    lights.push({ at, parts });
  }
  return lights;
}

/** WCAG 2.3.1: opposing changes of a tenth or more, the darker one below 0.8. */
const FLASH = 0.1;

/** The most flashes (up and down, or down and up) of the whole or of a quarter in any second. */
export function flashesIn(lights: readonly Light[]): number {
  const parts = lights[0]?.parts.map((_, part) =>
    lights.map(({ at, parts: all }) => ({ at, light: all[part] ?? 0 })),
  );
  return Math.max(0, ...(parts ?? []).map(flashesOf));
}

function flashesOf(series: readonly { at: number; light: number }[]): number {
  /** Moments at which the light had gone far enough the other way. */
  const turns: number[] = [];
  let way = 0;
  let peak = series[0]?.light ?? 0;
  for (const { at, light } of series) {
    if (Math.sign(light - peak) === way) peak = light;
    else if (Math.abs(light - peak) >= FLASH && Math.min(light, peak) < 0.8) {
      way = Math.sign(light - peak);
      peak = light;
      turns.push(at);
    }
  }
  const inSecond = turns.map((from) => turns.filter((at) => at >= from && at < from + 1).length);
  return Math.floor(Math.max(0, ...inSecond) / 2);
}
