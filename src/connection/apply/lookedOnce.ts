import type { GrafanaPort } from '../port/grafanaPort';

/**
 * The port of one run, on which a look that directly follows the same one is that one: what a step looked at last, the
 * next one begins with. Any other request in between, or a look that failed or met a folder that cannot be seen, and it
 * is taken anew.
 */
export function lookedOnce(port: GrafanaPort): GrafanaPort {
  let integrations: ReturnType<GrafanaPort['listIntegrations']> | undefined;
  let rules: { uid: string; answer: ReturnType<GrafanaPort['readFolderRules']> } | undefined;
  const forget = () => {
    integrations = undefined;
    rules = undefined;
  };
  const after = <Given extends unknown[], Answer>(call: (...given: Given) => Answer) => {
    return (...given: Given): Answer => {
      forget();
      return call(...given);
    };
  };
  return {
    ...port,
    async listIntegrations() {
      if (!integrations) {
        forget();
        integrations = port.listIntegrations();
      }
      const answer = await integrations;
      integrations = answer.ok ? integrations : undefined;
      return answer;
    },
    async readFolderRules(uid) {
      if (rules?.uid !== uid) {
        forget();
        rules = { uid, answer: port.readFolderRules(uid) };
      }
      const answer = await rules.answer;
      rules = answer.ok && answer.value.state === 'present' ? rules : undefined;
      return answer;
    },
    createIntegration: after(port.createIntegration),
    updateIntegration: after(port.updateIntegration),
    deleteIntegration: after(port.deleteIntegration),
    createFolder: after(port.createFolder),
    deleteFolder: after(port.deleteFolder),
    folderCounts: after(port.folderCounts),
    writeRule: after(port.writeRule),
    deleteRule: after(port.deleteRule),
  };
}
