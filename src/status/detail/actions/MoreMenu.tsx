import { css } from '@emotion/css';
import { locationUtil, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Menu, useStyles2 } from '@grafana/ui';
import { planPause } from '../../../connection/actions/pause';
import { refusalOf } from '../../../connection/drill/refusal';
import { addressForLinks } from '../../../irm/links';
import { useServices } from '../../../ui/data/services';
import { missingInShort } from '../../../ui/describeMissingRights';
import { useIntegration } from '../../../ui/irm/useIntegration';
import { exportPath, routePath } from '../../../ui/pagePaths';
import { describeRefusal } from './describeRefusal';
import type { Live } from '../parts/useLive';
import { useMissingFor } from './useMissingFor';
import { menuActions, objectLinks } from './actionList';
import type { ActionId } from './types';

interface Props {
  live: Live;
  onAction(action: ActionId): void;
}

/** What is done once in a while, and the objects on Grafana's own pages. What is not permitted says why. */
export function MoreMenu({ live, onAction }: Props) {
  const styles = useStyles2(getStyles);
  const { connection, data } = live;
  const { actor, settings } = useServices();
  const missingFor = useMissingFor(connection, data.reading);
  const whyNoDrill = useWhyNoDrill(live);
  const irm = addressForLinks(settings);
  const whyNot = (id: ActionId): string | undefined => {
    if (id === 'drill') {
      return whyNoDrill;
    }
    const missing = missingFor(id);
    return missing.length > 0 ? missingInShort(missing, actor) : undefined;
  };
  return (
    <div className={styles.menu}>
      <Menu>
        {menuActions(live).map(({ id, label, icon }) => {
          const reason = whyNot(id);
          return (
            <Menu.Item
              key={id}
              icon={icon}
              label={label}
              description={reason}
              disabled={reason !== undefined}
              onClick={() => onAction(id)}
            />
          );
        })}
        {connection.alertContactPoint && live.routing.kind !== 'notRouted' && (
          <Menu.Item
            icon="code-branch"
            label={t('status.action.route', 'Route alerts')}
            url={locationUtil.assureBaseUrl(routePath({ connection: connection.id }))}
          />
        )}
        <Menu.Divider />
        <Menu.Item
          icon="brackets-curly"
          label={t('status.action.export', 'Export as code')}
          url={locationUtil.assureBaseUrl(exportPath(connection.id))}
        />
        {objectLinks(connection).map(({ href, label }) => (
          <Menu.Item key={label} icon="external-link-alt" label={label} url={locationUtil.assureBaseUrl(href)} />
        ))}
        {irm !== '' && (
          <Menu.Item icon="external-link-alt" label={t('status.link.irm', 'Open IRM')} url={irm} target="_blank" />
        )}
        <Menu.Divider />
        <Menu.Item
          icon="trash-alt"
          label={t('status.action.remove', 'Delete')}
          destructive
          description={whyNot('remove')}
          disabled={whyNot('remove') !== undefined}
          onClick={() => onAction('remove')}
        />
      </Menu>
    </div>
  );
}

function useWhyNoDrill({ connection, data, health }: Live): string | undefined {
  const { actor, irmAccess } = useServices();
  const missing = useMissingFor(connection, data.reading)('pause');
  const { found, error } = useIntegration(connection.endpoint);
  const refusal = refusalOf({
    ...{ irmAccess, found, connection, health, missing },
    pause: planPause(connection, data.reading).plan,
  });
  if (refusal?.code === 'integrationUnread' && error) {
    return t('drill.refusal.irm-failed', 'IRM could not be read, see "In IRM".');
  }
  return refusal && describeRefusal(refusal, actor);
}

const getStyles = (theme: GrafanaTheme2) => ({
  menu: css({
    maxWidth: `min(${theme.spacing(56)}, calc(100vw - ${theme.spacing(4)}))`,
    // Why something is not permitted takes more than a line; cut off it would say nothing.
    '& [role="menuitem"] *': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  }),
});
