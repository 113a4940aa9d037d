const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding; the same in every browser and on the server. */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const quad = (a << 16) | (b << 8) | c;
    for (let k = 0; k < Math.min(4, bytes.length - i + 1); k++)
      text += LETTERS[(quad >> (18 - 6 * k)) & 63] ?? '';
  }
  return text;
}
