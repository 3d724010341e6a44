import { useMemo } from 'react';
import type { TimingEnvironment } from '../../connection/timing/gap';
import { useServices } from '../data/services';
import { useReplicasKnown } from '../reading/useReplicasKnown';

/** What a timing here depends on besides its own values. */
export function useTimingEnvironment(): TimingEnvironment {
  const { evaluation } = useServices().capabilities;
  const replicas = useReplicasKnown();
  return useMemo(() => ({ replicas, evaluation }), [replicas, evaluation]);
}
