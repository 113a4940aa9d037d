/** What a connection is, once its handshake was good. */
import type { Socket as TcpSocket } from 'node:net';
import type { OrganizerRole, Principal } from '../assessment/actors.ts';
import type { Audience } from '../assessment/view.ts';
import type { Budget } from './budget.ts';
import type { Channel } from './channel.ts';
import type { OpenMeeting } from './meetings.ts';
import type { Hello } from './protocol.ts';

export interface Caller {
  who: Principal;
  /** The role with which an organizer came. */
  came: OrganizerRole | null;
  /** An organizer's, where he came with one. */
  token: string | undefined;
  meeting: OpenMeeting;
  channel: Channel;
  audience: Audience;
  budget: Budget;
  /** With what it came, until it is in. */
  hello: Hello | null;
  /** Whether it was answered before: then what is said to it goes straight to its line. */
  answered: boolean;
  /** Its line, which holds what is written until it is in. */
  held: TcpSocket | null;
}
