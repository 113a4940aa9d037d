/** What the phones' build leaves out of libraries: ways that a phone of ours never goes. */
import type { Plugin } from 'vite';

const WAYS: readonly [RegExp, string][] = [
  // Socket.IO over WebSocket only, as `dial.ts` asks for it: no polling, no WebTransport, no change from one to another.
  [
    /socket\.io-client\/build\/esm\/index\.js$/,
    'export { Manager } from "./manager.js"; export { WebSocket } from "engine.io-client";',
  ],
  [
    /engine\.io-client\/build\/esm\/index\.js$/,
    `export { Socket } from "./socket.js";
     export { installTimerFunctions } from "./util.js";
     export { nextTick } from "./globals.js";
     export { WS as WebSocket } from "./transports/websocket.js";`,
  ],
  [/engine\.io-client\/build\/esm\/transports\/index\.js$/, 'export const transports = {};'],
  // The page's own hub, whose address the library takes from the page.
  [
    /engine\.io-client\/build\/esm\/contrib\/parseuri\.js$/,
    'export function parse() { throw new Error("addresses are left out"); }',
  ],
  // What we say is text: no packet has bytes in it.
  [
    /engine\.io-parser\/build\/esm\/encodePacket\.browser\.js$/,
    `import { PACKET_TYPES } from "./commons.js";
     export const encodePacket = ({ type, data }, _, done) => done(PACKET_TYPES[type] + (data || ""));
     export const encodePacketToBinary = encodePacket;`,
  ],
  [
    /engine\.io-parser\/build\/esm\/decodePacket\.browser\.js$/,
    `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from "./commons.js";
     export const decodePacket = (packet) => {
       const type = PACKET_TYPES_REVERSE[packet[0]];
       return type ? { type, data: packet.slice(1) } : ERROR_PACKET;
     };`,
  ],
  [
    /socket\.io-parser\/build\/esm\/is-binary\.js$/,
    'export const isBinary = () => false; export const hasBinary = isBinary;',
  ],
  [
    /socket\.io-parser\/build\/esm\/binary\.js$/,
    'export const deconstructPacket = (packet) => packet; export const reconstructPacket = deconstructPacket;',
  ],
  // Coming back is the line's.
  [
    /socket\.io-client\/build\/esm\/contrib\/backo2\.js$/,
    'export function Backoff() { this.attempts = 0; this.reset = () => {}; }',
  ],
  // Bytes go as they are over WebSocket.
  [
    /engine\.io-parser\/build\/esm\/contrib\/base64-arraybuffer\.js$/,
    'export const encode = () => ""; export const decode = encode;',
  ],
  // Svelte defines its custom element wherever it is loaded, with the old component interface below it.
  [
    /svelte\/src\/internal\/client\/dom\/elements\/custom-element\.js$/,
    'export function create_custom_element() { throw new Error("custom elements are left out"); }',
  ],
  // A page that a server had drawn beforehand would be woken up; ours are drawn on the phone.
  [
    /svelte\/src\/internal\/client\/dom\/hydration\.js$/,
    `export const hydrating = false;
     export const hydrate_node = null;
     const nothing = () => null;
     export { ${['set_hydrating', 'set_hydrate_node', 'hydrate_next', 'reset', 'hydrate_template', 'next', 'skip_nodes', 'read_hydration_instruction'].map((name) => `nothing as ${name}`).join(', ')} };`,
  ],
  // What comes with a part, its style above all. What failed is asked for anew, and nothing of it is left in the page.
  [
    /vite\/preload-helper\.js$/,
    `const asked = {};
     const ask = (path) => asked[path] ??= new Promise((done, fail) => {
       if (document.querySelector('link[href="' + path + '"]')) return done();
       const link = document.createElement("link");
       const style = path.endsWith(".css");
       link.rel = style ? "stylesheet" : link.relList.supports("modulepreload") ? "modulepreload" : "preload";
       if (!style) link.as = "script";
       link.crossOrigin = "";
       link.href = path;
       link.onload = done;
       link.onerror = () => {
         delete asked[path];
         link.remove();
         fail(Error(path));
       };
       document.head.append(link);
       if (!style) done();
     });
     export const __vitePreload = (part, files = []) =>
       Promise.all(files.map((file) => ask("/" + file))).then(part);`,
  ],
];

export const slim = (): Plugin => ({
  name: 'slim',
  enforce: 'pre',
  load: (id) => WAYS.find(([file]) => file.test(id))?.[1] ?? null,
});
