import type { Clock } from '../clock';
import { newGroup, resolveGroup } from './alertGroups';
import { verbalAge } from './humanTime';
import { publicId } from './ids';
import type { AlertGroup, Integration, Maintenance } from './model';
import type { Store } from './store';

/** The durations that IRM's page offers, in seconds. */
export const maintenanceSeconds = [1, 3, 6, 12, 24].map((hours) => hours * 3600);

/** Alert groups that collect belong to an integration that no list shows and nobody can read. */
const hidden = { integrationId: 'CSANDBOXMAINT', routeId: 'RSANDBOXMAINT' };

/** Starts and ends maintenance of integrations; one that is due ends by itself. */
export interface Maintenances {
  start(integration: Integration, mode: Maintenance['mode'], seconds: number): void;
  end(integration: Integration): void;
  /** Ends the maintenance for which this alert group collects; false when it collects for none. */
  endOfCollecting(group: AlertGroup): boolean;
  stop(): void;
}

export function createMaintenances(store: Store, clock: Clock): Maintenances {
  const callOffs = new Map<Integration, () => void>();

  function scheduleEnd(integration: Integration, { endsAt }: Maintenance): void {
    callOffs.set(
      integration,
      clock.schedule(endsAt - clock.now(), () => end(integration))
    );
  }

  function end(integration: Integration): void {
    const { maintenance } = integration;
    callOffs.get(integration)?.();
    callOffs.delete(integration);
    integration.maintenance = null;
    if (!maintenance?.collectingGroupId) {
      return;
    }
    for (const group of store.alertGroups.values()) {
      if (group.id === maintenance.collectingGroupId || group.attachedTo === maintenance.collectingGroupId) {
        resolveGroup(group, null, clock.now());
      }
    }
  }

  for (const integration of store.integrations.values()) {
    if (integration.maintenance) {
      scheduleEnd(integration, integration.maintenance);
    }
  }

  return {
    start(integration, mode, seconds) {
      const now = clock.now();
      const collectingGroupId = mode === 'maintenance' ? collect(store, integration, seconds, now).id : null;
      integration.maintenance = { mode, startedAt: now, endsAt: now + seconds * 1000, collectingGroupId };
      scheduleEnd(integration, integration.maintenance);
    },
    end,
    endOfCollecting({ id }) {
      const integration = [...store.integrations.values()].find(
        ({ maintenance }) => maintenance?.collectingGroupId === id
      );
      if (integration) {
        end(integration);
      }
      return integration !== undefined;
    },
    stop() {
      callOffs.forEach((callOff) => callOff());
    },
  };
}

function collect(store: Store, { name, teamId }: Integration, seconds: number, now: number): AlertGroup {
  const payload = {
    title: `Maintenance of ${name} for ${verbalAge(seconds * 1000)}`,
    message:
      'Initiated by admin. During this time all alerts from integration will be collected here without escalations',
  };
  const group = newGroup(
    {
      ...hidden,
      teamId,
      distinction: publicId('A'),
      title: `Maintenance of ${name} for ${seconds}`,
      attachedTo: null,
    },
    payload,
    now
  );
  store.addAlert(group.lastAlert);
  store.putGroup(group);
  return group;
}
