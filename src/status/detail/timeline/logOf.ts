import type { BeatStretch } from '../../../connection/health/beatLog';
import { memoryKey } from '../../../connection/health/memory';
import type { Live } from '../parts/useLive';

const NONE: readonly BeatStretch[] = [];

/** What this browser has seen of the deliveries of a connection, oldest first. */
export const logOf = ({ connection, data }: Live): readonly BeatStretch[] =>
  data.memory.log[memoryKey(connection)] ?? NONE;
