import type { DrawView } from '$assessment/view.ts';

/** L1, L2: the commitment to a draw: the fingerprint of a secret that is published afterwards. */
export interface CommitmentData {
  purpose: DrawView['purpose'];
  items: number;
  commitment: string;
}

export const commitmentOf = (draw: DrawView): CommitmentData => ({
  purpose: draw.purpose,
  items: draw.items.length,
  commitment: draw.commitment,
});
