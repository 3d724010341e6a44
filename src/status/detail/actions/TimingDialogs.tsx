import { t } from '@grafana/i18n';
import { useMemo, useState, type ReactNode } from 'react';
import { currentTiming, planAdopt, planChangeTiming } from '../../../connection/actions/change';
import { DEFAULT_HEARTBEAT_INTERVAL, proposeTiming } from '../../../connection/timing/presets';
import { IntervalField } from '../../../ui/IntervalField';
import { TimingFields } from '../../../ui/timing/TimingFields';
import { timingFormOf, timingOf, withInterval } from '../../../ui/timing/timingForm';
import { TimingOutlook } from '../../../ui/timing/TimingOutlook';
import { neededSecrets } from '../../../connection/plan/types';
import type { Secrets } from '../../../connection/webhook/access';
import { SecretFields } from '../../../ui/SecretFields';
import { AdoptFindings } from './AdoptFindings';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';

/** Another heartbeat interval or another timing. */
export function TimingDialog(props: DialogProps) {
  return (
    <DialogWithTiming
      {...props}
      planWith={planChangeTiming}
      title={t('status.timing.title', 'Timing')}
      intro={t(
        'status.timing.intro',
        'The heartbeat interval must be the same here and in IRM. To make it longer, change IRM first; to make it shorter, change Grafana first.'
      )}
      applyLabel={t('status.timing.apply', 'Change')}
      doneTitle={t('status.timing.done', 'Timing changed')}
    />
  );
}

/** Takes over a connection that was made by hand. */
export function AdoptDialog(props: DialogProps) {
  return (
    <DialogWithTiming
      {...props}
      planWith={planAdopt}
      findings={<AdoptFindings connection={props.connection} reading={props.reading} />}
      title={t('status.adopt.title', 'Adopt connection')}
      intro={t(
        'status.adopt.intro',
        'Adds labels and annotations so that the plugin manages these objects from now on. Nothing that works is replaced, and names stay the same.'
      )}
      applyLabel={t('status.adopt.apply', 'Adopt')}
      doneTitle={t('status.adopt.done', 'Connection adopted')}
    />
  );
}

interface Props extends DialogProps {
  planWith: typeof planChangeTiming;
  /** What is worth knowing before. */
  findings?: ReactNode;
  title: string;
  intro: string;
  applyLabel: string;
  doneTitle: string;
}

const NONE: Secrets = {};

function DialogWithTiming({ planWith, findings, ...props }: Props) {
  const { connection, reading, typed, onType } = props;
  const hasHeartbeat = currentTiming(connection, reading) !== undefined;
  const [form, setForm] = useState(() => {
    const { interval, timing } = currentTiming(connection, reading) ?? {
      interval: DEFAULT_HEARTBEAT_INTERVAL,
      timing: proposeTiming(DEFAULT_HEARTBEAT_INTERVAL, reading.evaluation),
    };
    return timingFormOf(timing, interval, reading.evaluation);
  });
  const { secrets = NONE } = typed;
  const planFor = useMemo(() => {
    const timing = timingOf(form.timing);
    const change = timing && { interval: form.interval, timing };
    return change && ((entered: Secrets) => planWith(connection, reading, change, entered));
  }, [planWith, connection, reading, form]);
  const needed = useMemo(() => (planFor ? neededSecrets(planFor({}).plan) : undefined), [planFor]);
  const action = useMemo(() => planFor?.(secrets), [planFor, secrets]);
  return (
    <PlanDialog {...props} action={action}>
      {(isDisabled) =>
        hasHeartbeat && (
          <>
            {findings}
            <SecretFields
              needed={needed}
              values={secrets}
              onChange={(entered) => onType({ secrets: entered })}
              disabled={isDisabled}
            />
            <IntervalField
              value={form.interval}
              disabled={isDisabled}
              onChange={(interval) => setForm(withInterval(form, interval, reading.evaluation))}
            />
            <TimingFields value={form} onChange={setForm} disabled={isDisabled} />
            <TimingOutlook timing={timingOf(form.timing)} interval={form.interval} />
          </>
        )
      }
    </PlanDialog>
  );
}
