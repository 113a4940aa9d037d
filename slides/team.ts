/** The members of a unit as the wall names them: the secretary first, each with what he answers for. */
import type { StageView } from '$assessment/view.ts';
import { pageOf } from './pages.ts';

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

/** So many stand on a page where names or portfolios are too long for columns of a few letters. */
const ROOMY_PAGE = 6;
/** What a column of the usual row holds: letters of a name, letters of a portfolio. */
const SLIM = { name: 4, portfolio: 5 };
const lettersOf = (words: string): number => Array.from(words).length;

export interface TeamPage {
  shown: TeamMember[];
  /** In wide columns, with all words in lines of their own; few at a time. */
  roomy: boolean;
  page: number;
  pages: number;
}

/** All members at once where a few letters tell each; otherwise page by page, so that no word is cut. */
export function teamPage(team: readonly TeamMember[], now: number): TeamPage {
  const roomy = team.some(
    ({ name, post, portfolios }) =>
      lettersOf(name ?? post) > SLIM.name || portfolios.some((one) => lettersOf(one) > SLIM.portfolio),
  );
  return { ...pageOf(team, roomy ? ROOMY_PAGE : Math.max(1, team.length), now), roomy };
}
