import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import type { RoutingObstacle } from '../connection/route-alerts/types';
import { CopyText } from '../ui/CopyText';
import { describeRouteObstacle } from './describeRouteObstacle';
import type { Lines } from './lockedLines';

interface Props {
  obstacle: Extract<RoutingObstacle, { code: 'locked' }>;
  lines: Lines[];
  /** Whether the lines are of a new policy. */
  isNew: boolean;
}

/** Why something is locked, and what to write instead, in the form of whoever keeps it. */
export function LockedLines({ obstacle, lines, isNew }: Props) {
  const text = describeRouteObstacle(obstacle);
  const yaml = lines.map((one) => one.yaml).join('\n');
  const hcl = lines.map((one) => one.hcl).join('\n');
  return (
    <Alert severity="info" title={text?.title ?? ''} bottomSpacing={0}>
      <Stack direction="column" gap={2}>
        <Text element="p">{text?.text ?? ''}</Text>
        {lines.length > 0 && (
          <>
            {isNew && (
              <Text element="p">
                {t('route.locked.place', 'The new policy belongs below the default one, in the place shown below.')}
              </Text>
            )}
            {obstacle.provenance !== 'terraform' && (
              <Form label={t('route.locked.yaml', 'Provisioning file (YAML)')} text={yaml} />
            )}
            {obstacle.provenance !== 'file' && <Form label={t('route.locked.hcl', 'Terraform (HCL)')} text={hcl} />}
          </>
        )}
      </Stack>
    </Alert>
  );
}

function Form({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Text element="p" variant="bodySmall" weight="medium">
        {label}
      </Text>
      <CopyText text={text} what={label} />
    </div>
  );
}
