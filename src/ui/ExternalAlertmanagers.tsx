import { lazy } from 'react';
import { Loaded } from './Loaded';
import { useAlertmanagers } from './reading/useAlertmanagers';

const ExternalNotice = lazy(() => import('./ExternalNotice'));

/** Where alerts go past Grafana's contact points, nothing that is set up here ever sends. */
export function ExternalAlertmanagers() {
  const alertmanagers = useAlertmanagers(true);
  return (
    alertmanagers?.choice === 'external' && (
      <Loaded>
        <ExternalNotice />
      </Loaded>
    )
  );
}
