/** A device that floods: its line is left unread for a while, and nobody has to hear all of it. */
import { EventEmitter } from 'node:events';
import type { Socket } from 'socket.io';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { overrun } from '../../realtime/flood.ts';

class Line extends EventEmitter {
  readonly transport: { name: string; socket?: { pause(): void; resume(): void } };
  paused = false;
  closed = false;

  constructor(name: 'websocket' | 'polling' = 'websocket') {
    super();
    const socket = { pause: () => (this.paused = true), resume: () => (this.paused = false) };
    this.transport = name === 'websocket' ? { name, socket } : { name };
  }

  close(): void {
    this.closed = true;
    this.emit('close');
  }

  /** So many messages too many. */
  says(times: number): void {
    for (let at = 0; at < times; at += 1) overrun(this.socket);
  }

  readonly socket = { conn: this } as unknown as Socket;
}

describe('a device that floods', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('one message too many is a moment of silence', () => {
    const phone = new Line();
    phone.says(1);
    expect(phone.paused).toBe(true);
    vi.advanceTimersByTime(35);
    expect(phone.paused).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('who sends more is not read for as long as it would have taken him, and then again', () => {
    const phone = new Line();
    phone.says(30);
    vi.advanceTimersByTime(990);
    expect(phone.paused).toBe(true);
    vi.advanceTimersByTime(30);
    expect(phone.paused).toBe(false);
    phone.says(1);
    expect(phone.paused).toBe(true);
  });

  test('nobody is left unread for longer than two seconds, however much had arrived', () => {
    const phone = new Line();
    phone.says(1500);
    expect(phone.paused).toBe(true);
    vi.advanceTimersByTime(2001);
    expect(phone.paused).toBe(false);
  });

  test('a flood that had arrived whole, and one that polls and cannot be left unread, ends the line', () => {
    for (const one of [new Line(), new Line('polling')]) {
      one.says(1500);
      expect(one.closed).toBe(false);
      one.says(1);
      expect(one.closed).toBe(true);
      vi.advanceTimersByTime(10_000);
    }
  });

  test('a line that ends while it is unread leaves nothing behind', () => {
    const phone = new Line();
    phone.says(400);
    phone.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a line that is ended while it is unread is read to its end', () => {
    const phone = new Line();
    phone.says(400);
    expect(phone.paused).toBe(true);
    phone.close();
    expect(phone.paused).toBe(false);
  });
});
