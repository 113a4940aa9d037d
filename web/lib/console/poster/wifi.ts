/** The venue's Wi-Fi as a code that a phone's camera understands. It is kept in this browser and printed, never sent. */
import { keepJson, recallJson } from '../../live/keep.ts';

export const SECURITIES = ['WPA', 'WEP', 'nopass'] as const;
export type Security = (typeof SECURITIES)[number];

export interface Wifi {
  ssid: string;
  password: string;
  security: Security;
  hidden: boolean;
}

export const noWifi = (): Wifi => ({ ssid: '', password: '', security: 'WPA', hidden: false });

/** Characters that mean something in the code stand behind a backslash. */
const escaped = (text: string): string => text.replace(/[\\;,:"]/g, '\\$&');

/** `WIFI:T:WPA;S:…;P:…;;` as phones read it. */
export function wifiCode({ ssid, password, security, hidden }: Wifi): string {
  const secret = security === 'nopass' ? '' : `P:${escaped(password)};`;
  return `WIFI:T:${security};S:${escaped(ssid)};${secret}${hidden ? 'H:true;' : ''};`;
}

export type WifiProblem = 'name-long' | 'password-short' | 'password-long' | 'password-wep';

/** What no phone would accept. A name has at most 32 bytes, a WPA password 8 to 63 characters or 64 hex digits. */
export function wifiProblem({ ssid, password, security }: Wifi): WifiProblem | null {
  if (ssid === '') return null;
  if (new TextEncoder().encode(ssid).length > 32) return 'name-long';
  if (security === 'WEP') return [5, 10, 13, 26].includes(password.length) ? null : 'password-wep';
  if (security === 'nopass') return null;
  if (password.length < 8) return 'password-short';
  return password.length <= 63 || /^[0-9a-f]{64}$/i.test(password) ? null : 'password-long';
}

const key = (code: string) => `dkc.wifi.${code}`;

export function recallWifi(code: string): Wifi {
  const found = recallJson<Partial<Wifi>>(key(code)) ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const security = SECURITIES.find((one) => one === found.security) ?? 'WPA';
  return { ssid: text(found.ssid), password: text(found.password), security, hidden: found.hidden === true };
}

export const keepWifi = (code: string, wifi: Wifi): boolean => keepJson(key(code), wifi);
