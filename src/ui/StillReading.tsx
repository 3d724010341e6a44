import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { PageSkeleton } from './PageSkeleton';
import { verbatim } from './verbatim';

/** Most answers come sooner, and a line that goes as soon as it came makes a page restless; milliseconds. */
const LONG_MS = 3_000;

interface Props {
  lines: number;
  /** What is waited for, in the middle of a sentence. */
  parts: readonly string[];
}

/** Holds the place of what is being read, and where that takes long says what it waits for. */
export function StillReading({ lines, parts }: Props) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), LONG_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div>
      <div role="status">
        {isLong && parts.length > 0 && (
          <Text color="secondary">
            {t('ui.still-reading', 'Still reading: {{parts}}', verbatim({ parts: [...new Set(parts)].join(', ') }))}
          </Text>
        )}
      </div>
      <PageSkeleton lines={lines} />
    </div>
  );
}
