import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { ReadErrorAlert } from '../ui/ReadErrorAlert';
import { PageSkeleton } from '../ui/PageSkeleton';
import { BackToRules } from './BackToRules';

interface Props {
  isGone: boolean;
  error: GrafanaError | undefined;
  isReading: boolean;
  retry(): void;
  onBack(): void;
}

/** In place of the rule that the address names, while it is not there. */
export function MissingRule({ isGone, error, isReading, retry, onBack }: Props) {
  return (
    <>
      <BackToRules onClick={onBack} />
      {error && <ReadErrorAlert error={error} onRetry={retry} isRetrying={isReading} />}
      {isGone && (
        <Alert severity="info" title={t('cadence.rule.gone.title', 'Alert rule not found')}>
          {t('cadence.rule.gone.text', 'It was deleted, or you do not have permission to view its folder.')}
        </Alert>
      )}
      {!error && !isGone && <PageSkeleton lines={4} />}
    </>
  );
}
