import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import { planPause, planResume } from '../../../connection/actions/pause';
import { useReplicasKnown } from '../../../ui/reading/useReplicasKnown';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';

/** Stops the heartbeat on purpose, and says what IRM makes of it. */
export function PauseDialog(props: DialogProps) {
  const { connection, reading } = props;
  const action = useMemo(() => planPause(connection, reading), [connection, reading]);
  return (
    <PlanDialog
      {...props}
      title={t('status.pause.title', 'Pause heartbeat')}
      intro={t(
        'status.pause.intro',
        'Pauses the alert rule, so no heartbeats are sent. Other alerts still reach IRM. To keep IRM from paging, put the integration into maintenance or reset its heartbeat there.'
      )}
      action={action}
      applyLabel={t('status.pause.apply', 'Pause')}
      doneTitle={t('status.pause.done', 'Heartbeat paused')}
    />
  );
}

/** Lets the heartbeat go on. */
export function ResumeDialog(props: DialogProps) {
  const { connection, reading } = props;
  const replicas = useReplicasKnown();
  const action = useMemo(() => planResume(connection, reading, replicas), [connection, reading, replicas]);
  return (
    <PlanDialog
      {...props}
      title={t('status.resume.title', 'Resume heartbeat')}
      intro={t('status.resume.intro', 'Resumes the alert rule, so heartbeats are sent again.')}
      action={action}
      applyLabel={t('status.resume.apply', 'Resume')}
      doneTitle={t('status.resume.done', 'Heartbeat resumed')}
    />
  );
}
