import { t } from '@grafana/i18n';
import { Button, Stack, Text } from '@grafana/ui';
import { calculateTiming } from '../../connection/timing/calculateTiming';
import type { HeartbeatTiming } from '../../connection/model';
import { presets } from '../../connection/timing/presets';
import type { TimingEnvironment } from '../../connection/timing/gap';
import { verbatim } from '../../ui/verbatim';
import { SchedulePicture } from '../../ui/timing/SchedulePicture';
import { scheduleSentence } from '../../ui/timing/scheduleSentence';
import type { TimingForm } from '../../ui/timing/timingForm';
import { TimingVerdictNote } from '../../ui/timing/TimingVerdictNote';

interface Props {
  timing: HeartbeatTiming;
  interval: number;
  environment: TimingEnvironment;
  preset: TimingForm['preset'];
  disabled: boolean;
  onBalance(): void;
}

/** What the timing leads to: a picture, a sentence, and what speaks against it. */
export function HeartbeatSchedule({ timing, interval, environment, preset, disabled, onBalance }: Props) {
  const report = calculateTiming(timing, interval, environment);
  const { verdict } = report;
  const retries = verdict.reasons.find(({ code }) => code === 'retriesUseUpAllowance');
  return (
    <Stack direction="column" gap={2}>
      <SchedulePicture timing={timing} interval={interval} environment={environment} />
      {report.calculable && <Text element="p">{scheduleSentence(report)}</Text>}
      {verdict.reasons.length > 0 && (
        <TimingVerdictNote verdict={verdict}>
          {retries && preset === 'documented' && (
            <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
              <Text>
                {t(
                  'setup.heartbeat.balance',
                  'Balanced timing leaves {{left}} of them. Heartbeats then come up to 10 s later.',
                  verbatim({ left: leftWhenBalanced(interval, environment) })
                )}
              </Text>
              <Button type="button" size="sm" variant="secondary" disabled={disabled} onClick={onBalance}>
                {t('setup.heartbeat.use-balanced', 'Use Balanced')}
              </Button>
            </Stack>
          )}
        </TimingVerdictNote>
      )}
    </Stack>
  );
}

function leftWhenBalanced(interval: number, environment: TimingEnvironment): number {
  const balanced = presets(interval, environment.evaluation).find(({ id }) => id === 'gentle');
  return (balanced && calculateTiming(balanced.timing, interval, environment).retries?.leftOfAllowance) ?? 0;
}
