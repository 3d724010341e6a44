import { t, Trans } from '@grafana/i18n';
import { Button, Checkbox, Modal, Stack, Text } from '@grafana/ui';
import { useRef, useState } from 'react';
import { labelProblem, labelSetOf, type Label } from '../../../connection/real-alert/labels';
import { planRealAlert } from '../../../connection/real-alert/plans';
import { untilOf, windowOf } from '../../../connection/real-alert/window';
import { evaluatedEvery } from '../../../connection/timing/evaluation';
import { ApplyFailure } from '../../../ui/ApplyFailure';
import { ChoiceField } from '../../../ui/ChoiceField';
import { useServices } from '../../../ui/data/services';
import { describeObstacle } from '../../../ui/describeObstacle';
import { newTestId } from '../../../ui/irm/arrival/useTest';
import { useApplyPlan } from '../../../ui/useApplyPlan';
import { useFocusWhile } from '../../../ui/useFocusWhile';
import type { Live } from '../parts/useLive';
import type { BegunAlert } from './begunAlert';
import { LabelFields } from './LabelFields';
import { PreviewNote } from './PreviewNote';
import { usePreview } from './usePreview';

interface Props {
  live: Live;
  onSent(begun: BegunAlert): void;
  onClose(): void;
}

type Way = 'policies' | 'direct';

/** What a policy gives that says nothing, in seconds. */
const POLICY_DEFAULTS = { groupWait: 30, groupInterval: 300 };
const DIRECT = { groupWait: 0, groupInterval: 1 };

/** What is to be known before an alert rule really fires, and what it is to carry. */
export function RealAlertDialog({ live, onSent, onClose }: Props) {
  const { connection, data } = live;
  const { userName = '' } = useServices();
  const { reading } = data;
  const [way, setWay] = useState<Way>('policies');
  const [chosen, setChosen] = useState<Label[]>();
  const [isKnown, setIsKnown] = useState(false);
  const begun = useRef<BegunAlert | undefined>(undefined);
  const bare = usePreview(live, {});
  const labels = chosen ?? [...(bare.leading ?? [])];
  const preview = usePreview(live, labelSetOf(labels));
  const run = useApplyPlan((outcome) => {
    if (outcome.result === 'applied' && begun.current) {
      onSent(begun.current);
    }
  });
  const closeButton = useFocusWhile(run.isRunning);
  const isFailed = !run.isRunning && run.outcome !== undefined && run.outcome.result !== 'applied';
  const receiver = way === 'direct' ? connection.alertContactPoint?.name : undefined;
  const evaluatedWithin = evaluatedEvery(0, reading.evaluation) + reading.evaluation.longestTick;
  const hasProblem = labels.some((_, index) => labelProblem(labels, index) !== undefined);

  const wish = () => {
    // Alertmanager may lead it to several contact points: the slowest that counts is waited for.
    const here = preview.ways?.filter(({ isHere }) => isHere) ?? [];
    const ways = here.length > 0 ? here : (preview.ways ?? []);
    const slowest = (field: 'groupWait' | 'groupInterval') =>
      ways.length > 0 ? Math.max(...ways.map((one) => one[field])) : POLICY_DEFAULTS[field];
    const timing =
      receiver === undefined ? { groupWait: slowest('groupWait'), groupInterval: slowest('groupInterval') } : DIRECT;
    const startedAt = Date.now() + data.clockOffset;
    const window = windowOf({ startedAt, ...timing }, reading.evaluation, data.replicas === 'several' ? 3 : 1);
    const mark = { startedAt, until: untilOf(window), ...timing, connection: connection.id, by: userName };
    return { mark, testId: newTestId(), labels: labelSetOf(labels), receiver };
  };
  const send = () => {
    const sent = wish();
    begun.current = sent;
    run.apply(planRealAlert(sent, reading));
  };
  const [obstacle] = planRealAlert(
    {
      mark: { startedAt: 0, until: 0, ...DIRECT, connection: connection.id, by: '' },
      testId: '',
      labels: {},
      receiver,
    },
    reading
  ).obstacles.filter(({ blocking }) => blocking);
  const sendLabel = t('real-alert.dialog.send', 'Send real alert now');
  const close = () => {
    run.stop();
    onClose();
  };

  return (
    <Modal title={t('real-alert.dialog.title', 'Send real alert')} isOpen onDismiss={close}>
      <Stack direction="column" gap={2} alignItems="stretch">
        <Text element="p">
          <Trans i18nKey="real-alert.dialog.intro">
            An alert rule fires once, and its alert is followed all the way: evaluated, routed, delivered, arrived in
            IRM, resolved. Then the rule is deleted. A test alert proves the contact point; this proves the way to it.
          </Trans>
        </Text>
        <ChoiceField
          label={t('real-alert.dialog.way', 'Way')}
          value={way}
          onChange={(value: Way) => setWay(value)}
          disabled={run.isRunning}
          options={[
            {
              value: 'policies',
              label: t('real-alert.dialog.policies', 'By the notification policies'),
              description: t('real-alert.dialog.policies-text', 'As any alert goes, by its labels.'),
            },
            {
              value: 'direct',
              label: t('real-alert.dialog.direct', 'Straight to the contact point'),
              description: t('real-alert.dialog.direct-text', 'As of a rule that names the contact point itself.'),
            },
          ]}
        />
        <LabelFields
          labels={labels}
          suggestions={way === 'policies' ? bare.labelsInUse : []}
          onChange={setChosen}
          isDisabled={run.isRunning}
        />
        {way === 'policies' && !hasProblem && (
          <PreviewNote preview={preview} connection={connection.id} evaluatedWithin={evaluatedWithin} />
        )}
        {obstacle && <Text element="p">{describeObstacle(obstacle)}</Text>}
        <div>
          <Checkbox
            label={t('real-alert.dialog.known', 'Whoever is on call knows')}
            description={t('real-alert.dialog.known-text', 'It may page people, like any alert with these labels.')}
            value={isKnown}
            disabled={run.isRunning}
            onChange={({ currentTarget }) => setIsKnown(currentTarget.checked)}
          />
        </div>
        {isFailed && run.outcome && <ApplyFailure outcome={run.outcome} button={sendLabel} />}
      </Stack>
      <Modal.ButtonRow>
        <Button ref={closeButton} variant="secondary" fill="outline" onClick={close}>
          {t('real-alert.dialog.cancel', 'Cancel')}
        </Button>
        <Button
          icon={run.isRunning ? 'spinner' : 'fire'}
          disabled={!isKnown || run.isRunning || hasProblem || obstacle !== undefined || preview.isReading}
          onClick={send}
        >
          {run.isRunning ? t('real-alert.dialog.sending', 'In progress...') : sendLabel}
        </Button>
      </Modal.ButtonRow>
    </Modal>
  );
}
