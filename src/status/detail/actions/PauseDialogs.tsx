import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import { planPause, planResume } from '../../../connection/actions/pause';
import { useReplicasKnown } from '../../../ui/reading/useReplicasKnown';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';

/** Stops the beats on purpose, and says what IRM makes of it. */
export function PauseDialog(props: DialogProps) {
  const { connection, reading } = props;
  const action = useMemo(() => planPause(connection, reading), [connection, reading]);
  return (
    <PlanDialog
      {...props}
      title={t('status.pause.title', 'Pause the heartbeat')}
      intro={t(
        'status.pause.intro',
        'The alert rule is paused and no more beats leave. Alerts of other rules go on reaching IRM. If IRM should not raise an alert, put the integration into maintenance or reset its heartbeat there.'
      )}
      action={action}
      applyLabel={t('status.pause.apply', 'Pause')}
      doneTitle={t('status.pause.done', 'The heartbeat is paused')}
    />
  );
}

/** Lets the beats go on. */
export function ResumeDialog(props: DialogProps) {
  const { connection, reading } = props;
  const replicas = useReplicasKnown();
  const action = useMemo(() => planResume(connection, reading, replicas), [connection, reading, replicas]);
  return (
    <PlanDialog
      {...props}
      title={t('status.resume.title', 'Resume the heartbeat')}
      intro={t('status.resume.intro', 'The alert rule is evaluated again, and beats leave.')}
      action={action}
      applyLabel={t('status.resume.apply', 'Resume')}
      doneTitle={t('status.resume.done', 'The heartbeat runs again')}
    />
  );
}
