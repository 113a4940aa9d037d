import type { Bundle } from '../../../assessment/bundle.ts';
import type { Director } from '../../support/director.ts';
import type { HubProcess } from '../../support/hub-process.ts';

/** X1: the receipts of the ballots that count for the first unit, as the bundle has them once its turn is locked. */
export async function countedReceipts(hub: HubProcess, director: Director): Promise<string[]> {
  await director.brings('u1', 'scoring', 'locked');
  const headers = { authorization: `Bearer ${hub.token()}` };
  const answer = await fetch(`${hub.url}/api/meetings/${director.code}/bundle.json`, { headers });
  const bundle = (await answer.json()) as Bundle;
  return bundle.ballots.filter((one) => one.status === 'counted').map((one) => one.receipt);
}
