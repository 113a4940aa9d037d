/**
 * A phone as Socket.IO's own client comes: it polls first, says hello by POST, and changes over to a websocket meanwhile.
 * By hand, so that five thousand of them cost the machine that measures as little as can be.
 */
import { connect, type Socket } from 'node:net';
import { PlainWebsocket } from './plain-websocket.ts';

/** One kept connection that speaks HTTP; one request at a time. */
class Asker {
  readonly #socket: Socket;
  #heard = '';
  #done: ((body: string) => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (data) => this.#hear(data.toString('latin1')));
    socket.on('error', () => socket.destroy());
  }

  static connect({ hostname, port }: URL): Promise<Asker> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new Asker(socket)));
      socket.once('error', reject);
    });
  }

  ask(method: 'GET' | 'POST', path: string, body = ''): Promise<string> {
    const length = method === 'POST' ? `content-type: text/plain\r\ncontent-length: ${body.length}\r\n` : '';
    return new Promise((resolve) => {
      this.#done = resolve;
      this.#socket.write(`${method} ${path} HTTP/1.1\r\nhost: bench\r\n${length}\r\n${body}`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #hear(text: string): void {
    this.#heard += text;
    const from = this.#heard.indexOf('\r\n\r\n') + 4;
    const length = Number(/content-length: (\d+)/i.exec(this.#heard)?.[1] ?? NaN);
    if (from < 4 || this.#heard.length < from + length) return;
    const body = this.#heard.slice(from, from + length);
    this.#heard = '';
    this.#done?.(body);
  }
}

export class StockPhone {
  #asker: Asker | null = null;
  #socket: PlainWebsocket | null = null;

  /** Resolves when it has its first view and its websocket. */
  async join(url: string): Promise<void> {
    const at = new URL(url);
    const asker = (this.#asker = await Asker.connect(at));
    const path = '/socket.io/?EIO=4&transport=polling';
    const open = JSON.parse((await asker.ask('GET', path)).slice(1)) as { sid: string };
    const own = `${path}&sid=${open.sid}`;
    const upgraded = this.#upgrade(`${url}/socket.io/?EIO=4&transport=websocket&sid=${open.sid}`);
    await asker.ask('POST', own, '40');
    // Until it has changed over, what the server has to say comes as the answer to a question.
    const seen = { view: false };
    const polled = (async () => {
      for (let body = ''; !seen.view && body !== '6';) {
        body = await asker.ask('GET', own);
        if (body.includes('42["frame"')) seen.view = true;
      }
    })();
    const socket = await upgraded;
    const spoken = new Promise<void>((resolve) => {
      if (seen.view) resolve();
      socket.onmessage = (data) => {
        if (data[0] === 52 && data[1] === 50) resolve();
        if (data[0] === 50) socket.send('3');
      };
      void polled.then(() => seen.view && resolve());
    });
    socket.send('5');
    await spoken;
  }

  close(): void {
    this.#asker?.close();
    this.#socket?.close();
  }

  #upgrade(url: string): Promise<PlainWebsocket> {
    const socket = (this.#socket = new PlainWebsocket(url));
    return new Promise((resolve, reject) => {
      socket.onclose = reject;
      socket.onopen = () => socket.send('2probe');
      socket.onmessage = () => resolve(socket);
    });
  }
}
