/** The state of the machine, said beside every figure: on a busy one times are no statement. */
import { cpus, freemem, loadavg, totalmem } from 'node:os';

const gib = (bytes: number): string => (bytes / 2 ** 30).toFixed(1);

export function machine(): string {
  const cores = cpus();
  const load = loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');
  return `${cores.length} × ${cores[0]?.model ?? 'unknown'}, load ${load}, memory ${gib(freemem())} of ${gib(totalmem())} GiB free, node ${process.versions.node}`;
}
