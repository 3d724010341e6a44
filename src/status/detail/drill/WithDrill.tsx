import type { ReactNode } from 'react';
import { drillOn } from '../../../connection/desired/drillMark';
import type { Live } from '../parts/useLive';
import { DrillFound } from './DrillFound';
import { DrillOffer } from './DrillOffer';
import { DrillRun } from './DrillRun';
import { useDrill } from './useDrill';

/**
 * The drill beside the rest of a connection's page: above it while one runs or was left, which is then what matters
 * most, and otherwise at its end, away from what is done every day.
 */
export function WithDrill({ live, children }: { live: Live; children: ReactNode }) {
  const control = useDrill(live);
  const { rule } = live.connection;
  const found = rule && drillOn(rule);
  if (control.running) {
    return (
      <>
        <DrillRun live={live} control={control} running={control.running} />
        {children}
      </>
    );
  }
  // The dialog sees its own pause before it has told of it.
  if (found && !control.isAsking) {
    return (
      <>
        <DrillFound live={live} control={control} found={found} />
        {children}
        {found.state === 'over' && <DrillOffer live={live} control={control} />}
      </>
    );
  }
  return (
    <>
      {children}
      {rule && <DrillOffer live={live} control={control} />}
    </>
  );
}
