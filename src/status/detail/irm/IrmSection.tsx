import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import { lazy } from 'react';
import { useServices } from '../../../ui/data/services';
import { Loaded } from '../../../ui/Loaded';
import { SetUpApi } from '../../../ui/irm/SetUpApi';
import { PageSkeleton } from '../../../ui/PageSkeleton';
import type { ActionId } from '../actions/types';
import type { Live } from '../parts/useLive';
import { Section } from '../parts/Section';

const IrmSide = lazy(() => import('./IrmSide'));

interface Props {
  live: Live;
  onAction(action: ActionId): void;
}

/** What IRM itself knows of this connection. Grafana's side of the page neither waits for it nor fails with it. */
export function IrmSection({ live, onAction }: Props) {
  const { irmAccess } = useServices();
  return (
    <Section title={t('status.irm.title', 'In IRM')}>
      {irmAccess === 'ready' && (
        <Loaded meanwhile={<PageSkeleton lines={3} />}>
          <IrmSide live={live} onAction={onAction} />
        </Loaded>
      )}
      {irmAccess === 'notForViewers' && (
        <Text element="p" color="secondary">
          {t('status.irm.not-for-viewers', "IRM's side is shown to Editors and Admins.")}
        </Text>
      )}
      {irmAccess === 'notSetUp' && (
        <Text element="p" color="secondary">
          {t(
            'status.irm.not-set-up',
            "With access to IRM's API, the integration, its open alert groups and past outages are shown here."
          )}{' '}
          <SetUpApi />
        </Text>
      )}
    </Section>
  );
}
