import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import type { TimeInterval } from '../../../connection/port/grafanaPort';
import { valueOrThrow, type QueryFailure } from '../../../ui/data/queryFailure';
import { useServices } from '../../../ui/data/services';
import { verbatim } from '../../../ui/verbatim';
import { describeMuteTiming } from './describeMuteTiming';

/** When the mute timings of the rule hold beats back. Read only when there are some. */
export function MuteTimingFindings({ names }: { names: readonly string[] }) {
  const { grafana } = useServices();
  const query = useQuery<TimeInterval[], QueryFailure>({
    queryKey: ['mute-timings'],
    queryFn: async () => valueOrThrow(await grafana.listTimeIntervals()),
    enabled: names.length > 0,
  });
  const found = (query.data ?? []).filter(({ name }) => names.includes(name));
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
