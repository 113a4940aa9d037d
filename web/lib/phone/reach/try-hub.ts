/** A phone's try: is the hub there, does a live connection come about, and how long is the way. */
import type { ApiError, Code, Device } from '../../../../realtime/protocol-names.ts';

const PATIENCE = 8000;

export interface Tried {
  socket: boolean;
  /** There and back, in ms. */
  trip: number;
}

/** What sort of browser this is, as far as it says. */
function deviceOf(agent: string): Device {
  const wechat = /MicroMessenger/i.test(agent);
  if (/iPhone|iPad|iPod/i.test(agent)) return wechat ? 'wechat-ios' : 'ios';
  if (/Android|HarmonyOS/i.test(agent)) return wechat ? 'wechat-android' : 'android';
  return 'other';
}

/** Whether the hub's first word comes over a websocket. */
function liveAt(origin: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const end = (good: boolean) => {
      clearTimeout(timer);
      socket.onmessage = socket.onerror = socket.onclose = null;
      socket.close();
      resolve(good);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    socket.onmessage = () => end(true);
    socket.onerror = () => end(false);
    socket.onclose = () => end(false);
  });
}

/** Tries, and reports to whoever showed the code. @returns what was found, or why it could not be reported */
export async function tryHub(token: string): Promise<Tried | Code | 'offline'> {
  try {
    await fetch('/api/status');
    const began = performance.now();
    await fetch('/api/status');
    const trip = Math.round(performance.now() - began);
    const socket = await liveAt(location.origin);
    const now = Date.now() + Math.round(trip / 2);
    const answer = await fetch(`/api/reach/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now, device: deviceOf(navigator.userAgent), socket, trip }),
    });
    return answer.ok ? { socket, trip } : ((await answer.json()) as ApiError).code;
  } catch {
    return 'offline';
  }
}
