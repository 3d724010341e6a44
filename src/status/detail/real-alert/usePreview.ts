import { useMemo } from 'react';
import { FOLDER } from '../../../connection/desired/objects';
import type { Label } from '../../../connection/real-alert/labels';
import { labelsInUse, labelsLeadingTo, previewOf, type PreviewWay } from '../../../connection/real-alert/preview';
import { receiversOf } from '../../../connection/routing/receiversOf';
import { usePolicies } from '../../../ui/reading/useAllAlerting';
import type { Live } from '../parts/useLive';

export interface Preview {
  /** Undefined while policies are read, and when they cannot be. */
  ways: readonly PreviewWay[] | undefined;
  isReading: boolean;
  labelsInUse: readonly Label[];
  /** Labels that lead to the connection; undefined where none are known. */
  leading: readonly Label[] | undefined;
}

/** Where an alert with these labels would go by the notification policies as they are now. */
export function usePreview({ connection, data }: Live, labels: Readonly<Record<string, string>>): Preview {
  const policies = usePolicies();
  const { reading } = data;
  const root = policies.data;
  const receivers = useMemo(() => receiversOf(reading, undefined), [reading]);
  const own = useMemo(
    () => ({ alertname: 'IRM Connect: real alert test', grafana_folder: reading.folder.title ?? FOLDER.title }),
    [reading.folder.title]
  );
  const known = useMemo(
    () => ({
      labelsInUse: root ? labelsInUse(root) : [],
      leading: root && labelsLeadingTo(root, receivers, own, connection.id),
    }),
    [root, receivers, own, connection.id]
  );
  return {
    ways: root && previewOf(root, receivers, { ...labels, ...own }, connection.id),
    isReading: policies.isLoading,
    ...known,
  };
}
