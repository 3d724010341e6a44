import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Text, TextLink, useStyles2 } from '@grafana/ui';
import {
  isLeftByTest,
  OPEN_STATES,
  type OpenGroup,
  type OpenGroups,
  type OpenState,
} from '../../../connection/irm/openGroups';
import type { GrafanaReading } from '../../../connection/reading/reading';
import { formatAge } from '../../../ui/formatAge';
import { useOpenGroups } from '../../../ui/irm/useOpenGroups';
import { verbatim } from '../../../ui/verbatim';
import { LeftByTest } from './LeftByTest';
import { ReadingState } from './ReadingState';

interface Props {
  integrationId: string;
  reading: GrafanaReading;
}

/** How many alert groups are open, by state, and the newest of them. */
export function OpenGroupsPart({ integrationId, reading }: Props) {
  const open = useOpenGroups(integrationId);
  const { value } = open;
  return (
    <>
      <Text element="h3" variant="h5">
        {t('status.irm.open.title', 'Open alert groups')}
      </Text>
      <ReadingState reading={open} />
      {value && (
        <>
          <Text element="p">{describeOpen(value)}</Text>
          {value.newest.length > 0 && <NewestGroups groups={value.newest} {...{ integrationId, reading }} />}
        </>
      )}
    </>
  );
}

function NewestGroups({ groups, integrationId, reading }: Props & { groups: readonly OpenGroup[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list} aria-label={t('status.irm.open.newest', 'Newest open alert groups')}>
      {groups.map((group) => (
        <li key={group.id}>
          {group.link === undefined ? (
            titleOf(group)
          ) : (
            <TextLink href={group.link} external inline>
              {titleOf(group)}
            </TextLink>
          )}{' '}
          <span className={styles.aside}>
            {t('status.irm.open.since', '{{state}}, for {{age}}', {
              ...verbatim({ state: STATES[group.state](), age: formatAge(reading.serverTime - group.createdAt) }),
            })}
          </span>
          {isLeftByTest(group, reading) && (
            <LeftByTest group={group} testId={group.testId} integrationId={integrationId} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** IRM titles those of heartbeats as any other of their type, "Incident" for instance. */
function titleOf({ news, title, id }: OpenGroup): string {
  switch (news) {
    case 'lost':
      return t('status.irm.open.lost', 'Lost heartbeat');
    case 'restored':
      return t('status.irm.open.restored', 'Restored heartbeat');
    case undefined:
      return title || id;
  }
}

const STATES: Record<OpenState, () => string> = {
  firing: () => t('status.irm.open.firing', 'firing'),
  acknowledged: () => t('status.irm.open.acknowledged', 'acknowledged'),
  silenced: () => t('status.irm.open.silenced', 'silenced'),
};

const COUNTS: Record<OpenState, (count: number) => string> = {
  firing: (count) => t('status.irm.open.count-firing', '{{count}} firing', { count }),
  acknowledged: (count) => t('status.irm.open.count-acknowledged', '{{count}} acknowledged', { count }),
  silenced: (count) => t('status.irm.open.count-silenced', '{{count}} silenced', { count }),
};

function describeOpen({ counts }: OpenGroups): string {
  const occurring = OPEN_STATES.filter((state) => counts[state] > 0);
  return occurring.length > 0
    ? occurring.map((state) => COUNTS[state](counts[state])).join(', ')
    : t('status.irm.open.none', 'No alert group is open.');
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, display: 'grid', gap: theme.spacing(0.5) }),
  aside: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
