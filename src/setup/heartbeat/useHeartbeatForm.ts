import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Connection } from '../../connection/ownership/connections';
import { contactPointNames, type GrafanaReading } from '../../connection/reading/reading';
import type { TimingForm } from '../../ui/timing/timingForm';
import { loadChoices } from './heartbeatChoices';
import { formFrom, type HeartbeatForm } from './heartbeatForm';

/** The form of the heartbeat; what exists fills it. `addressInIrm` is the heartbeat endpoint as IRM's API names it. */
export function useHeartbeatForm(connection: Connection, reading: GrafanaReading, addressInIrm: string | undefined) {
  const [chosen] = useState(() => loadChoices(connection.id));
  const form = useForm<HeartbeatForm>({
    mode: 'onChange',
    // What others changed meanwhile is taken over, except in fields that the person has touched.
    values: formFrom(connection, contactPointNames(reading), chosen, reading.evaluation, addressInIrm),
    resetOptions: { keepDirtyValues: true },
  });
  const values = useWatch({ control: form.control, compute: (all: HeartbeatForm) => all });
  const changeTiming = (changed: TimingForm) => {
    form.setValue('interval', changed.interval, { shouldDirty: true });
    form.setValue('preset', changed.preset, { shouldDirty: true });
    form.setValue('timing', changed.timing, { shouldDirty: true });
  };
  return { form, values, changeTiming };
}
