import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, Stack, Text, useStyles2 } from '@grafana/ui';
import type { Connection } from '../../connection/ownership/connections';
import type { AlertRouting } from '../../connection/routing/alertRouting';
import { formatSeconds } from '../../ui/formatSeconds';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { connectionPath, realAlertPath, routePath } from '../../ui/pagePaths';
import { verbatim } from '../../ui/verbatim';
import type { Journey } from '../step/journey';

interface Props {
  connection: Connection;
  journey: Journey;
  /** Undefined until it was asked. */
  routing: AlertRouting | undefined;
}

/** It works: said once, large, with the one thing that comes next. */
export function Connected({ connection, journey, routing }: Props) {
  const styles = useStyles2(getStyles);
  const name = connection.alertContactPoint?.name ?? '';
  const isNotRouted = routing?.kind === 'notRouted';
  return (
    <div className={styles.box}>
      <Icon name="check-circle" size="xxl" className={styles.mark} />
      <div className={styles.text}>
        <Text element="h3" variant="h3">
          <span role="status">{titleOf(journey)}</span>
        </Text>
        {routing?.kind === 'routed' ? (
          <Stack direction="row" gap={1} wrap="wrap">
            <InternalLinkButton href={connectionPath(connection.id)} leadsOn>
              {t('setup.verify.view', 'View connection')}
            </InternalLinkButton>
            <InternalLinkButton href={realAlertPath(connection.id)} variant="secondary" icon="fire">
              {t('setup.verify.real-alert', 'Send real alert')}
            </InternalLinkButton>
          </Stack>
        ) : (
          <>
            {isNotRouted && (
              <Text element="p">
                {t(
                  'setup.verify.route',
                  'Next, route alerts to it: choose which ones go to the contact point {{name}}.',
                  verbatim({ name })
                )}
              </Text>
            )}
            <div>
              <InternalLinkButton
                href={routePath({ connection: connection.id })}
                variant={isNotRouted ? 'primary' : 'secondary'}
                leadsOn
              >
                {t('setup.verify.route-button', 'Route alerts')}
              </InternalLinkButton>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function titleOf({ enabledAt, firstBeatAt }: Journey): string {
  if (enabledAt === undefined || firstBeatAt === undefined) {
    return t('setup.verify.connected', 'Connected.');
  }
  const after = formatSeconds(Math.max(1, Math.round((firstBeatAt - enabledAt) / 1000)));
  return t('setup.verify.connected-after', 'Connected. First heartbeat after {{after}}.', verbatim({ after }));
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.success.border}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.success.transparent,
  }),
  mark: css({ flex: 'none', color: theme.colors.success.text }),
  text: css({ display: 'grid', gap: theme.spacing(1.5), minWidth: 0, overflowWrap: 'anywhere' }),
});
