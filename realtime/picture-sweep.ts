/** Photos that were sent and that no question and no evidence names: given up, or taken back. They leave the disk. */
import { picturesNamed } from '../assessment/evidence.ts';
import type { Pictures } from '../assessment/pictures.ts';
import type { Authority } from './authority.ts';

/** How long one waits for the command that names it, ms: what was written lies on a phone over night. */
export const UNNAMED = 24 * 60 * 60_000;
/** How often it is looked for them while a meeting goes on, ms. */
const OFTEN = 60 * 60_000;

/**
 * @param named hashes that the meeting's state names; asked again before each that goes
 * @param closed the meeting is over: nothing will name them any more
 */
export async function sweepPictures(
  pictures: Pictures,
  named: () => ReadonlySet<string>,
  closed: boolean,
  now: number,
): Promise<void> {
  const before = named();
  const old = pictures.list().filter(({ hash, at }) => !before.has(hash) && (closed || now - at >= UNNAMED));
  for (const { hash } of old) if (!named().has(hash)) await pictures.drop(hash);
}

/** J6: when a meeting is opened, when it closes, and every hour in which something happens. */
export function sweepsPictures(
  authority: Authority,
  pictures: Pictures,
  onError: (error: unknown) => void,
): void {
  let last = -Infinity;
  let over = false;
  const look = () => {
    const now = authority.now();
    const closed = authority.state.meeting.phase === 'closed';
    if (closed === over && now - last < OFTEN) return;
    [last, over] = [now, closed];
    sweepPictures(pictures, () => picturesNamed(authority.state), closed, now).catch(onError);
  };
  authority.onChange(look);
  look();
}
