/** How a meeting begins: an entry in the list, a file, and in it the opening that says who is there (A1). */
import { copyOpening } from '../assessment/copy.ts';
import type { Draft, Journal } from '../assessment/journal.ts';
import type { Created, Info } from '../assessment/meeting.ts';
import type { Entry } from '../assessment/noun.ts';
import { openingOf, type Opening } from '../assessment/opening.ts';
import type { State } from '../assessment/state.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { CATEGORY_IDS, demoRoster } from '../db/demo.ts';
import type { Meeting, NewMeeting } from '../db/meetings.ts';
import type { ServerClock } from './clock.ts';
import type { Log } from './log.ts';
import type { OpenMeetings } from './open-meetings.ts';

/** How many units the demo meeting has. */
const DEMO_UNITS = 5;
/** Weights of the seven categories in a new meeting, in hundredths; an assumption to be edited. */
const WEIGHTS: Record<string, number> = {
  party: 2000,
  veteran: 1000,
  npc: 1500,
  cppcc: 1500,
  people: 2500,
  media: 500,
  other: 1000,
};

/** The categories that a new meeting has, and nobody in them. */
function nobody(): Opening {
  const categories = Object.entries(CATEGORY_IDS).map(([name, id]) => ({
    id,
    name,
    weight: WEIGHTS[id] ?? 1000,
  }));
  return { units: [], members: [], examiners: [], categories };
}

export interface BeginningParts {
  data: DataFolder;
  clock: ServerClock;
  log: Log;
  open: OpenMeetings;
}

export class Beginnings {
  readonly #parts: BeginningParts;

  constructor(parts: BeginningParts) {
    this.#parts = parts;
  }

  demo(title: string): Promise<Meeting> {
    return this.#rehearsal({ title, place: '', date: '' }, demoRoster(DEMO_UNITS), true);
  }

  blank(info: Info): Promise<Meeting> {
    return this.#rehearsal(info, nobody(), false);
  }

  /** A rehearsal with the people and the sheet of another meeting. */
  copy(source: Readonly<State>, info: Info): Promise<Meeting> {
    const row: NewMeeting = { title: info.title, mode: 'rehearsal', demo: source.meeting.demo };
    return this.start(row, ({ id, code }) => copyOpening(source, { id, code, info }));
  }

  #rehearsal(info: Info, roster: Opening, demo: boolean): Promise<Meeting> {
    const created = ({ id, code, mode }: Meeting): Created => ({
      id,
      code,
      demo,
      mode,
      info,
      rehearsal: null,
    });
    const row: NewMeeting = { title: info.title, mode: 'rehearsal', demo };
    return this.start(row, (meeting) => openingOf(created(meeting), roster));
  }

  /**
   * @param opening the entries with which its journal begins; where it throws, there is no such meeting
   * @param bring what has to be in its file before its opening names it
   */
  async start(
    row: NewMeeting,
    opening: (meeting: Meeting) => Entry[],
    bring?: (journal: Journal) => Promise<void>,
  ): Promise<Meeting> {
    const { data, clock, log, open } = this.#parts;
    const now = clock.now();
    const { meeting, journal } = data.createMeeting(row, now);
    try {
      const drafts = opening(meeting).map((entry): Draft => ({ ...entry, at: now, by: 'system:' }));
      await bring?.(journal);
      await journal.append(drafts);
      await open.begin(meeting.id, journal);
      return data.meetings.byId(meeting.id) ?? meeting;
    } catch (error) {
      // Nobody has seen it yet: no meeting without its opening stays in the list.
      await data
        .removeMeeting(meeting.id)
        .catch((err: unknown) => log.error({ meeting: meeting.id, err }, 'remove'));
      throw error;
    }
  }
}
