import type { EndpointReading } from '../../connection/endpoint/readEndpoint';
import type { Connection } from '../../connection/ownership/connections';
import { EndpointFacts } from '../step/EndpointFacts';
import { AlreadyConnected } from './AlreadyConnected';
import { EndpointNotes } from './EndpointNotes';
import { EndpointSuggestion } from './EndpointSuggestion';
import { NearTwin } from './NearTwin';

interface Props {
  reading: EndpointReading;
  /** The connection of this address. */
  existing: Connection | undefined;
  /** One whose address differs and is the same integration. */
  twin: Connection | undefined;
  onUse(address: string): void;
}

/** What was read out of the address that was entered, and what to beware of. */
export default function AboutEndpoint({ reading, existing, twin, onUse }: Props) {
  return reading.ok ? (
    <>
      <EndpointFacts endpoint={reading.endpoint} />
      <EndpointNotes notes={reading.notes} />
      {existing && <AlreadyConnected connection={existing} />}
      {twin && <NearTwin endpoint={reading.endpoint} twin={twin} />}
    </>
  ) : (
    <EndpointSuggestion reading={reading} onUse={onUse} />
  );
}
