/** The members of a unit as the wall names them: the secretary first, each with what he answers for. */
import type { StageView } from '$assessment/view.ts';

export type Member = NonNullable<StageView['unit']>['members'][number];

export interface TeamMember {
  id: string;
  /** Null once names were purged (J6); the post stands for it. */
  name: string | null;
  post: string;
  portfolios: string[];
  /** How many portfolios are not listed. */
  more: number;
  secretary: boolean;
}

/** Most members whose portfolios a wall has room for; beyond it names alone. */
const WITH_PORTFOLIOS = 8;
const LISTED = 2;

export function teamOf(members: readonly Member[]): TeamMember[] {
  const listed = members.length <= WITH_PORTFOLIOS ? LISTED : 1;
  const ordered = [...members.filter((one) => one.secretary), ...members.filter((one) => !one.secretary)];
  return ordered.map(({ id, name, post, portfolios, secretary }) => ({
    id,
    name,
    post,
    portfolios: portfolios.slice(0, listed),
    more: Math.max(0, portfolios.length - listed),
    secretary,
  }));
}
