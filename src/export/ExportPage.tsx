import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { Alert, Checkbox, EmptyState, RadioButtonGroup, Stack, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { connectionsOf, type Connection } from '../connection/ownership/connections';
import { nameOf } from '../connection/ownership/nameOf';
import { AlertingOff } from '../ui/AlertingOff';
import { connectionsNav } from '../ui/connectionsNav';
import { useServices } from '../ui/data/services';
import { ReadErrorAlert } from '../ui/ReadErrorAlert';
import { ReadingSkeleton } from '../ui/health/ReadingSkeleton';
import { InternalLinkButton } from '../ui/InternalLinkButton';
import { ALL_CONNECTIONS, connectionsPath } from '../ui/pagePaths';
import { StillReading } from '../ui/StillReading';
import { useReading } from '../ui/reading/useReading';
import { verbatim } from '../ui/verbatim';
import { ExportTrouble, WithoutIntegrations } from './ExportTrouble';
import { ExportView } from './ExportView';
import type { ExportFormat } from './instructions';
import { useExport } from './useExport';

/** `/a/irmconnect-setup-app/export?connection=<id>|all`: connections as Terraform, YAML or JSON. */
export default function ExportPage() {
  const { capabilities } = useServices();
  const wanted = new URLSearchParams(useLocation().search).get('connection') ?? ALL_CONNECTIONS;
  const pageNav = useMemo(() => ({ text: t('export.title', 'Export as code'), parentItem: connectionsNav() }), []);
  return (
    <PluginPage pageNav={pageNav} subTitle={t('export.subtitle', 'Keep connections in version control')}>
      {capabilities.hasAlerting ? <Exported key={wanted} wanted={wanted} /> : <AlertingOff />}
    </PluginPage>
  );
}

function Exported({ wanted }: { wanted: string }) {
  const styles = useStyles2(getStyles);
  const [format, setFormat] = useState<ExportFormat>('terraform');
  const [withPolicies, setWithPolicies] = useState(false);
  const { data, error, isRefreshing, refresh } = useReading();
  const connections = useMemo(
    () => (data ? connectionsOf(data.reading) : []).filter(({ id }) => wanted === ALL_CONNECTIONS || id === wanted),
    [data, wanted]
  );
  const { documents, failure, isReading, retry, irm } = useExport(connections, data?.reading, withPolicies);
  const rulesUnread = data?.reading.problems.rules;
  // Terraform alone makes integrations, and a text does not change below the eyes once IRM has answered.
  const withIntegrations = format === 'terraform';
  if (!data) {
    return error ? (
      <ReadErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isRefreshing} />
    ) : (
      <ReadingSkeleton lines={8} />
    );
  }
  if (connections.length === 0) {
    return <NothingThere />;
  }
  return (
    <div className={styles.page}>
      <div className={styles.choices}>
        <RadioButtonGroup
          size="sm"
          aria-label={t('export.format.label', 'Format')}
          value={format}
          onChange={setFormat}
          options={[
            { value: 'terraform', label: t('export.format.terraform', 'Terraform') },
            { value: 'yaml', label: t('export.format.yaml', 'YAML') },
            { value: 'json', label: t('export.format.json', 'JSON') },
          ]}
        />
        <Checkbox
          label={t('export.policies.include', 'Include notification policies')}
          value={withPolicies}
          onChange={({ currentTarget }) => setWithPolicies(currentTarget.checked)}
        />
      </div>
      <Alert severity="info" title={coveredBy(connections)}>
        {t('export.no-secrets', 'URLs with tokens and secrets are left out. Variables stand in their place.')}
      </Alert>
      {withPolicies && (
        <Alert severity="warning" title={t('export.policies.title', 'Notification policies are one tree')}>
          {t(
            'export.policies.text',
            'The export holds the policies of the whole organization. Loading it replaces all policies of the other Grafana.'
          )}
        </Alert>
      )}
      {rulesUnread && <ReadErrorAlert error={rulesUnread} onRetry={() => void refresh()} isRetrying={isRefreshing} />}
      {withIntegrations && irm.error && (
        <WithoutIntegrations error={irm.error} onRetry={irm.retry} isRetrying={irm.isReading} />
      )}
      {failure ? (
        <ExportTrouble failure={failure} onRetry={retry} isRetrying={isReading} />
      ) : documents && !(withIntegrations && irm.isAwaited) ? (
        <ExportView format={format} document={documents[format]} />
      ) : (
        <StillReading lines={8} parts={awaitedTexts({ documents, isIrmAwaited: withIntegrations && irm.isAwaited })} />
      )}
    </div>
  );
}

const awaitedTexts = ({ documents, isIrmAwaited }: { documents: unknown; isIrmAwaited: boolean }) => [
  ...(documents ? [] : [t('export.part.grafana', 'Grafana’s export')]),
  ...(isIrmAwaited ? [t('export.part.irm', 'integrations in IRM')] : []),
];

const MOST_NAMED = 5;

function coveredBy(connections: readonly Connection[]): string {
  const { length: count } = connections;
  return count > MOST_NAMED
    ? t('export.covers-many', 'Exported: {{count}} connections', {
        count,
        defaultValue_one: 'Exported: {{count}} connection',
      })
    : t('export.covers', 'Exported: {{names}}', verbatim({ names: connections.map(nameOf).join(', ') }));
}

function NothingThere() {
  return (
    <Stack direction="column">
      <EmptyState
        variant="not-found"
        message={t('export.nothing.title', 'Nothing to export')}
        button={
          <InternalLinkButton href={connectionsPath()} variant="secondary">
            {t('export.nothing.back', 'Connections')}
          </InternalLinkButton>
        }
      >
        {t('export.nothing.text', 'There is no such connection in this organization.')}
      </EmptyState>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'grid', gap: theme.spacing(2), maxWidth: 960, gridTemplateColumns: 'minmax(0, 1fr)' }),
  choices: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2), alignItems: 'center' }),
});
