import { getContext, setContext } from 'svelte';
import type { Trial } from './trial.svelte.ts';

const KEY = Symbol('trial');
export const setTrial = (trial: Trial): Trial => setContext(KEY, trial);
export const useTrial = (): Trial => getContext<Trial>(KEY);
