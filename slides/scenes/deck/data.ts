import type { Clock } from '$assessment/clocks.ts';
import type { Slices, StageView } from '$assessment/view.ts';
import type { DeckReady } from '../../deck/pictures.ts';
import { scene, type Scene } from '../../scene.ts';
import { wallOnStage, type UnitOnWall } from '../../unit.ts';

export interface DeckData {
  unit: UnitOnWall;
  /** Of the report, or of the answer; null where there is none. */
  clock: Clock | null;
  /** Whether the unit reports, or answers. */
  answers: boolean;
  file: string;
  page: number;
  pages: number;
  crowdAsks: boolean;
}

/**
 * The page of the deck that is shown now; null where none is, or none can be drawn: what would stand there without a
 * deck stands there then (V3).
 */
export function deckScene(
  unit: NonNullable<StageView['unit']>,
  stage: StageView,
  slices: Partial<Slices>,
  ready: DeckReady,
): Scene | null {
  const now = slices.deck?.now;
  if (!now?.shown || now.unit !== unit.id || now.file === null || !ready(now.file, now.page)) return null;
  const answers = stage.stage === 'questioning';
  const data: DeckData = {
    unit: wallOnStage(unit),
    clock: answers ? (stage.question?.clock ?? null) : stage.clock,
    answers,
    file: now.file,
    page: now.page,
    pages: now.pages,
    crowdAsks: slices.meeting?.settings.crowdAsks ?? false,
  };
  // Pages of one deck are one picture in which they change.
  return scene('deck', data, now.id);
}
