/** Every scene of the big screen and what it is made of. */
import type { AgendaData } from './scenes/agenda/data.ts';
import type { CeremonyData } from './scenes/ceremony/data.ts';
import type { ClosedData } from './scenes/closed/data.ts';
import type { CommitmentData } from './scenes/commitment/data.ts';
import type { DeckData } from './scenes/deck/data.ts';
import type { DrawnData } from './scenes/drawn/data.ts';
import type { FloorData } from './scenes/floor/data.ts';
import type { LockedData } from './scenes/locked/data.ts';
import type { LotsData } from './scenes/lots/data.ts';
import type { MessageData } from './scenes/message/data.ts';
import type { PairingData } from './scenes/pairing/data.ts';
import type { PauseData } from './scenes/pause/data.ts';
import type { PromisesData } from './scenes/promises/data.ts';
import type { QuestionData } from './scenes/question/data.ts';
import type { RatingsData } from './scenes/ratings/data.ts';
import type { ReportData } from './scenes/report/data.ts';
import type { ResultData } from './scenes/result/data.ts';
import type { ScoringData } from './scenes/scoring/data.ts';
import type { StageFacingData } from './scenes/stage-facing/data.ts';
import type { StandingsData } from './scenes/standings/data.ts';
import type { UnitData } from './scenes/unit/data.ts';
import type { WelcomeData } from './scenes/welcome/data.ts';

export interface SceneData {
  blank: null;
  pairing: PairingData;
  welcome: WelcomeData;
  commitment: CommitmentData;
  lots: LotsData;
  drawn: DrawnData;
  unit: UnitData;
  report: ReportData;
  deck: DeckData;
  floor: FloorData;
  question: QuestionData;
  ratings: RatingsData;
  scoring: ScoringData;
  locked: LockedData;
  result: ResultData;
  standings: StandingsData;
  ceremony: CeremonyData;
  promises: PromisesData;
  pause: PauseData;
  closed: ClosedData;
  agenda: AgendaData;
  message: MessageData;
  /** The host turned the wall off; `blank` is the wall before its first frame. */
  black: null;
  test: null;
  'stage-facing': StageFacingData;
}
export type SceneName = keyof SceneData;

/** `key` changes where one picture gives way to another: with another scene, or another subject of the same one. */
export interface SceneOf<N extends SceneName> {
  name: N;
  key: string;
  data: SceneData[N];
}
export type Scene = { [N in SceneName]: SceneOf<N> }[SceneName];

export const scene = <N extends SceneName>(name: N, data: SceneData[N], subject = ''): SceneOf<N> => ({
  name,
  key: subject === '' ? name : `${name} ${subject}`,
  data,
});
