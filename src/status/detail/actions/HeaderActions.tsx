import { t } from '@grafana/i18n';
import { Button, Dropdown, Icon, Stack } from '@grafana/ui';
import { memo, useId } from 'react';
import { missingInShort } from '../../../ui/describeMissingRights';
import { useServices } from '../../../ui/data/services';
import type { Live } from '../parts/useLive';
import { useMissingFor } from './useMissingFor';
import { headerActions } from './actionList';
import { MoreMenu } from './MoreMenu';
import type { ActionId } from './types';

interface Props {
  live: Live;
  onAction(action: ActionId): void;
}

/** What can be done to a connection. Each opens a dialog that shows what would happen first. */
export const HeaderActions = memo(function HeaderActions({ live, onAction }: Props) {
  const { actor } = useServices();
  const missingFor = useMissingFor(live.connection, live.data.reading);
  const moreId = useId();
  const choose = (action: ActionId) => {
    // A dialog hands the focus back to what had it, and the item of the menu will be gone by then.
    document.getElementById(moreId)?.focus();
    onAction(action);
  };
  return (
    <Stack direction="row" gap={1} wrap="wrap">
      {headerActions(live).map(({ id, label, icon }) => {
        const missing = missingFor(id);
        return (
          <Button
            key={id}
            icon={icon}
            variant="secondary"
            disabled={missing.length > 0}
            tooltip={missing.length > 0 ? missingInShort(missing, actor) : undefined}
            onClick={() => onAction(id)}
          >
            {label}
          </Button>
        );
      })}
      <Dropdown overlay={() => <MoreMenu live={live} onAction={choose} />} placement="bottom-end">
        <Button id={moreId} variant="secondary">
          {t('status.action.more', 'More')}
          <Icon name="angle-down" aria-hidden />
        </Button>
      </Dropdown>
    </Stack>
  );
});
