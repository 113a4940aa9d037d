/**
 * Of prom-client what is used here: its index also fetches the figures of a process, and for those all of OpenTelemetry,
 * which nobody asks for and every start waited for.
 */
import { createRequire } from 'node:module';
import type * as Prom from 'prom-client';

const load = createRequire(import.meta.url);

export const Counter = load('prom-client/lib/counter') as typeof Prom.Counter;
export const Gauge = load('prom-client/lib/gauge') as typeof Prom.Gauge;
export const Registry = load('prom-client/lib/registry') as typeof Prom.Registry;
