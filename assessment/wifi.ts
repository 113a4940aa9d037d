/**
 * The venue's Wi-Fi as the screens may show it beside the way in. A wall is public: it is told only where an organizer
 * chose so, leaves the server for screens and organizers alone (V1), and lies in the entry's private part (J6).
 */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { line } from './fields.ts';
import { needOpen } from './phases.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import type { State } from './state.ts';

export const SECURITIES = ['WPA', 'WEP', 'nopass'] as const;
export type Security = (typeof SECURITIES)[number];

export interface Wifi {
  ssid: string;
  password: string;
  security: Security;
  hidden: boolean;
}

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

const WifiSchema = v.object({
  ssid: line(32),
  password: v.pipe(v.string(), v.maxLength(64), v.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u)),
  security: v.picklist(SECURITIES),
  hidden: v.boolean(),
});

const same = (one: Wifi | null, other: Wifi | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The password of an open network is nobody's business. */
const shownOf = ({ ssid, password, security, hidden }: Wifi): Wifi => ({
  ssid,
  password: security === 'nopass' ? '' : password,
  security,
  hidden,
});

const wifiShown = (wifi: Wifi | null): Entry =>
  wifi === null
    ? { type: 'wifi-shown', data: { shown: false } }
    : { type: 'wifi-shown', data: { shown: true }, private: { ...wifi } };

export const wifiCommands = {
  /** Null takes it off the screens again, in every phase: no password must stand on a wall when the meeting is over. */
  'wifi.show': command(HOSTS, v.object({ wifi: v.nullable(WifiSchema) }), (state, body) => {
    if (body.wifi) needOpen(state);
    if (body.wifi && wifiProblem(body.wifi) !== null) refuse('malformed', { field: 'wifi' });
    const wifi = body.wifi && shownOf(body.wifi);
    return same(wifi, state.wifi) ? [] : [wifiShown(wifi)];
  }),
};

export const wifiFolds = {
  'wifi-shown': (state, { shown, private: secret }: { shown: boolean; private?: Wifi }) => {
    state.wifi = shown && secret ? shownOf(secret) : null;
  },
} satisfies Folds;

/** A1: the network is the same on the day. */
export const wifiTaken = ({ wifi }: State): Entry[] => (wifi === null ? [] : [wifiShown(wifi)]);
