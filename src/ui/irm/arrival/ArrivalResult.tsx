import { css } from '@emotion/css';
import { t } from '@grafana/i18n';
import { Spinner, Stack, Text, useStyles2 } from '@grafana/ui';
import { useEffect, useRef } from 'react';
import type { IrmIntegration } from '../../../connection/irm/irmPort';
import type { Endpoint } from '../../../connection/model';
import { ArrivalQuestion } from '../../ArrivalQuestion';
import { formatSeconds } from '../../formatSeconds';
import { useServerTime } from '../../time/useServerTime';
import { IrmErrorAlert } from '../IrmErrorAlert';
import { Arrived, Joined } from './Arrived';
import { NotArrived } from './NotArrived';
import type { OpenTest } from './openTests';
import { useArrival } from './useArrival';

interface Props {
  test: OpenTest;
  sentTo: Endpoint;
  integration: IrmIntegration;
  resolvesAfterwards: boolean;
  /** Grafana has no answer of the target, so the test may never have left. */
  isUncertain?: boolean;
  /** The contact point sends something else than Grafana's own payload. */
  hasOwnPayload?: boolean;
  isOld?: boolean;
  onSeen?: (() => void) | undefined;
}

/** Looks for one test in IRM and tells what became of it. */
export function ArrivalResult(props: Props) {
  const { test, sentTo, integration, resolvesAfterwards, isOld = false, onSeen } = props;
  const { isUncertain = false, hasOwnPayload = false } = props;
  const state = useArrival({ integrationId: integration.id, test, resolvesAfterwards, isOld });
  const styles = useStyles2(getStyles);
  const box = useRef<HTMLDivElement>(null);
  const { arrival } = state;
  const isSeen = arrival?.kind === 'arrived' || arrival?.kind === 'joined';
  const tell = useRef(onSeen);
  useEffect(() => void (tell.current = onSeen), [onSeen]);
  useEffect(() => {
    if (isSeen) {
      tell.current?.();
    }
  }, [isSeen]);
  /** The button that was pressed goes away; whoever uses the keyboard stays here. */
  const keepFocus =
    <Args extends unknown[]>(act: (...args: Args) => void) =>
    (...args: Args) => {
      box.current?.focus();
      act(...args);
    };
  const resolve = keepFocus(state.resolve);
  const lookAgain = keepFocus(state.lookAgain);
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      {!arrival && <Looking sentAt={test.sentAt} isOld={isOld} />}
      {arrival?.kind === 'arrived' && <Arrived arrival={arrival} closing={state.closing} onResolve={resolve} />}
      {arrival?.kind === 'joined' && <Joined arrival={arrival} closing={state.closing} onResolve={resolve} />}
      {arrival?.kind === 'notArrived' &&
        (isOld ? (
          <Text element="p">
            {t('irm.arrival.old-not-found', 'It is not among the open alert groups in IRM. Nothing to resolve.')}
          </Text>
        ) : (
          <NotArrived {...{ arrival, sentTo, integration, isUncertain, hasOwnPayload }} onLookAgain={lookAgain} />
        ))}
      {arrival?.kind === 'failed' && (
        <Stack direction="column" gap={2} alignItems="stretch">
          {/* The spinner takes its place at once. */}
          <IrmErrorAlert error={arrival.error} onRetry={lookAgain} isRetrying={false} />
          {!isOld && <ArrivalQuestion isHeartbeat={false} onSeen={onSeen} />}
        </Stack>
      )}
    </div>
  );
}

/** The seconds tick outside of what is read aloud. */
function Looking({ sentAt, isOld }: { sentAt: number; isOld: boolean }) {
  const now = useServerTime(0);
  return (
    <Stack direction="row" gap={1} alignItems="center">
      <Spinner inline />
      <Text>{t('irm.arrival.looking', 'Looking for it in IRM...')}</Text>
      {!isOld && (
        <span aria-live="off">
          <Text color="secondary">{formatSeconds(Math.max(0, Math.floor((now - sentAt) / 1000)))}</Text>
        </span>
      )}
    </Stack>
  );
}

const getStyles = () => ({
  box: css({ minWidth: 0, overflowWrap: 'anywhere', '&:focus:not(:focus-visible)': { outline: 'none' } }),
});
