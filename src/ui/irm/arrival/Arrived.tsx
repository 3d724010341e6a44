import { t } from '@grafana/i18n';
import { Alert, Stack, Text, TextLink } from '@grafana/ui';
import { useState, type ReactNode } from 'react';
import type { Arrival } from '../../../connection/irm/arrival';
import { formatMoment } from '../../formatMoment';
import { arrivedTitle, describeTiming, joinedTitle } from './arrivalTexts';
import { ClosingNote, ResolveGroupButton } from './ClosingNote';
import type { ArrivalState } from './useArrival';

interface Props<Kind extends 'arrived' | 'joined'> {
  arrival: Extract<Arrival, { kind: Kind }>;
  closing: ArrivalState['closing'];
  onResolve: ArrivalState['resolve'];
}

/** A test with an alert group of its own. */
export function Arrived({ arrival, closing, onResolve }: Props<'arrived'>) {
  const { copies } = arrival;
  return (
    <Proof title={arrivedTitle(arrival)} arrival={arrival}>
      {copies.length > 0 && (
        <Text element="p">
          {t('irm.arrival.copies', 'It arrived {{count}} more times, because the browser repeated the request.', {
            count: copies.length,
            defaultValue_one: 'It arrived once more, because the browser repeated the request.',
          })}
        </Text>
      )}
      <ClosingNote group={arrival.group} closing={closing} onResolve={onResolve} />
    </Proof>
  );
}

/** A test that IRM put into a group with other alerts, which are not the plugin's to resolve. */
export function Joined({ arrival, closing, onResolve }: Props<'joined'>) {
  const { group } = arrival;
  const [now] = useState(() => Date.now());
  const resolveAll = () => onResolve({ evenWithOthers: true });
  return (
    <Proof title={joinedTitle(arrival, formatMoment(group.createdAt, now))} arrival={arrival}>
      {closing ? (
        <ClosingNote group={group} closing={closing} onResolve={resolveAll} />
      ) : (
        <>
          <Text element="p">
            {t(
              'irm.arrival.joined',
              'IRM grouped it with other alerts, {{count}} in all, so the group is left as it is.',
              { count: group.alertsCount }
            )}
          </Text>
          <ResolveGroupButton onResolve={resolveAll} />
        </>
      )}
    </Proof>
  );
}

interface ProofProps {
  title: string;
  arrival: Props<'arrived' | 'joined'>['arrival'];
  children: ReactNode;
}

function Proof({ title, arrival, children }: ProofProps) {
  return (
    <Alert severity="success" title={title} bottomSpacing={0}>
      <Stack direction="column" gap={1} alignItems="stretch">
        {arrival.group.link !== undefined && (
          <Text element="p">
            <TextLink href={arrival.group.link} external inline>
              {t('irm.arrival.open', 'Open the alert group in IRM')}
            </TextLink>
          </Text>
        )}
        {children}
        <Text element="p" variant="bodySmall" color="secondary">
          {describeTiming(arrival)}
        </Text>
      </Stack>
    </Alert>
  );
}
