import { useState } from 'react';
import { labelProblem, labelSetOf, type Label } from '../../../connection/real-alert/labels';
import type { Live } from '../parts/useLive';
import { usePreview } from './usePreview';

/** By the notification policies, as any alert goes, or as one of a rule that names its contact point. */
export type Way = 'policies' | 'direct';

export type RealAlertChoice = ReturnType<typeof useRealAlertChoice>;

/** Which labels the alert is to carry and which way it is to go, and where that would lead it. */
export function useRealAlertChoice(live: Live) {
  const [way, setWay] = useState<Way>('policies');
  const [chosen, setChosen] = useState<Label[]>();
  const bare = usePreview(live, {});
  const labels = chosen ?? [...(bare.leading ?? [])];
  return {
    way,
    setWay,
    labels,
    setLabels: setChosen,
    suggestions: way === 'policies' ? bare.labelsInUse : [],
    preview: usePreview(live, labelSetOf(labels)),
    hasProblem: labels.some((_, index) => labelProblem(labels, index) !== undefined),
  };
}
