/** Listens on a free port of loopback and says which, once. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export function listen(server: Server): void {
  server.listen(0, '127.0.0.1', 4096, () => {
    console.log((server.address() as AddressInfo).port);
  });
}
