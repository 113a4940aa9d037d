/** J1 · The state of a meeting: what the journal says, folded. Plain data, so that it can be copied and compared. */
import { emptyAgenda, type AgendaState } from './turns.ts';
import { emptyAmendments, type AmendmentsState } from './amendments.ts';
import { emptyAppeal, type AppealState } from './appeal.ts';
import { emptyBallots, type BallotsState } from './ballots.ts';
import { emptyChecklist, type Checklist } from './checklist.ts';
import { emptyDecks, type DecksState } from './deck.ts';
import { emptyCorrections, type CorrectionsState } from './corrections.ts';
import { emptyCrowdPapers, type CrowdPapersState } from './crowd-paper.ts';
import { emptyCrowd, type CrowdState } from './crowd.ts';
import { emptyDraws, type DrawsState } from './draws.ts';
import { emptyHelp, type HelpState } from './help.ts';
import { emptyEvidence, type EvidenceState } from './evidence.ts';
import type { Happening } from './lately.ts';
import { emptyKiosks, type KiosksState } from './kiosks.ts';
import { emptyMeeting, type MeetingState } from './meeting.ts';
import { emptyPapers, type PapersState } from './papers.ts';
import { emptyPasses, type PassesState } from './passes.ts';
import { emptyPrivacy, type PrivacyState } from './privacy.ts';
import { emptyPromises, type PromisesState } from './promises.ts';
import { emptyPublication, type PublicationState } from './publication.ts';
import { emptyQuestions, type QuestionsState } from './questions.ts';
import { emptyScreens, type ScreensState } from './screens.ts';
import { emptyRoster, type RosterState } from './roster.ts';
import type { RefusalCode } from './refusals.ts';
import { defaultScoring, type Scoring } from './sheet.ts';
import type { SheetFreeze } from './sheet-freeze.ts';
import type { Wifi } from './wifi.ts';

/** J2: what became of a command, so that it can be answered again in the same words. */
export interface Done {
  print: string;
  /** Number of its last entry. */
  n: number;
  receipt: string | null;
  refused: RefusalCode | null;
}

export interface State {
  /** Number of the last entry. */
  length: number;
  /** Its time, in ms. */
  at: number;
  meeting: MeetingState;
  privacy: PrivacyState;
  scoring: Scoring;
  /** What froze the sheet, once something was given by it. */
  sheetFreeze: SheetFreeze | null;
  roster: RosterState;
  passes: PassesState;
  agenda: AgendaState;
  questions: QuestionsState;
  promises: PromisesState;
  help: HelpState;
  evidence: EvidenceState;
  decks: DecksState;
  ballots: BallotsState;
  kiosks: KiosksState;
  papers: PapersState;
  crowdPapers: CrowdPapersState;
  amendments: AmendmentsState;
  corrections: CorrectionsState;
  crowd: CrowdState;
  draws: DrawsState;
  publication: PublicationState;
  appeal: AppealState;
  checklist: Checklist;
  screens: ScreensState;
  /** Null unless an organizer put it on the screens. */
  wifi: Wifi | null;
  /** The last few happenings, for the organizers' page. */
  lately: Happening[];
  /**
   * Actor and command id → what became of it, oldest first. Whoever folds may take the oldest out, never the newest, and
   * then answers for them when a command is decided (`Context.earlier`).
   */
  commands: Map<string, Done>;
}

export const emptyState = (): State => ({
  length: 0,
  at: 0,
  meeting: emptyMeeting(),
  privacy: emptyPrivacy(),
  scoring: defaultScoring([]),
  sheetFreeze: null,
  roster: emptyRoster(),
  passes: emptyPasses(),
  agenda: emptyAgenda(),
  questions: emptyQuestions(),
  promises: emptyPromises(),
  help: emptyHelp(),
  evidence: emptyEvidence(),
  decks: emptyDecks(),
  ballots: emptyBallots(),
  kiosks: emptyKiosks(),
  papers: emptyPapers(),
  crowdPapers: emptyCrowdPapers(),
  amendments: emptyAmendments(),
  corrections: emptyCorrections(),
  crowd: emptyCrowd(),
  draws: emptyDraws(),
  publication: emptyPublication(),
  appeal: emptyAppeal(),
  checklist: emptyChecklist(),
  screens: emptyScreens(),
  wifi: null,
  lately: [],
  commands: new Map(),
});
