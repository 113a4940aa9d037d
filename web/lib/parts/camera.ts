/**
 * A camera as a scanner, of a laptop at the entrance and of a shared tablet. `getUserMedia` exists on loopback and over
 * HTTPS alone. A browser's own detector is used where it has one, a decoder in the page elsewhere.
 */
export type CameraTrouble = 'none' | 'refused' | 'busy';

type Read = (video: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** Enough for a code that fills a third of the picture; more only costs time. */
const WIDEST = 960;
const EVERY = 160;
/** The same code in front of the camera is one scan, not six a second. */
const AGAIN = 4000;

async function nativeReader(): Promise<Read | null> {
  const Native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const formats = (await Native?.getSupportedFormats().catch(() => [])) ?? [];
  if (!Native || !formats.includes('qr_code')) return null;
  const detector = new Native({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

async function ownReader(): Promise<Read> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const scale = Math.min(1, WIDEST / Math.max(1, video.videoWidth));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (!context || canvas.width === 0) return Promise.resolve(null);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return Promise.resolve(decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)));
    } catch {
      // Most pictures hold no code.
      return Promise.resolve(null);
    }
  };
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
}

/**
 * Shows the camera in `video` and hands on every code that it sees.
 * @returns what stops it; rejects with a `CameraTrouble`
 */
async function startCamera(video: HTMLVideoElement, seen: (text: string) => void): Promise<() => void> {
  const media = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
  if (!media) throw 'none' satisfies CameraTrouble;
  const stream = await media
    .getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } })
    .catch((error: unknown) => {
      throw troubleOf(error);
    });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const stop = () => {
    ended = true;
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play().catch(() => undefined);
  const read = (await nativeReader()) ?? (await ownReader());
  const next = () => {
    timer = setTimeout(() => {
      void read(video)
        .catch(() => null)
        .then((text) => {
          if (ended) return;
          if (text !== null) seen(text);
          next();
        });
    }, EVERY);
  };
  if (!ended) next();
  return stop;
}

/** Attached to a `video`, it scans as long as that is on the page; each code is handed on once. */
export function scans(seen: (text: string) => void, failed: (why: CameraTrouble) => void) {
  let last = { text: '', at: 0 };
  const once = (text: string) => {
    const now = performance.now();
    const same = text === last.text && now - last.at < AGAIN;
    last = { text, at: now };
    if (!same) seen(text);
  };
  return (video: HTMLVideoElement): (() => void) => {
    let stop = () => {};
    let gone = false;
    startCamera(video, once).then(
      (stopIt) => {
        stop = stopIt;
        if (gone) stop();
      },
      (why: unknown) => failed(why as CameraTrouble),
    );
    return () => {
      gone = true;
      stop();
    };
  };
}
