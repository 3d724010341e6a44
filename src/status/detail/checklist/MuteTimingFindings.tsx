import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import { useTimeIntervals } from '../../../ui/reading/useAllAlerting';
import { verbatim } from '../../../ui/verbatim';
import { describeMuteTiming } from './describeMuteTiming';

/** When the mute timings of the rule hold beats back. Read only when there are some. */
export function MuteTimingFindings({ names }: { names: readonly string[] }) {
  const { data = [] } = useTimeIntervals(names.length > 0);
  const found = data.filter(({ name }) => names.includes(name));
  return (
    <>
      {found.map((timing) => (
        <Text key={timing.name} element="p">
          {t(
            'status.mute-timing.line',
            '{{name}}: {{times}}',
            verbatim({ name: timing.name, times: describeMuteTiming(timing) })
          )}
        </Text>
      ))}
    </>
  );
}
