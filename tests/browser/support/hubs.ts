/**
 * Whose hub a scenario runs on. A hub takes a second to start and a meeting a moment: scenarios share one, each with a
 * meeting of its own; one that kills it starts it again. Who needs the one-time link, an empty list of meetings or the
 * only organizers there are says so: `test.use({ ownHub: true })`.
 */
import { test as base } from '@playwright/test';
import { HubProcess } from '../../support/hub-process.ts';

export interface HubOfScenario {
  ownHub: boolean;
  hub: HubProcess;
}
export interface HubOfWorker {
  sharedHub: () => Promise<HubProcess>;
}

export const test = base.extend<HubOfScenario, HubOfWorker>({
  ownHub: [false, { option: true }],
  sharedHub: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      let hub: HubProcess | undefined;
      await use(async () => (hub ??= await HubProcess.start()));
      await hub?.stop();
    },
    { scope: 'worker' },
  ],
  hub: async ({ ownHub, sharedHub }, use) => {
    const hub = ownHub ? await HubProcess.start() : await sharedHub();
    // A scenario that kills it may have failed before it came back.
    if (!hub.alive) await hub.run();
    await use(hub);
    if (ownHub) await hub.stop();
  },
});
