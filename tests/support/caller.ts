/**
 * A caller over a real socket: what a phone or a console does, without its page. A command is sent again, with the
 * same id, until the hub has answered it; a hub that is killed and comes back is waited out.
 */
import { io, type Socket } from 'socket.io-client';
import type { CommandBody, CommandType } from '../../assessment/decide.ts';
import type { MineView, Slices } from '../../assessment/view.ts';
import {
  BYE,
  COMMAND,
  FRAME,
  LOOK,
  MINE,
  PROTOCOL,
  SYNC,
  type Bye,
  type Code,
  type Frame,
  type Looked,
  type Mine,
  type Reply,
} from '../../realtime/protocol-names.ts';
import { withFrame } from '../../realtime/protocol-patch.ts';

export interface CallerOptions {
  url: string;
  code: string;
  /** The secret of a device's session, or an organizer's token. */
  session?: string;
  token?: string;
  /** An organizer's, as his browser sends it. */
  cookie?: string;
  /** One load of a page, whose newest connection alone is kept. */
  page?: string;
  /** Makes command ids; random by default. */
  id?: () => string;
}

/** How long an answer may take before the command is sent again, in ms. */
const PATIENCE = 8000;

export class Caller {
  readonly socket: Socket;
  slices: Partial<Slices> = {};
  mine: MineView | null = null;
  frames: Frame[] = [];
  /** What it knew after each frame: a frame itself may say only what changed. */
  readonly known: Partial<Slices>[] = [];
  at = 0;
  journal = '';
  bye: Code | null = null;
  readonly #options: CallerOptions;
  #ids = 0;
  readonly #watchers = new Set<() => void>();

  constructor(options: CallerOptions) {
    this.#options = options;
    const { url, code, session, token, cookie, page } = options;
    const hello = () => ({
      protocol: PROTOCOL,
      code,
      session,
      page,
      token,
      organizer: cookie === undefined ? undefined : true,
      since: this.at > 0 ? { journal: this.journal, n: this.at } : undefined,
    });
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 1000,
      auth: (tell) => tell(hello()),
      ...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
    });
    this.socket.on(FRAME, (frame: Frame) => this.#frame(frame));
    this.socket.on(MINE, (message: Mine) => {
      this.mine = message.mine;
      this.#tell();
    });
    this.socket.on(BYE, ({ code: why }: Bye) => {
      this.bye = why;
      this.#tell();
    });
  }

  /** Connected and with a first view. @throws the code of a refused handshake */
  async ready(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      if (this.socket.connected) resolve();
      this.socket.once('connect', resolve);
      this.socket.on('connect_error', (error: Error & { data?: { code: string } }) => {
        if (error.data) reject(new Error(error.data.code));
      });
    });
    await this.until(() => this.at > 0);
    return this;
  }

  /** Resolves once `holds` is true of what was received. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds()) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  newId(): string {
    this.#ids += 1;
    return this.#options.id?.() ?? `${Math.random().toString(36).slice(2, 12)}-${this.#ids}`.padEnd(8, '0');
  }

  /** Sends until answered; a refusal that may be tried again is. */
  async command<T extends CommandType>(type: T, body: CommandBody<T>, id = this.newId()): Promise<Reply> {
    for (;;) {
      const reply = await this.#ask(COMMAND, { v: PROTOCOL, id, type, body });
      if (reply && (reply.ok || !reply.retry)) return reply;
      await new Promise((resolve) => setTimeout(resolve, reply ? 100 : 20));
    }
  }

  /** The same, where a refusal is a fault of the caller. @throws Error with the code */
  async must<T extends CommandType>(type: T, body: CommandBody<T>): Promise<Extract<Reply, { ok: true }>> {
    const reply = await this.command(type, body);
    if (!reply.ok) throw new Error(`${type}: ${reply.code} ${JSON.stringify(reply.detail)}`);
    return reply;
  }

  /** Sends once, whatever it is. @returns null where no answer came */
  raw(event: string, message: unknown): Promise<Reply | null> {
    return this.#ask(event, message);
  }

  async look(secret: string): Promise<Looked> {
    return (await this.#ask(LOOK, { v: PROTOCOL, secret })) as unknown as Looked;
  }

  close(): void {
    this.socket.disconnect();
  }

  #ask(event: string, message: unknown): Promise<Reply | null> {
    return new Promise((resolve) => {
      const lost = () => done(null);
      const done = (reply: Reply | null) => {
        this.socket.off('disconnect', lost);
        resolve(reply);
      };
      this.socket.once('disconnect', lost);
      this.socket
        .timeout(PATIENCE)
        .emit(event, message, (error: Error | null, reply: Reply) => done(error ? null : reply));
    });
  }

  #frame(frame: Frame): void {
    this.frames.push(frame);
    if (frame.from === null) this.slices = withFrame(this.slices, frame);
    else if ((frame.journal ?? this.journal) !== this.journal || frame.from > this.at) {
      void this.#ask(SYNC, { v: PROTOCOL, since: null });
      return;
    } else this.slices = withFrame(this.slices, frame);
    this.at = Math.max(frame.to, frame.from === null ? 0 : this.at);
    this.journal = frame.journal ?? this.journal;
    this.known.push(this.slices);
    this.#tell();
  }

  #tell(): void {
    for (const look of [...this.#watchers]) look();
  }
}
