import type { standIns } from '../../../tests/support/standIns';
import { valueOf } from '../../../tests/support/valueOf';
import type { Integration } from '../../connection/model';

/** What Grafana holds of an endpoint, as an administrator sees it. */
export async function held(world: ReturnType<typeof standIns>, endpoint: string): Promise<Integration[]> {
  const { grafana } = await world.signIn('admin');
  const { value } = await valueOf(grafana.listIntegrations());
  return value.filter(({ url }) => url === endpoint);
}
