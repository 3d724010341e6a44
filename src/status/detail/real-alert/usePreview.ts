import { useMemo } from 'react';
import { FOLDER } from '../../../connection/desired/objects';
import type { AlertRule } from '../../../connection/policies/types';
import type { Label } from '../../../connection/real-alert/labels';
import { labelsInUse, labelsLeadingTo, previewOf, type PreviewWay } from '../../../connection/real-alert/preview';
import { receiversOf } from '../../../connection/routing/receiversOf';
import { isAwaited } from '../../../ui/data/isAwaited';
import { usePolicies } from '../../../ui/reading/useAllAlerting';
import { useOpenness } from '../../../ui/reading/useOpenness';
import type { Live } from '../parts/useLive';

/** It goes by the policies alone. */
const NONE: readonly AlertRule[] = [];

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
  const openness = useOpenness(
    NONE,
    useMemo(() => (root ? [root] : []), [root]),
    reading.serverTime
  );
  const receivers = useMemo(() => receiversOf(reading, undefined), [reading]);
  const own = useMemo(
    () => ({ alertname: 'IRM Connect: real alert test', grafana_folder: reading.folder.title ?? FOLDER.title }),
    [reading.folder.title]
  );
  const basis = useMemo(() => root && openness && { policies: root, receivers, openness }, [root, receivers, openness]);
  const known = useMemo(
    () => ({
      labelsInUse: root ? labelsInUse(root) : [],
      leading: basis && labelsLeadingTo(basis, own, connection.id),
    }),
    [root, basis, own, connection.id]
  );
  return {
    ways: basis && previewOf(basis, { ...labels, ...own }, connection.id),
    isReading: isAwaited(policies) || (root !== undefined && !openness),
    ...known,
  };
}
