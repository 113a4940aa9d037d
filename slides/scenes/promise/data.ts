import type { DrawView } from '$assessment/view.ts';

/** L1: what is promised before a draw: the fingerprint of a secret that is published afterwards. */
export interface PromiseData {
  purpose: DrawView['purpose'];
  items: number;
  commitment: string;
}

export const promiseOf = (draw: DrawView): PromiseData => ({
  purpose: draw.purpose,
  items: draw.items.length,
  commitment: draw.commitment,
});

/** 64 hex digits in groups of four, so that people can compare them. */
export const groupsOf = (hex: string): string[] => hex.match(/.{1,4}/g) ?? [];
