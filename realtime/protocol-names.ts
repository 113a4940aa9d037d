/** The wire in names and numbers, without the schemas: all that a phone has to load of it. */
import type { Audience, MineView, Slices } from '../assessment/view.ts';
import type { OrganizerRole, PassKind } from '../assessment/actors.ts';
import type { Detail } from '../assessment/noun.ts';
import type { RefusalCode } from '../assessment/refusals.ts';
import type { Patch } from './protocol-patch.ts';

/** Raised with every change of the wire; `tests/realtime/protocol.test.ts` holds it to the schemas. */
export const PROTOCOL = 1;

/** Codes that the hub itself refuses with; the rules' own are in `assessment/refusals.ts`. */
export const HUB_CODES = [
  'protocol-unknown',
  'meeting-unknown',
  'malformed',
  'too-large',
  'too-many',
  'not-signed-in',
  'not-secure',
  'wrong-password',
  'locked-out',
  'set-up-done',
  'set-up-unknown',
  'weak-password',
  'name-taken',
  'last-owner',
  'organizer-unknown',
  'password-due',
  'meeting-live',
  'archived',
  'not-archived',
  'appeal-runs',
  'code-differs',
  'not-found',
  'picture-invalid',
  'pictures-full',
  'deck-invalid',
  'decks-full',
  'disk-full',
  'upload-moved',
  'origin',
  'disk',
  'data-unreadable',
  'internal',
] as const;
export type HubCode = (typeof HUB_CODES)[number];
export type Code = RefusalCode | HubCode;

/** Server to client. */
export const FRAME = 'frame';
export const MINE = 'mine';
/** The answer to what a handshake asked of a pass. */
export const LOOKED = 'looked';
export const BYE = 'bye';
/** Client to server, each acknowledged. */
export const COMMAND = 'command';
export const SYNC = 'sync';
export const LOOK = 'look';
export const SHOWS = 'shows';
/** A wall without a pass asks for the code that it shows until a host confirms it, and says every few seconds that it waits. */
export const PAIR = 'pair';
/** A host says that a wall that asks is none of his. */
export const TURN_AWAY = 'turn-away';
/** Whether the page of a device is seen: sent when that changes. */
export const AWAKE = 'awake';

/** Where a client stands: the journal it follows and the number of the last entry in what it has. */
export interface Since {
  journal: string;
  n: number;
}

/**
 * Slices that changed. Applied by a client whose number is `from`; `from: null` replaces everything.
 * `now` is server time in ms when it was sent, for clocks.
 */
export interface Frame {
  /** With `journal` and `audience` only where somebody is caught up: on one connection they stay what they are. */
  v?: typeof PROTOCOL;
  journal?: string;
  audience?: Audience;
  from: number | null;
  to: number;
  now: number;
  /** Slices as they are; where none comes whole, a frame does not carry the field. */
  slices?: Partial<Slices>;
  /** What became of slices that the client has (decision 0010). */
  patch?: Record<string, Patch>;
}

/** What is for one device alone, as of entry `to`. */
export interface Mine {
  v: typeof PROTOCOL;
  journal: string;
  to: number;
  now: number;
  mine: MineView;
}

/** The last word on a connection: the client shows it and does not come back as the same session. */
export interface Bye {
  v: typeof PROTOCOL;
  code: Code;
}

export type Refused = { ok: false; code: Code; detail: Detail; retry: boolean };
/** `n` is the number of the command's last entry; `receipt` is a ballot's (B6). */
export type Accepted = { ok: true; n: number; receipt: string | null; repeated: boolean };
export type Reply = Accepted | Refused;

/** What a pass shows before the tap that enrols it (I2). */
export type Looked =
  | {
      ok: true;
      kind: PassKind;
      number: string;
      category: string | null;
      unit: string | null;
      name: string | null;
      /** For organizers alone, who check in by camera: which pass it is. */
      pass: string | null;
      taken: boolean;
    }
  | Refused;

/** What a screen shows: sent when it changes and every few seconds. Told to organizers, written nowhere. */
export interface Shows {
  v: typeof PROTOCOL;
  /** The name of its scene. */
  scene: string;
  /** In CSS pixels; `ratio` device pixels make one of them. */
  width: number;
  height: number;
  ratio: number;
  theme: 'day' | 'night';
  /** The journal number of the frame that it shows. */
  to: number;
}

/** The answer to a wall that asks to be a screen. */
export type Paired = { ok: true; code: string } | Refused;

/** A phone that sends a picture shows the secret of its session in this header. */
export const SESSION_HEADER = 'x-session';
/** The answer to a picture: the hex SHA-256 of its bytes, by which a command names it. */
export interface PictureKept {
  hash: string;
}

/** The answer to a piece of a deck: how many bytes are there; the hex SHA-256 of all of them once they are. */
export interface DeckPieceKept {
  have: number;
  hash: string | null;
}

/** Whether the hub has a picture already: asked before it is sent once more. */
export interface PictureAsked {
  kept: boolean;
}

/** HTTP answers that are not files. */
export interface ApiError {
  code: Code;
  detail: Detail;
}
/** What stands behind six figures: a meeting that can be entered, or why none can. */
export type CodeAnswer = { title: string } | { code: Code };
export interface Status {
  protocol: typeof PROTOCOL;
  /** True while no organizer exists: only the one-time link can make the first. */
  setUp: boolean;
  /** False where an organizer may not sign in over this connection (I7). */
  secure: boolean;
  /** `passwordDue`: somebody else chose his password, so he chooses another before he does anything. */
  organizer: { id: string; name: string; role: OrganizerRole; passwordDue: boolean } | null;
  /** Why the session that this browser had is over; null where it had none, or still has it. */
  ended: 'idle' | 'closed' | null;
  /** How long a session lasts without an action, in ms. */
  idle: number;
}
/** I7: an organizer as the owner sees him; the others see themselves. Times in ms. */
export interface OrganizerRow {
  id: string;
  name: string;
  role: OrganizerRole;
  createdAt: number;
  signedInAt: number | null;
  /** Until when nobody can sign in with this name, or null. */
  lockedUntil: number | null;
  passwordDue: boolean;
}
/** I7: one line of the record of sign-ins, accounts and meetings. */
export interface AuditLine {
  n: number;
  at: number;
  what: string;
  byName: string | null;
  aboutName: string | null;
  detail: string | null;
  address: string | null;
}
export interface AuditPage {
  lines: AuditLine[];
  /** Whether there are older ones behind the last. */
  more: boolean;
}
export const AUDIT_GROUPS = ['sign-ins', 'refusals', 'accounts', 'meetings'] as const;
export interface MeetingSummary {
  id: string;
  code: string;
  title: string;
  place: string;
  date: string;
  mode: 'rehearsal' | 'official';
  phase: 'draft' | 'ready' | 'live' | 'paused' | 'closed';
  /** Fictional data. */
  demo: boolean;
  createdAt: number;
  archivedAt: number | null;
  /** A1: the id of the rehearsal that this official meeting came from. */
  previous: string | null;
  /** J6: when its names and texts are purged by themselves, or were, in server ms; null where never, and not yet. */
  purgeDue: number | null;
  purgedAt: number | null;
}
/** J6: what became of a purge: files gone over, and those in which names are left because they could not be. */
export interface PurgeReport {
  files: number;
  damaged: string[];
}
/** What the page on privacy says of this hub and of one meeting, times in server ms. */
export interface PrivacyFacts {
  /** How long logs and the record of sign-ins are kept, in days. */
  logDays: number;
  meeting: {
    title: string;
    identity: 'signed' | 'anonymous';
    publication: 'results' | 'inclusion' | 'full';
    /** Days after the end; 0: until somebody purges. */
    keepDays: number;
    purgeDue: number | null;
    purgedAt: number | null;
  } | null;
}
/** Before a meeting opens: server time in ms, the disk in bytes, and the median of some writes with fsync in ms. */
export interface Machine {
  now: number;
  disk: { free: number; total: number } | null;
  fsync: number | null;
}

/** The files from which a meeting can be restored, newest first. Times in ms. */
export interface Copies {
  /** `n` and `about` (a unit, or `closed`) are null for a file that a restore put aside. */
  copies: { path: string; at: number; n: number | null; about: string | null; bytes: number }[];
  /** Since when none could be made; null where that is well. */
  failingSince: number | null;
  /** J1: when a device last came that had followed this meeting on another hub; null where none did. */
  elsewhereAt: number | null;
  /**
   * J4: up to which entry the chain was looked at since the start (null: all of it), the first that does not hold, and
   * whether what the hub started from says something else than the journal.
   */
  chain: { checked: number | null; broken: number | null; forged: boolean };
  /** The data folder. */
  data: string;
}

/** What sort of browser a phone says that it is. */
export const DEVICES = ['wechat-android', 'wechat-ios', 'android', 'ios', 'other'] as const;
export type Device = (typeof DEVICES)[number];

/** A phone that reached this hub. `ahead`: how far its clock is ahead of the server's, in ms, less the way here. */
export interface Reached {
  at: number;
  /** Scheme, host and port by which it came. */
  via: string;
  device: Device;
  /** Whether a live connection came about, too. */
  socket: boolean;
  /** There and back, in ms. */
  trip: number;
  ahead: number;
}

/** A1: what going official takes along and leaves behind, counted. */
export type { OfficialBalance } from '../assessment/official.ts';
/** Addresses at which phones may reach this hub, best first. */
export interface Addresses {
  addresses: string[];
}
