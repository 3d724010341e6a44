import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, Text, useStyles2, type IconName } from '@grafana/ui';
import { lazy } from 'react';
import type { ChecklistId, ChecklistItem, ChecklistState } from '../../../connection/health/checklist/types';
import type { NextAction } from '../../../connection/health/types';
import { UNSEEN } from '../../../ui/listStyles';
import { Loaded } from '../../../ui/Loaded';
import type { ActionId } from '../actions/types';
import { NextStep } from '../actions/NextStep';
import type { Live } from '../parts/useLive';
import { explanation } from './explanations';
import { isHint } from './sortChecks';
import { statement } from './statements';

const Findings = lazy(() => import('./Findings'));

/** Checks whose answer is all there is to tell. */
const WITHOUT_FINDINGS: readonly ChecklistId[] = [
  'alertmanager',
  'rulePresent',
  'ruleRunning',
  'ruleFires',
  'ruleEvaluated',
  'routing',
  'locked',
  'alertsRouted',
  'statusKnown',
];

interface Props {
  item: ChecklistItem;
  live: Live;
  onAction(action: ActionId): void;
}

/** `hint`: differs from the plan and does no harm. */
type Look = ChecklistState | 'hint';

const ICONS: Readonly<Record<Look, IconName>> = {
  hint: 'info-circle',
  ok: 'check-circle',
  problem: 'exclamation-triangle',
  unknown: 'question-circle',
};

/** What one check found; opened by itself when something is wrong. */
export function ChecklistEntry({ item, live, onAction }: Props) {
  const styles = useStyles2(getStyles);
  const { connection, data } = live;
  const now = data.reading.serverTime;
  const look = isHint(item) ? 'hint' : item.state;
  return (
    <li>
      <details className={styles.entry} open={look === 'problem'}>
        <summary className={styles.summary}>
          {/* Its own element for each state: an icon that changes its name may keep the old drawing, or none. */}
          <Icon key={look} name={ICONS[look]} className={styles[look]} aria-hidden />
          <span className={styles.hidden}>{lookName(look)}: </span>
          <span className={styles.line}>{statement(item, now)}</span>
          <Icon name="angle-down" className={styles.marker} aria-hidden />
        </summary>
        <div className={styles.body}>
          <Text element="p" color="secondary">
            {explanation(item.id)}
          </Text>
          {!WITHOUT_FINDINGS.includes(item.id) && (
            <Loaded>
              <Findings item={item} now={now} />
            </Loaded>
          )}
          {item.mend && !isOffered(item.mend, live) && (
            <div>
              <NextStep action={item.mend} connection={connection} objects={data.reading} onAction={onAction} />
            </div>
          )}
        </div>
      </details>
    </li>
  );
}

/** The top of the page has it already. */
const isOffered = (action: NextAction, { health }: Live) => action === health.nextAction || action === 'routeAlerts';

function lookName(look: Look): string {
  switch (look) {
    case 'hint':
      return t('status.checklist.state.hint', 'Note');
    case 'ok':
      return t('status.checklist.state.ok', 'Passed');
    case 'problem':
      return t('status.checklist.state.problem', 'Problem');
    case 'unknown':
      return t('status.checklist.state.unknown', 'Unknown');
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  entry: css({ padding: theme.spacing(1, 2), minWidth: 0 }),
  summary: css({
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'flex-start',
    cursor: 'pointer',
    listStyle: 'none',
    '&::-webkit-details-marker': { display: 'none' },
  }),
  marker: css({
    flexShrink: 0,
    marginInlineStart: 'auto',
    'details[open] > summary > &': { transform: 'rotate(180deg)' },
  }),
  line: css({ minWidth: 0, overflowWrap: 'anywhere' }),
  body: css({
    display: 'grid',
    gap: theme.spacing(1.5),
    paddingBlock: theme.spacing(1),
    paddingInlineStart: theme.spacing(3),
    minWidth: 0,
    overflowWrap: 'anywhere',
  }),
  ok: css({ color: theme.colors.success.text, flexShrink: 0, marginTop: theme.spacing(0.25) }),
  problem: css({ color: theme.colors.error.text, flexShrink: 0, marginTop: theme.spacing(0.25) }),
  unknown: css({ color: theme.colors.text.secondary, flexShrink: 0, marginTop: theme.spacing(0.25) }),
  hint: css({ color: theme.colors.text.secondary, flexShrink: 0, marginTop: theme.spacing(0.25) }),
  hidden: css(UNSEEN),
});
