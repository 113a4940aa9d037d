/** Reads codes with the camera, where the page is secure. The decoder is loaded when it is asked for. */

const AGAIN = 250;

/** @returns a function that ends it */
export async function watchCamera(
  video: () => HTMLVideoElement | undefined,
  read: (text: string) => void,
  failed: () => void,
): Promise<() => void> {
  let stream: MediaStream | null = null;
  let ended = false;
  const end = () => {
    ended = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  try {
    const [{ default: decode }, opened] = await Promise.all([
      import('qr/decode.js'),
      navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }),
    ]);
    stream = opened;
    const element = video();
    if (!element) return end;
    element.srcObject = opened;
    await element.play();
    const canvas = document.createElement('canvas');
    const look = () => {
      if (ended) return;
      const text = decoded(decode, element, canvas);
      if (text !== null) read(text);
      setTimeout(look, AGAIN);
    };
    look();
  } catch {
    end();
    failed();
  }
  return end;
}

type Decode = (image: { width: number; height: number; data: Uint8ClampedArray }) => string;

function decoded(decode: Decode, video: HTMLVideoElement, canvas: HTMLCanvasElement): string | null {
  const { videoWidth: width, videoHeight: height } = video;
  const context = canvas.getContext('2d');
  if (width === 0 || !context) return null;
  Object.assign(canvas, { width, height });
  context.drawImage(video, 0, 0);
  try {
    return decode({ width, height, data: context.getImageData(0, 0, width, height).data });
  } catch {
    return null; // no code in this picture
  }
}
