import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import type { ExportFailure } from '../connection/export/readExport';
import type { ExportPart } from '../connection/port/provisioningFile';
import type { IrmError } from '../connection/irm/irmPort';
import { ErrorAlert } from '../ui/ErrorAlert';
import { ReadErrorAlert } from '../ui/ReadErrorAlert';
import { IrmErrorAlert } from '../ui/irm/IrmErrorAlert';

interface Props {
  failure: ExportFailure;
  isRetrying: boolean;
  onRetry(): void;
}

/** Grafana refused or failed to export: what, why and what to do. */
export function ExportTrouble({ failure: { part, error }, isRetrying, onRetry }: Props) {
  if (error.reason === 'notServed') {
    return (
      <ErrorAlert
        title={t('export.no-api.title', 'This Grafana does not export alerting')}
        text={t(
          'export.no-api.text',
          'Its provisioning API was not found. Grafana may be restarting, or the API may be blocked in front of it, or removed.'
        )}
        onRetry={onRetry}
        isRetrying={isRetrying}
      />
    );
  }
  return (
    <Stack direction="column" gap={1}>
      <Text element="p">{describePart(part)}</Text>
      <ReadErrorAlert error={error} onRetry={onRetry} isRetrying={isRetrying} />
    </Stack>
  );
}

interface WithoutProps {
  error: IrmError;
  isRetrying: boolean;
  onRetry(): void;
}

/** What is shown lacks what IRM alone could tell. */
export function WithoutIntegrations({ error, isRetrying, onRetry }: WithoutProps) {
  return (
    <Stack direction="column" gap={1}>
      <Text element="p">
        {t('export.without-integrations', 'The integrations in IRM could not be read and are left out.')}
      </Text>
      <IrmErrorAlert error={error} onRetry={onRetry} isRetrying={isRetrying} />
    </Stack>
  );
}

function describePart(part: ExportPart): string {
  switch (part) {
    case 'contactPoints':
      return t('export.failed.contact-points', 'Grafana did not export the contact points.');
    case 'rules':
      return t('export.failed.rules', 'Grafana did not export the alert rules.');
    case 'policies':
      return t('export.failed.policies', 'Grafana did not export the notification policies.');
  }
}
