import { Stack, Text } from '@grafana/ui';
import type { Drift } from '../../../connection/drift/drift';
import { PlanChanges } from '../../../ui/PlanChanges';
import { describeDrift } from '../../../ui/health/describeDrift';

/** Each difference in words, and field by field: as it is, and as a repair would make it. */
export function DriftFindings({ drifts }: { drifts: readonly Drift[] }) {
  return (
    <>
      {drifts.map((drift) => (
        <Stack key={`${drift.code} ${drift.obstacle?.reason ?? ''}`} direction="column" gap={0.5} alignItems="stretch">
          <Text element="p">{describeDrift(drift)}</Text>
          <PlanChanges changes={drift.changes} isNew={false} />
        </Stack>
      ))}
    </>
  );
}
