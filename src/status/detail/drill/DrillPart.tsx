import { drillOn } from '../../../connection/desired/drillMark';
import type { Live } from '../parts/useLive';
import type { BegunDrill } from './begunDrill';
import { DrillFound } from './DrillFound';
import { DrillRun } from './DrillRun';
import { useDrill } from './useDrill';

interface Props {
  live: Live;
  /** The drill that this page has just begun. */
  begun: BegunDrill | undefined;
}

/** A drill that runs, has ended, or was left. While there is one, it is what matters most on the page. */
export default function DrillPart({ live, begun }: Props) {
  const control = useDrill(live, begun);
  const { rule } = live.connection;
  const found = rule && drillOn(rule);
  if (control.running) {
    return <DrillRun live={live} control={control} running={control.running} />;
  }
  return found ? <DrillFound live={live} control={control} found={found} /> : null;
}
