import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { ReadingPart } from '../../../connection/reading/reading';
import type { GrafanaError } from '../../../connection/port/grafanaPort';
import { describeReadError } from '../../../ui/describeReadError';
import { partText } from '../../../ui/health/partText';
import { verbatim } from '../../../ui/verbatim';

/** What could not be read, and Grafana's reason for each. */
export function PermissionFindings({ refused }: { refused: Array<{ part: ReadingPart; error: GrafanaError }> }) {
  const styles = useStyles2(getStyles);
  if (refused.length === 0) {
    return null;
  }
  return (
    <ul className={styles.list}>
      {refused.map(({ part, error }) => {
        const values = verbatim({ part: partText(part), ...describeReadError(error) });
        return (
          <li key={part}>{t('status.permission.part', 'Could not read the {{part}}. {{title}}. {{text}}', values)}</li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({ list: css({ paddingInlineStart: theme.spacing(3) }) });
