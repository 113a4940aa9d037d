/** The venue's Wi-Fi on the poster: kept in this browser, sent only where an organizer puts it on the screens, too. */
import type { Security, Wifi } from '$assessment/wifi.ts';
import { SECURITIES, wifiCode, wifiProblem } from '$assessment/wifi.ts';
import { keepJson, recallJson } from '../../live/keep.ts';

export { SECURITIES, wifiCode, wifiProblem };
export type { Security, Wifi };
export type { WifiProblem } from '$assessment/wifi.ts';

export const noWifi = (): Wifi => ({ ssid: '', password: '', security: 'WPA', hidden: false });

const key = (code: string) => `dkc.wifi.${code}`;

export function recallWifi(code: string): Wifi {
  const found = recallJson<Partial<Wifi>>(key(code)) ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const security = SECURITIES.find((one) => one === found.security) ?? 'WPA';
  return { ssid: text(found.ssid), password: text(found.password), security, hidden: found.hidden === true };
}

export const keepWifi = (code: string, wifi: Wifi): boolean => keepJson(key(code), wifi);
