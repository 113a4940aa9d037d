/** A client of HTTP that keeps its connection and posts one JSON after the other, as cheaply as a line does. */
import { connect, type Socket } from 'node:net';

export class Poster {
  readonly #socket: Socket;
  #heard = '';
  #done: (() => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (data) => this.#hear(data.toString('latin1')));
    // A bench that waits for an answer on a closed line would wait for ever.
    socket.once('end', () => {
      throw new Error('the server closed the line');
    });
  }

  static connect(url: string): Promise<Poster> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new Poster(socket)));
      socket.once('error', reject);
    });
  }

  /** Resolves when the answer is complete. */
  post(path: string, body: object): Promise<void> {
    const json = JSON.stringify(body);
    return new Promise((resolve) => {
      this.#done = resolve;
      this.#socket.write(
        `POST ${path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n\r\n${json}`,
      );
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #hear(text: string): void {
    this.#heard += text;
    const body = this.#heard.indexOf('\r\n\r\n') + 4;
    const length = Number(/content-length: (\d+)/i.exec(this.#heard)?.[1] ?? NaN);
    if (body < 4 || this.#heard.length < body + length) return;
    if (!this.#heard.startsWith('HTTP/1.1 200')) throw new Error(this.#heard);
    this.#heard = '';
    this.#done?.();
  }
}
