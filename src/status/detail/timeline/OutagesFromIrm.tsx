import { useMemo, type ReactNode } from 'react';
import { outagesOf } from '../../../connection/irm/outages';
import { useIntegration } from '../../../ui/irm/useIntegration';
import { useOutageGroups } from '../../../ui/irm/useOutageGroups';
import type { Live } from '../parts/useLive';
import type { Span } from './plotLayout';

interface Props {
  live: Live;
  children(outages: readonly Span[]): ReactNode;
}

const NONE: readonly Span[] = [];

/** Gives a picture the outages that IRM remembers, once they are known. */
export function OutagesFromIrm({ live, children }: Props) {
  const { found } = useIntegration(live.connection.endpoint);
  return found?.kind === 'found' && found.integration.heartbeatUrl !== undefined ? (
    <OfIntegration integrationId={found.integration.id} live={live}>
      {children}
    </OfIntegration>
  ) : (
    children(NONE)
  );
}

function OfIntegration({ integrationId, live, children }: Props & { integrationId: string }) {
  const { health, data } = live;
  const { serverTime } = data.reading;
  const { value } = useOutageGroups(integrationId, serverTime);
  const outages = useMemo(() => {
    const span = value && { from: value.from, to: Math.max(value.to, serverTime) };
    return span
      ? outagesOf(value.groups, span, health.lastBeat).map(({ from, to = from }): Span => ({ from, to }))
      : NONE;
  }, [value, serverTime, health.lastBeat]);
  return children(outages);
}
