import { Icon, Stack, Text, type IconName } from '@grafana/ui';
import type { Finding } from './describeIrmFindings';

const ICONS: Record<Finding['kind'], IconName> = { may: 'check', mayNot: 'times', untold: 'question-circle' };

/** One line of what a check found. */
export function FindingRow({ finding: { kind, text } }: { finding: Finding }) {
  return (
    <Stack direction="row" gap={1} alignItems="flex-start">
      <Text color={kind === 'may' ? 'success' : kind === 'mayNot' ? 'warning' : 'secondary'}>
        <Icon name={ICONS[kind]} />
      </Text>
      <Text element="p">{text}</Text>
    </Stack>
  );
}
