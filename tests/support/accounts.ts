/** A hub whose organizers have accounts already, as on the day of a meeting: each signs in with the same password. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrganizerRole } from '../../assessment/actors.ts';
import { openDataFolder } from '../../db/data-folder.ts';
import { HubProcess } from './hub-process.ts';

export const PASSWORD = 'a long password';

export interface Staffed {
  hub: HubProcess;
  /** Name → id. */
  ids: Record<string, string>;
  stop(): Promise<void>;
}

/** Accounts are made before the hub runs: a data folder has one writer. */
export async function staffedHub(people: Record<string, OrganizerRole>): Promise<Staffed> {
  const dir = await mkdtemp(join(tmpdir(), 'dakaochang-'));
  const data = openDataFolder(dir);
  const ids: Record<string, string> = {};
  for (const [name, role] of Object.entries(people))
    ids[name] = (await data.organizers.create({ name, role, password: PASSWORD }, Date.now())).id;
  await data.close();
  const hub = await HubProcess.start({ data: dir });
  return {
    hub,
    ids,
    stop: async () => {
      await hub.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
