import { PluginExtensionPoints } from '@grafana/data';
import { Button } from '@grafana/ui';
import { useChrome } from '../../chrome/chromeState';
import { usePlugin } from '../../plugin/usePlugin';
import type { RuleDefinition } from './rules';

/** Grafana shows by it that a rule is a plugin's, and hides the label itself. */
export const ORIGIN = '__grafana_origin';

const noop = () => {};

/** What the plugin named in a rule's origin adds to the rule's menu, followed by click alone as in Grafana. */
export function RulePluginLinks({ rule }: { rule: RuleDefinition }) {
  const app = useChrome('app');
  const loaded = usePlugin(app?.enabled && rule.labels?.[ORIGIN] === `plugin/${app.id}` ? app : undefined);
  if (loaded.state !== 'ready') {
    return null;
  }
  const { labels = {}, annotations = {} } = rule;
  const { title: name, namespace_uid: namespace } = rule.grafana_alert;
  const context = { name, namespace, group: '', expression: '', labels, annotations };
  return loaded.plugin.addedLinkConfigs
    .filter(({ targets }) => [targets].flat().includes(PluginExtensionPoints.AlertingAlertingRuleAction))
    .filter(({ configure }) => !configure || configure(context) !== undefined)
    .map(({ title, icon, onClick }) => (
      <Button
        key={title}
        icon={icon}
        variant="secondary"
        onClick={(event) =>
          onClick?.(event, {
            ...{ context, extensionPointId: PluginExtensionPoints.AlertingAlertingRuleAction },
            ...{ openModal: noop, openSidebar: noop, closeSidebar: noop, toggleSidebar: noop },
          })
        }
      >
        {title}
      </Button>
    ));
}
