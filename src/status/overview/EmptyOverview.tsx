import { t, Trans } from '@grafana/i18n';
import { EmptyState } from '@grafana/ui';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { setupPath } from '../summary/paths';

/** Nothing is connected yet. */
export function EmptyOverview() {
  return (
    <EmptyState
      variant="call-to-action"
      hideImage
      message={t('status.empty.message', 'No integration of IRM is connected yet')}
      button={
        <InternalLinkButton href={setupPath()} icon="plus">
          <Trans i18nKey="status.empty.setup">Go to the setup</Trans>
        </InternalLinkButton>
      }
    >
      <Trans i18nKey="status.empty.text">
        Once a connection exists, this page shows whether its heartbeat arrives and why not when it does not.
      </Trans>
    </EmptyState>
  );
}
