import type { Alerting } from './alerting';
import type { ProvisionedFolder, ProvisionedRule } from './alerting/provision';
import type { NotificationPolicy, StoredIntegration } from './context';
import type { MuteTiming, MuteTimingStore } from './muteTimings/store';
import type { PolicyStore } from './policies/store';
import type { ReceiverStore } from './receivers/store';

type WithProvenance = { provenance?: string };

/** Objects as a provisioning file, an import or Terraform puts them in. The provenance is `file` where none is said. */
export interface ProvisionedObjects {
  folders?: ProvisionedFolder[];
  muteTimings?: Array<Omit<MuteTiming, 'provenance'> & WithProvenance>;
  contactPoints?: Array<
    Pick<StoredIntegration, 'uid' | 'name' | 'type' | 'settings'> & { disableResolveMessage?: boolean } & WithProvenance
  >;
  rules?: ProvisionedRule[];
  policies?: { tree: NotificationPolicy } & WithProvenance;
}

interface Parts {
  receivers: ReceiverStore;
  policies: PolicyStore;
  muteTimings: MuteTimingStore;
  alerting: Alerting;
}

export interface Provisioning {
  /** `files`: only what has the provenance `file`. */
  put(objects: ProvisionedObjects, what: 'everything' | 'files'): void;
  /** What lies in files comes back, as at every start of Grafana. */
  readFilesAgain(): void;
  save(): ProvisionedObjects[];
  load(saved: ProvisionedObjects[]): void;
}

export function createProvisioning({ receivers, policies, muteTimings, alerting }: Parts): Provisioning {
  let files: ProvisionedObjects[] = [];

  function apply(objects: ProvisionedObjects) {
    objects.folders?.forEach(alerting.provision.folder);
    for (const timing of objects.muteTimings ?? []) {
      muteTimings.put({ provenance: 'file', ...timing });
    }
    for (const point of structuredClone(objects.contactPoints ?? [])) {
      const integration = { provenance: 'file', disableResolveMessage: false, ...point };
      if (receivers.integration(point.uid)) {
        receivers.update(integration);
      } else {
        receivers.add(integration);
      }
    }
    objects.rules?.forEach(alerting.provision.rule);
    if (objects.policies) {
      policies.set(structuredClone(objects.policies.tree), objects.policies.provenance ?? 'file');
    }
    alerting.alertmanager.loadConfiguration();
  }

  return {
    put(objects, what) {
      const file = structuredClone(inFiles(objects));
      if (!files.some((known) => JSON.stringify(known) === JSON.stringify(file))) {
        files.push(file);
      }
      apply(what === 'files' ? file : objects);
    },
    readFilesAgain: () => files.forEach(apply),
    save: () => structuredClone(files),
    load(saved) {
      files = structuredClone(saved);
    },
  };
}

/** The part of it that is there again after a restart. */
function inFiles({ folders, muteTimings, contactPoints, rules, policies }: ProvisionedObjects): ProvisionedObjects {
  const isFile = ({ provenance = 'file' }: WithProvenance) => provenance === 'file';
  return {
    folders,
    muteTimings: muteTimings?.filter(isFile),
    contactPoints: contactPoints?.filter(isFile),
    rules: rules?.filter(isFile),
    policies: policies && isFile(policies) ? policies : undefined,
  };
}
