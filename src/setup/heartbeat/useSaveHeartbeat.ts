import { t } from '@grafana/i18n';
import { useRef, useState } from 'react';
import type { Connection } from '../../connection/ownership/connections';
import { planConnection } from '../../connection/plan/planConnection';
import { isBlocked, isUpToDate, neededSecrets } from '../../connection/plan/types';
import type { Secrets } from '../../connection/webhook/access';
import { toast } from '../../ui/toast';
import { useApplyPlan } from '../../ui/useApplyPlan';
import { useMissingRights } from '../../ui/useMissingRights';
import type { StepProps } from '../step/stepProps';
import { forgetChoices, saveChoices } from './heartbeatChoices';
import { desiredOf, type HeartbeatForm } from './heartbeatForm';

interface Given extends Pick<StepProps, 'reading' | 'data' | 'note' | 'goTo'> {
  connection: Connection;
  values: HeartbeatForm;
  /** What the form asked for is stored. */
  onStored(): void;
  /** There is something to read about saving. */
  onNews(): void;
}

/** Plans and saves what the form asks for, and goes on once a new heartbeat is there. */
export function useSaveHeartbeat({ connection, reading, values, data, note, goTo, onStored, onNews }: Given) {
  const [secrets, setSecrets] = useState<Secrets>({});
  /** By the server's clock. */
  const pressedAt = useRef<number | undefined>(undefined);
  const isNew = connection.stage !== 'complete';
  const run = useApplyPlan((outcome) => {
    if (outcome.result !== 'applied') {
      return onNews();
    }
    forgetChoices(connection.id);
    onStored();
    setSecrets({});
    if (!isNew) {
      return onNews();
    }
    note({ enabledAt: pressedAt.current, firstBeatAt: undefined });
    toast(t('setup.heartbeat.added', 'Heartbeat added'));
    goTo('verify');
  });
  const desired = desiredOf(values, connection);
  const needed = desired && neededSecrets(planConnection(desired, reading));
  const plan = desired && planConnection({ ...desired, secrets }, reading);
  const isFinished = plan !== undefined && isUpToDate(plan);
  const missing = useMissingRights(plan && !isFinished ? plan : 'changeRule');
  const isNext = isFinished && !isNew;
  const cannotSave = !isNext && (missing.length > 0 || (plan !== undefined && isBlocked(plan)));

  const submit = (submitted: HeartbeatForm) => {
    if (isNext) {
      goTo('verify');
    } else if (plan && !cannotSave && !run.isRunning) {
      saveChoices(connection.id, submitted);
      pressedAt.current = Date.now() + data.clockOffset;
      run.apply(plan);
    }
  };

  return {
    /** Undefined while a field cannot be read. */
    plan,
    needed,
    secrets,
    setSecrets,
    run,
    missing,
    /** The connection is not complete: what is saved is added to it. */
    isNew,
    isFinished,
    /** There is nothing to save: the primary button leads on. */
    isNext,
    cannotSave,
    submit,
  };
}
