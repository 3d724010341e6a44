import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import { differencesFromAdvice } from '../../../connection/drift/drift';
import type { Connection } from '../../../connection/ownership/connections';
import type { GrafanaReading } from '../../../connection/reading/reading';
import { describeDrift } from '../../../ui/health/describeDrift';
import { verbatim } from '../../../ui/verbatim';

/** Where the rule stands and what leads it, which stays; and how the objects differ from what the plugin would make. */
export function AdoptFindings({ connection, reading }: { connection: Connection; reading: GrafanaReading }) {
  const styles = useStyles2(getStyles);
  const { whereabouts } = connection.rule ?? {};
  const drifts = differencesFromAdvice(connection, reading);
  const kept = [
    whereabouts &&
      t('status.adopt.folder', 'The rule stays in the folder {{path}}.', verbatim({ path: whereabouts.folder.path })),
    whereabouts?.routedTo !== undefined &&
      t(
        'status.adopt.policies',
        'Notification policies keep routing it. A change of theirs can stop the heartbeat; a contact point selected in the rule is safer.'
      ),
  ];
  return (
    <>
      {kept.map(
        (text) =>
          text && (
            <Text key={text} element="p" color="secondary">
              {text}
            </Text>
          )
      )}
      {drifts.length > 0 && (
        <Stack direction="column" gap={0.5}>
          <Text element="h4" variant="h6">
            {t('status.adopt.differs', 'What differs from our advice')}
          </Text>
          <ul className={styles.list}>
            {drifts.map((drift) => (
              <li key={`${drift.object} ${drift.code}`}>{describeDrift(drift)}</li>
            ))}
          </ul>
        </Stack>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({ list: css({ paddingInlineStart: theme.spacing(3) }) });
