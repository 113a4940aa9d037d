import type { Slices } from '$assessment/view.ts';
import type { Wifi } from '$assessment/wifi.ts';

export interface WelcomeData {
  title: string;
  place: string;
  date: string;
  units: number;
  examiners: { planned: number; present: number };
  crowd: number;
  /** The venue's Wi-Fi, where an organizer put it on the screens. */
  wifi: Wifi | null;
}

export function welcomeOf(slices: Partial<Slices>): WelcomeData {
  const { meeting, agenda, crowd, shows } = slices;
  return {
    title: meeting?.title ?? '',
    place: meeting?.place ?? '',
    date: meeting?.date ?? '',
    units: agenda?.length ?? 0,
    examiners: meeting?.examiners ?? { planned: 0, present: 0 },
    crowd: crowd?.online ?? 0,
    wifi: shows?.wifi ?? null,
  };
}

/** The app's own name at the end of a title is its main word: 开放式党建 | 大考场 | （演示数据）. */
const MAIN = /^(.{2,}?)\s*(大考场)\s*([（(][^（()）]{1,12}[)）])?$/u;

/** What stands before the main word, the main word (else the whole title), and what is in brackets behind it. */
export function titleParts(title: string): { lead: string; main: string; aside: string } {
  const [, lead = '', main = title, aside = ''] = MAIN.exec(title) ?? [];
  return { lead, main, aside };
}
