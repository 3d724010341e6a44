import { ReadErrorAlert } from '../../../ui/ReadErrorAlert';
import { SilenceFacts } from '../silences/SilenceFacts';
import { useSilences } from '../silences/useSilences';

/** Which silences hold the beats back, and until when. */
export function SilenceFindings({ ids, now }: { ids: readonly string[]; now: number }) {
  const { silences, error } = useSilences(ids);
  if (error) {
    return <ReadErrorAlert error={error} />;
  }
  return (
    <>
      {silences.map((silence) => (
        <SilenceFacts key={silence.id} silence={silence} now={now} />
      ))}
    </>
  );
}
