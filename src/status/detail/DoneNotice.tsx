import { t, Trans } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import { useRef } from 'react';
import { ConsequenceList } from './actions/ConsequenceList';
import { LeftList } from './actions/LeftList';
import { useFocusAfterDialog } from '../../ui/useFocusAfterDialog';
import type { Done } from './actions/types';

interface Props {
  done: Done;
  onUndo(): void;
  onClose(): void;
}

/** What was done, what is left to do, and the way back. Takes the focus that the dialog leaves behind. */
export function DoneNotice({ done, onUndo, onClose }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const { left = [] } = done;
  useFocusAfterDialog(ref, done);
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-label={done.title}>
      <Alert
        severity={left.length > 0 ? 'warning' : 'success'}
        title={done.title}
        onRemove={onClose}
        buttonContent={t('status.done.close', 'Close')}
        bottomSpacing={0}
      >
        <Stack direction="column" gap={1} alignItems="flex-start">
          {left.length > 0 && <LeftList left={left} />}
          <ConsequenceList consequences={done.consequences} />
          {done.undo && (
            <Button size="sm" variant="secondary" icon="history" onClick={onUndo}>
              <Trans i18nKey="status.done.undo">Take it back</Trans>
            </Button>
          )}
        </Stack>
      </Alert>
    </div>
  );
}
