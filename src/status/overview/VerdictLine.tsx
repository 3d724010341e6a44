import { Text } from '@grafana/ui';
import type { Overview } from '../../connection/health/overview';
import { describeCounts } from '../summary/describeCounts';
import { useTitleNote } from './useTitleNote';

/** The answer, before anything else: do alerts get out? Also in the title of the document. */
export function VerdictLine({ overview }: { overview: Overview }) {
  const { down } = overview.counts;
  useTitleNote(down > 0 ? `${down} down` : '');
  return (
    <div aria-live="polite">
      {overview.rows.length > 0 && (
        <Text element="h2" variant="h3">
          {describeCounts(overview.counts)}
        </Text>
      )}
    </div>
  );
}
