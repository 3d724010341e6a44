import { t } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import type { Arrival } from '../../../connection/irm/arrival';
import { addressDifference } from '../../../connection/irm/arrivalAddress';
import type { IrmIntegration } from '../../../connection/irm/irmPort';
import { TEST_LABEL } from '../../../connection/desired/objects';
import type { Endpoint } from '../../../connection/model';
import { ArrivalHelp } from '../../ArrivalQuestion';
import { formatSeconds } from '../../formatSeconds';
import { verbatim } from '../../verbatim';
import { describeAddressDifference } from './arrivalTexts';
import { GroupLink } from './GroupLink';

interface Props {
  arrival: Extract<Arrival, { kind: 'notArrived' }>;
  sentTo: Endpoint;
  integration: IrmIntegration;
  isUncertain: boolean;
  hasOwnPayload: boolean;
  onLookAgain(): void;
}

/** Grafana's "accepted" without an alert group in IRM: what may be the reason, the likeliest first. */
export function NotArrived({ arrival, sentTo, integration, isUncertain, hasOwnPayload, onLookAgain }: Props) {
  const { waitedMs, mayBeIn } = arrival;
  const known = integration.endpoint;
  const difference = addressDifference(sentTo, known);
  return (
    <div>
      <Alert severity="warning" title={titleOf(waitedMs, isUncertain)} bottomSpacing={1} />
      <Stack direction="column" gap={1} alignItems="flex-start">
        <ArrivalHelp isHeartbeat={false} isLookedThrough>
          {difference && known && <li>{describeAddressDifference(difference, sentTo, known)}</li>}
          {mayBeIn && (
            <li>
              {t(
                'irm.arrival.help.covered',
                'A newer alert may hide it: this alert group received one since then, and IRM shows only the newest.'
              )}{' '}
              <GroupLink group={mayBeIn} />
            </li>
          )}
          {hasOwnPayload && (
            <li>
              {t(
                'irm.arrival.help.payload',
                'The contact point has a custom payload. The test is recognized by its label {{label}}, which the payload must contain.',
                verbatim({ label: TEST_LABEL })
              )}
            </li>
          )}
        </ArrivalHelp>
        <Button size="sm" variant="secondary" icon="sync" onClick={onLookAgain}>
          {t('irm.arrival.look-again', 'Check again')}
        </Button>
      </Stack>
    </div>
  );
}

function titleOf(waitedMs: number | undefined, isUncertain: boolean): string {
  const wait = waitedMs === undefined ? undefined : formatSeconds(Math.round(waitedMs / 1000));
  if (isUncertain) {
    return wait === undefined
      ? t('irm.arrival.nothing', 'Nothing arrived in IRM')
      : t('irm.arrival.nothing-within', 'Nothing arrived in IRM within {{wait}}', verbatim({ wait }));
  }
  return wait === undefined
    ? t('irm.arrival.lost', 'Accepted, but nothing arrived in IRM')
    : t('irm.arrival.lost-within', 'Accepted, but nothing arrived in IRM within {{wait}}', verbatim({ wait }));
}
