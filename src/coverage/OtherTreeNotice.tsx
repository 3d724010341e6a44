import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import { verbatim } from '../ui/verbatim';

/** The rule follows a tree of policies whose timing cannot be read. */
export function OtherTreeNotice({ name }: { name: string }) {
  return (
    <Alert
      severity="info"
      title={t(
        'cadence.other-tree.title',
        'This rule follows the notification policy tree "{{name}}"',
        verbatim({ name })
      )}
    >
      {t(
        'cadence.other-tree.text',
        'This tree could not be read, so contact points and timing of this rule are unknown. See the notification policies page in Grafana.'
      )}
    </Alert>
  );
}
