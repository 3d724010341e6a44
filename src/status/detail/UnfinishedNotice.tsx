import { useState, type ComponentProps } from 'react';
import { remainingIn } from '../../connection/apply/remainingIn';
import type { GrafanaReading } from '../../connection/reading/reading';
import { RemainingSteps } from '../../ui/StepList';
import type { Done, Unfinished } from './actions/types';
import DoneNotice from './DoneNotice';

interface Props extends Omit<ComponentProps<typeof DoneNotice>, 'about'> {
  /** Of Grafana as it is now. */
  reading: GrafanaReading | undefined;
}

/** What was done, and of a change that broke off what remains for as long as Grafana does not show all of it. */
export default function UnfinishedNotice({ done, reading, children, ...props }: Props) {
  const { unfinished, remaining } = useRemaining(done, reading);
  if (!unfinished) {
    return <DoneNotice {...props} done={{ ...done, unfinished }} about={done} />;
  }
  const partly: Done = {
    ...done,
    title: unfinished.title,
    undo: undefined,
    // As long as heartbeats go to the old integration there is nothing to do in IRM.
    consequences: unfinished.goOn === 'rotateEndpoint' ? [] : done.consequences,
  };
  // A rule that the reading does not show at all, as one that failed or that lags behind, tells nothing.
  const isUncertain = remaining.some(
    ({ object, uid }) => object === 'rule' && !reading?.rules.some((rule) => rule.uid === uid)
  );
  return (
    <DoneNotice {...props} done={partly} about={done}>
      <RemainingSteps steps={remaining} isUncertain={isUncertain} />
      <div>{children}</div>
    </DoneNotice>
  );
}

/** What is left of a change that broke off, until a reading shows all of it: what happens to its objects then is no part of it. */
function useRemaining({ unfinished }: Done, reading: GrafanaReading | undefined) {
  const [whole, setWhole] = useState<Unfinished>();
  if (!unfinished || unfinished === whole) {
    return { unfinished: undefined, remaining: [] };
  }
  const remaining = reading ? remainingIn(unfinished.plan, reading) : [];
  if (reading && remaining.length === 0) {
    setWhole(unfinished);
  }
  return { unfinished, remaining };
}
