import type { Health } from '../../connection/health/types';
import { describeHealth } from '../../ui/health/describeHealth';
import { useToday } from '../../ui/time/ServerClock';

/** Why a heartbeat is in its state. */
export default function Reason({ health }: { health: Health }) {
  return <>{describeHealth(health, useToday())}</>;
}
