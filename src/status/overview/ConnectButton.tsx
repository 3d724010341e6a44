import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import { useNavigate } from 'react-router';
import { useServices } from '../../ui/data/services';
import { newConnectionPath } from '../../ui/pagePaths';
import { useMissingRights } from '../../ui/useMissingRights';

/** Leads into the wizard; whoever lacks the rights is told which role has them. */
export function ConnectButton() {
  const navigate = useNavigate();
  const needed = useNeededRole();
  return (
    <Button icon="plus" disabled={needed !== undefined} tooltip={needed} onClick={() => navigate(newConnectionPath())}>
      {t('connections.connect', 'Connect integration')}
    </Button>
  );
}

/** Who needs which role to connect, in a sentence; undefined where nothing is missing. */
export function useNeededRole(): string | undefined {
  const { actor } = useServices();
  if (useMissingRights('contactPoint').length === 0) {
    return undefined;
  }
  return actor === 'person'
    ? t('connections.needs-editor', 'You need the Editor role to connect integrations.')
    : t(
        'connections.account-needs-editor',
        "The plugin's service account needs the Editor role to connect integrations."
      );
}
