import { css } from '@emotion/css';
import { t, Trans } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { EmptyState, Field, Stack, TextLink, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { connectionsOf } from '../connection/ownership/connections';
import { nameOf } from '../connection/ownership/nameOf';
import type { GrafanaReading } from '../connection/reading/reading';
import { AlertingOff } from '../ui/AlertingOff';
import { connectionsNav } from '../ui/connectionsNav';
import { useServices } from '../ui/data/services';
import { Dropdown } from '../ui/Dropdown';
import { ReadErrorAlert } from '../ui/ReadErrorAlert';
import { ReadingSkeleton } from '../ui/health/ReadingSkeleton';
import { connectionsPath } from '../ui/pagePaths';
import { useReading } from '../ui/reading/useReading';
import { valuesToBeginWith } from './choice';
import { RouteForm } from './RouteForm';

/**
 * `/a/irmconnect-setup-app/route`: sends alerts to a connection. `?connection=` is its id, `?rule=` the uid of an alert
 * rule that is to send there by itself.
 */
export default function RoutePage() {
  const styles = useStyles2(getStyles);
  const { capabilities } = useServices();
  const { data, error, isRefreshing, refresh } = useReading();
  const title = t('route.page.title', 'Route alerts');
  // One object, because with every other one Grafana sets the title of the document anew.
  const pageNav = useMemo(() => ({ text: title, parentItem: connectionsNav() }), [title]);
  return (
    <PluginPage
      pageNav={pageNav}
      subTitle={t('route.page.subtitle', 'Choose which alerts reach a connection. You see what changes first.')}
    >
      <div className={styles.page}>
        {!capabilities.hasAlerting ? (
          <AlertingOff />
        ) : data ? (
          <Routing reading={data.reading} />
        ) : error ? (
          <ReadErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isRefreshing} />
        ) : (
          <ReadingSkeleton lines={6} />
        )}
      </div>
    </PluginPage>
  );
}

function Routing({ reading }: { reading: GrafanaReading }) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const params = new URLSearchParams(search);
  const connections = connectionsOf(reading).filter(({ alertContactPoint }) => alertContactPoint);
  const [only] = connections.length === 1 ? connections : [];
  const wanted = params.get('connection');
  const chosen = wanted === null ? only : connections.find(({ id }) => id === wanted);
  // Kept here, so that another connection gets what was filled in.
  const [values, setValues] = useState(() => valuesToBeginWith(params.get('rule') ?? ''));
  if (connections.length === 0) {
    return (
      <EmptyState variant="call-to-action" message={t('route.page.none', 'No connection to route alerts to')}>
        <Trans i18nKey="route.page.none-text">
          Add one on <TextLink href={connectionsPath()}>Connections</TextLink> first.
        </Trans>
      </EmptyState>
    );
  }
  const choose = (id: string) => {
    // This one may be the other connection itself.
    setValues((before) => ({ ...before, defaultReceiver: '' }));
    params.set('connection', id);
    void navigate({ search: params.toString() }, { replace: true });
  };
  return (
    <Stack direction="column" gap={3}>
      <Field label={t('route.page.connection', 'Connection')} htmlFor="route-connection" noMargin>
        <Dropdown
          id="route-connection"
          options={connections.map((one) => ({ value: one.id, label: nameOf(one) }))}
          value={chosen?.id ?? null}
          onChange={choose}
          width={40}
          placeholder={t('route.page.choose', 'Choose a connection')}
        />
      </Field>
      {chosen && (
        <RouteForm
          key={chosen.id}
          reading={reading}
          connection={chosen}
          values={values}
          onChange={(more) => setValues((before) => ({ ...before, ...more }))}
        />
      )}
    </Stack>
  );
}

const getStyles = () => ({
  page: css({ display: 'grid', maxWidth: 1100, gridTemplateColumns: 'minmax(0, 1fr)' }),
});
