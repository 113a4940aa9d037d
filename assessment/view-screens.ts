/** V1 · What the screens are told, for themselves, and what they are and show, for organizers. */
import type { Live, ShownNow } from './audiences.ts';
import { toldTo, type Show } from './screens.ts';
import type { State } from './state.ts';
import { lineOf, type LineState } from './view-progress.ts';
import type { Wifi } from './wifi.ts';

export interface ShowsView {
  all: Show;
  /** Pass id → what that screen alone is told. */
  own: Record<string, Show>;
  /** Pass id → what people call it. */
  names: Record<string, string>;
  /** The venue's Wi-Fi, where an organizer put it on the screens. */
  wifi: Wifi | null;
}

/** A screen as its organizers see it: what it was told beside what it says that it shows. */
export interface ScreenView {
  pass: string;
  number: string;
  name: string | null;
  line: LineState;
  told: Show;
  /** Null where it has reported nothing since it connected. */
  now: ShownNow | null;
}

export const showsView = ({ screens, wifi }: State): ShowsView => ({
  all: screens.all,
  own: Object.fromEntries(screens.own),
  names: Object.fromEntries(screens.names),
  wifi,
});

export function screensView(state: State, live: Live): ScreenView[] {
  return [...state.passes.all.values()]
    .filter((pass) => pass.kind === 'screen' && !pass.revoked)
    .map((pass) => {
      const line = lineOf(pass, live);
      const now = pass.session === null || line === 'offline' ? null : live.shown(pass.session);
      const name = state.screens.names.get(pass.id) ?? null;
      return { pass: pass.id, number: pass.number, name, line, told: toldTo(state, pass.id), now };
    });
}
