import type { SignedInUser } from '../context';
import { asText, type JsonObject } from '../requestBody';
import type { FolderAccess } from './folders/folderAccess';
import type { FolderStore } from './folders/folderStore';
import { readDraft } from './rules/ruleInput';
import { provisioningProblem } from './rules/ruleProblems';
import type { RuleApiDeps } from './rules/provisioningRoutes';

export interface ProvisionedFolder {
  uid: string;
  title: string;
  parentUid?: string;
}

/** A rule in the form of the provisioning API; `interval` is that of its group, in seconds. */
export type ProvisionedRule = JsonObject & {
  uid: string;
  title: string;
  folderUID: string;
  ruleGroup: string;
  interval?: number;
  /** Default `file`. */
  provenance?: string;
};

export interface Provision {
  folder(folder: ProvisionedFolder): void;
  /** Throws what Grafana would write into its log. */
  rule(rule: ProvisionedRule): void;
}

/** Whom Grafana names as the author of what it finds in files. */
const NOBODY: SignedInUser = {
  ...{ id: 0, uid: '', login: '', name: '', email: '' },
  ...{ role: 'Admin', kind: 'service-account' },
};

/** Folders and rules as they come in without a person's request. */
export function createProvision(deps: RuleApiDeps & { folders: FolderStore; access: FolderAccess }): Provision {
  function folder(wanted: ProvisionedFolder) {
    if (!deps.folders.get(wanted.uid)) {
      deps.folders.create(wanted, NOBODY);
      deps.access.forgetAll();
    }
  }

  return {
    folder,
    rule(given) {
      const { uid, folderUID: folderUid, ruleGroup: group, interval, provenance = 'file' } = given;
      const draft = readDraft('provisioning', given);
      const problem = draft ? provisioningProblem(draft, deps) : 'its form cannot be read';
      if (!draft || problem) {
        throw new Error(`Failed to provision rule ${uid}: ${problem}`);
      }
      folder({ uid: folderUid, title: asText(given.folder) || folderUid });
      const place = { uid, folderUid, group, intervalSeconds: interval };
      const rule = deps.write(draft, { ...place, api: 'provisioning', provenance }, NOBODY);
      if (rule.provenance !== provenance) {
        deps.rules.put({ ...rule, provenance });
      }
    },
  };
}
