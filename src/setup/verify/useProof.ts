import { useEffect, useMemo, useRef } from 'react';
import { isSentElsewhere, isTooSoonForASecond, proofOf, type Proof } from '../../connection/health/proof';
import type { Connection } from '../../connection/ownership/connections';
import { useIrmSide } from '../../ui/irm/useIrmSide';
import { useAlertmanagers } from '../../ui/reading/useAlertmanagers';
import { useReading } from '../../ui/reading/useReading';
import type { StepProps } from '../step/stepProps';

/** While a beat is waited for, Grafana is asked this often; milliseconds. */
const WATCH_MS = 2_000;
const AFTERWARDS_MS = 10_000;

type Watched = Pick<StepProps, 'data' | 'journey' | 'note'> & { connection: Connection };

/**
 * Watches how far rule and delivery have come: closely until a beat was delivered, or must have been by a replica that
 * cannot be seen from here, and with the reason when none comes. The journey is told of the first beat.
 */
export function useProof({ connection, data, journey, note }: Watched): Proof {
  const { reading, memory, driftOf, replicas } = data;
  const { enabledAt } = journey;
  const known = useMemo(
    () => ({ connection, since: enabledAt, reading, memory, driftOf, replicas }),
    [connection, enabledAt, reading, memory, driftOf, replicas]
  );
  const bare = useMemo(() => proofOf(known), [known]);
  // Asked for only once there is something to explain.
  const alertmanagers = useAlertmanagers(bare.diagnosis !== undefined);
  const irmSide = useIrmSide(connection, bare.diagnosis);
  const proof = alertmanagers || irmSide ? proofOf({ ...known, alertmanagers, irmSide }) : bare;
  const isNotToBeSeen = isSentElsewhere(proof) || proof.diagnosis?.code === 'evaluatesNothing';
  const isDelivered = proof.delivery === 'delivered';
  useReading({ refreshMs: isDelivered || isNotToBeSeen ? AFTERWARDS_MS : WATCH_MS });

  const firstBeatAt = isDelivered && enabledAt !== undefined ? proof.lastAttempt : undefined;
  const isFirst = firstBeatAt !== undefined && journey.firstBeatAt === undefined;
  const promisedBy = useRef<number | undefined>(undefined);
  useEffect(() => {
    promisedBy.current = bare.promisedBy ?? promisedBy.current;
    if (!isFirst || enabledAt === undefined) {
      return;
    }
    // Whoever did not look until now sees the newest heartbeat, which need not be the first.
    const wasWatchedFor = promisedBy.current !== undefined && firstBeatAt <= promisedBy.current;
    if (wasWatchedFor || isTooSoonForASecond(connection, enabledAt, firstBeatAt)) {
      note({ firstBeatAt });
    }
  }, [isFirst, firstBeatAt, bare.promisedBy, connection, enabledAt, note]);
  return proof;
}
