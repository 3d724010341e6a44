import { t } from '@grafana/i18n';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { WriteErrorAlert } from '../ui/WriteErrorAlert';

const ERROR: GrafanaError = { reason: 'changedMeanwhile', message: '', status: undefined };

/** Another administrator saved over what this page was loaded with, and both changed the same. */
export default function SavedByOther() {
  return (
    <WriteErrorAlert
      error={ERROR}
      advice={t(
        'settings.saved-by-other',
        'Nothing was saved. Someone else saved other values for the same settings. Save again to replace them, or reload the page to see them.'
      )}
    />
  );
}
