/**
 * What a zip says of itself, before anything is unpacked: its directory alone, so that neither a bomb nor a
 * torn file costs time. The unpacking itself stops at the sizes that are declared here.
 */
import { ImportFailure, LIMITS } from './failure.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
/** Sizes and counts that stand elsewhere, in the fields of zip64. */
const ELSEWHERE = 0xffffffff;
const ENTRIES = 2000;
const STREAMED = 8;

const broken = () => new ImportFailure('broken');

function findEnd(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= least; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw broken();
}

/** Zip64: the first field of its extra part is the size of what is unpacked. */
function longSize(view: DataView, from: number, length: number): number {
  for (let at = from; at + 12 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return Number(view.getBigUint64(at + 4, true));
  }
  throw broken();
}

/**
 * Names of the files inside.
 * @throws ImportFailure where it is no whole zip, or would unpack to more than a roster can be
 */
export function checkZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_SIZE) throw broken();
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > ENTRIES) throw new ImportFailure('too-big-inside');
  const names: string[] = [];
  let [at, total] = [view.getUint32(end + 16, true), 0];
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) throw broken();
    const flags = view.getUint16(at + 8, true);
    if (flags & 1) throw new ImportFailure('encrypted');
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const extra = at + 46 + nameLength;
    if (extra + extraLength > end) throw broken();
    const name = new TextDecoder().decode(bytes.subarray(at + 46, extra));
    // Without a declared size nothing would bound the unpacking; an empty part packs to two bytes.
    if (size === 0 && (packed > 2 || (packed === 0 && flags & STREAMED && !name.endsWith('/'))))
      throw broken();
    total += size === ELSEWHERE ? longSize(view, extra, extraLength) : size;
    if (total > LIMITS.unpacked) throw new ImportFailure('too-big-inside');
    names.push(name);
    at = extra + extraLength + view.getUint16(at + 32, true);
  }
  return names;
}
