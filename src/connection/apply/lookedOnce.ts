import type { GrafanaPort, GrafanaResult } from '../port/grafanaPort';

/** A port, and what makes it look anew. */
export interface LookedOnce {
  port: GrafanaPort;
  forget(): void;
}

/**
 * The port of one run, on which a look that directly follows the same one is that one: what a step looked at last, the
 * next one begins with. Any other request in between, or a wait, and it is taken anew; and once anything was refused, failed or
 * could not be seen, every look is, because another replica may answer the next one.
 */
export function lookedOnce(port: GrafanaPort): LookedOnce {
  let isCalm = true;
  let integrations: ReturnType<GrafanaPort['listIntegrations']> | undefined;
  let rules: { uid: string; answer: ReturnType<GrafanaPort['readFolderRules']> } | undefined;

  async function noted<T>(answer: GrafanaResult<T>, isSeen: (value: T) => boolean = () => true): GrafanaResult<T> {
    const result = await answer;
    isCalm &&= result.ok && isSeen(result.value);
    return result;
  }
  const forget = () => {
    integrations = undefined;
    rules = undefined;
  };
  const after =
    <Given extends unknown[], T>(call: (...given: Given) => GrafanaResult<T>) =>
    (...given: Given): GrafanaResult<T> => {
      forget();
      return noted(call(...given));
    };
  const once: GrafanaPort = {
    ...port,
    listIntegrations() {
      if (!integrations || !isCalm) {
        forget();
        integrations = noted(port.listIntegrations());
      }
      return integrations;
    },
    readFolderRules(uid) {
      if (rules?.uid !== uid || !isCalm) {
        forget();
        rules = { uid, answer: noted(port.readFolderRules(uid), ({ state }) => state === 'present') };
      }
      return rules.answer;
    },
    readRuleGroup: after(port.readRuleGroup),
    createIntegration: after(port.createIntegration),
    updateIntegration: after(port.updateIntegration),
    deleteIntegration: after(port.deleteIntegration),
    createFolder: after(port.createFolder),
    deleteFolder: after(port.deleteFolder),
    folderCounts: after(port.folderCounts),
    writeRule: after(port.writeRule),
    deleteRule: after(port.deleteRule),
  };
  return { port: once, forget };
}
