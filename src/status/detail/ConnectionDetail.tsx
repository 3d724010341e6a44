import { lazy, memo, useState } from 'react';
import { drillOn } from '../../connection/desired/drillMark';
import { isAboutAddress } from '../../ui/describeMissingRights';
import { Loaded } from '../../ui/Loaded';
import { MissingRights } from '../../ui/MissingRights';
import { menuActions, headerActions } from './actions/actionList';
import type { ActionId } from './actions/types';
import { ChecklistSection } from './checklist/ChecklistSection';
import { IrmSection } from './irm/IrmSection';
import type { BegunDrill } from './drill/begunDrill';
import { useAskedAction } from './actions/useAskedAction';
import type { Live } from './parts/useLive';
import type { BegunAlert } from './real-alert/begunAlert';
import { useMissingFor } from './actions/useMissingFor';
import { MadeByHand } from './MadeByHand';
import { StateCard } from './StateCard';
import { TimelineSection } from './timeline/TimelineSection';
import { TimingSection } from './timing/TimingSection';

const DrillPart = lazy(() => import('./drill/DrillPart'));
const RealAlertPart = lazy(() => import('./real-alert/RealAlertPart'));

interface Props {
  live: Live;
  onAction(action: ActionId): void;
  /** The drill that this page has just begun. */
  begunDrill: BegunDrill | undefined;
  isAskingDrill: boolean;
  /** The real alert that this page has just sent. */
  begunAlert: BegunAlert | undefined;
}

/** State first, then what to do, then the evidence. That a refresh begins draws nothing of it. */
export const ConnectionDetail = memo(function ConnectionDetail(props: Props) {
  const { live, onAction, begunDrill, isAskingDrill, begunAlert } = props;
  const { rule, heartbeatContactPoint, interval } = live.connection;
  const missingFor = useMissingFor(live.connection, live.data.reading);
  useAskedAction((action) => missingFor(action).length === 0, onAction);
  const actions = [...headerActions(live), ...menuActions(live), { id: 'remove' as const }].filter(
    ({ id }) => id !== 'drill' && id !== 'realAlert'
  );
  const lacking = actions.map(({ id }) => missingFor(id));
  const missing = [...new Set(lacking.flat())];
  // Whoever did not make a contact point lacks it nearly everywhere, and nearly never needs it: its action says so itself.
  const isRare = isAboutAddress(missing) && live.health.nextAction !== 'rotateEndpoint';
  const hasHeartbeat = rule !== undefined || heartbeatContactPoint !== undefined;
  // The dialog sees its own pause before it has told of it.
  const hasDrill = begunDrill !== undefined || (!isAskingDrill && rule !== undefined && drillOn(rule) !== undefined);
  const [showsDrill, setShowsDrill] = useState(hasDrill);
  if (hasDrill && !showsDrill) {
    // From then on: its report outlasts the mark on the rule.
    setShowsDrill(true);
  }
  const hasAlert = begunAlert !== undefined || (live.data.reading.realAlertRules ?? []).length > 0;
  const [showsAlert, setShowsAlert] = useState(hasAlert);
  if (hasAlert && !showsAlert) {
    // From then on, too: its report outlasts the rule.
    setShowsAlert(true);
  }
  return (
    <>
      <StateCard live={live} onAction={onAction} />
      <MadeByHand live={live} onAction={onAction} />
      {showsDrill && (
        <Loaded>
          <DrillPart key={begunDrill?.mark.startedAt} live={live} begun={begunDrill} />
        </Loaded>
      )}
      {showsAlert && (
        <Loaded>
          <RealAlertPart live={live} begun={begunAlert} />
        </Loaded>
      )}
      {!isRare && <MissingRights missing={missing} isPartial={lacking.some((one) => one.length === 0)} />}
      {hasHeartbeat && <TimelineSection live={live} />}
      <ChecklistSection live={live} onAction={onAction} />
      <IrmSection live={live} onAction={onAction} />
      {rule && <TimingSection rule={rule} interval={interval} isDown={live.health.state === 'down'} />}
    </>
  );
});
