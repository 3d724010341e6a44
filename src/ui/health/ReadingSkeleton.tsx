import { useFirstReading } from '../reading/firstReading';
import { StillReading } from '../StillReading';
import { partText } from './partText';

/** Holds the place of what takes the whole of the first reading. */
export const ReadingSkeleton = ({ lines }: { lines: number }) => (
  <StillReading lines={lines} parts={useFirstReading().awaited.map(partText)} />
);
