/** `hub.sqlite`: the accounts, who is signed in, the list of meetings, the secrets, the record of all this. One noun a file; opened here. */
import { drizzle } from './orm.ts';
import { Audit } from './audit.ts';
import { Meetings } from './meetings.ts';
import { openMigrated } from './migrate.ts';
import { Organizers } from './organizers.ts';
import { Secrets } from './secrets.ts';
import type { SessionOptions } from './sessions.ts';
import { Sessions } from './sessions.ts';
import { Setup } from './setup.ts';

export interface HubStore {
  organizers: Organizers;
  sessions: Sessions;
  meetings: Meetings;
  secrets: Secrets;
  setup: Setup;
  audit: Audit;
  close(): void;
}

/** @throws DataFolderError where the file cannot be used. */
export function openHubStore(path: string, options: SessionOptions = {}): HubStore {
  const connection = openMigrated(path, 'hub');
  const db = drizzle(connection);
  const organizers = new Organizers(db);
  return {
    organizers,
    sessions: new Sessions(db, options),
    meetings: new Meetings(db),
    secrets: new Secrets(db),
    setup: new Setup(db, organizers),
    audit: new Audit(db),
    close: () => void connection.close(),
  };
}
