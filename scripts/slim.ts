/** What the phones' build leaves out of two libraries: ways that a phone of ours never goes. */
import type { Plugin } from 'vite';

const WAYS: readonly [RegExp, string][] = [
  // Socket.IO over WebSocket only: no polling, no WebTransport. `dial.ts` asks for nothing else.
  [
    /engine\.io-client\/build\/esm\/transports\/index\.js$/,
    'import { WS } from "./websocket.js"; export const transports = { websocket: WS };',
  ],
  // Svelte defines its custom element wherever it is loaded, with the old component interface below it.
  [
    /svelte\/src\/internal\/client\/dom\/elements\/custom-element\.js$/,
    'export function create_custom_element() { throw new Error("custom elements are left out"); }',
  ],
];

export const slim = (): Plugin => ({
  name: 'slim',
  enforce: 'pre',
  load: (id) => WAYS.find(([file]) => file.test(id))?.[1] ?? null,
});
