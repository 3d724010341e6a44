import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Badge, Text, useStyles2 } from '@grafana/ui';
import type { AlertRule } from '../connection/coverage/types';
import { placeOf } from './describeRoute';

const MOST_SHOWN = 50;

interface Props {
  rules: readonly AlertRule[];
  onChoose(rule: AlertRule): void;
}

export function RuleList({ rules, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  if (rules.length === 0) {
    return null;
  }
  return (
    <>
      <ul className={styles.list} aria-label={t('cadence.rules.label', 'Alert rules')}>
        {rules.slice(0, MOST_SHOWN).map((rule) => (
          <li key={rule.uid}>
            <button type="button" className={styles.rule} onClick={() => onChoose(rule)}>
              <span>
                {rule.title}{' '}
                {rule.heartbeatInterval !== undefined && (
                  <Badge color="blue" icon="heart" text={t('cadence.rules.heartbeat', 'Heartbeat')} />
                )}
              </span>
              <span className={styles.place}>{placeOf(rule)}</span>
            </button>
          </li>
        ))}
      </ul>
      {rules.length > MOST_SHOWN && (
        <Text color="secondary" variant="bodySmall">
          <Trans i18nKey="cadence.rules.too-many">Refine your search to see more.</Trans>
        </Text>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    width: '100%',
    maxWidth: 720,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    'li + li': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  rule: css({
    display: 'grid',
    width: '100%',
    padding: theme.spacing(1, 1.5),
    textAlign: 'left',
    overflowWrap: 'anywhere',
    border: 0,
    background: 'transparent',
    color: theme.colors.text.primary,
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  place: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
