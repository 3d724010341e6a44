import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Stack, Text, useStyles2 } from '@grafana/ui';
import { useEffect, useRef } from 'react';
import { DocsLink } from '../ui/DocsLink';
import { STEPS, type Step } from './steps';

/** Title, reason and documentation of a step. Takes the focus when the step changes, so that it is read out. */
export function StepHeader({ step }: { step: Step }) {
  const styles = useStyles2(getStyles);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step.id);
  useEffect(() => {
    if (shown.current !== step.id) {
      shown.current = step.id;
      title.current?.focus();
    }
  }, [step.id]);
  return (
    <Stack direction="column" gap={1}>
      <Stack direction="row" gap={1} alignItems="center">
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {step.title()}
        </h2>
        {step.isOptional && <Badge color="blue" text={t('setup.header.optional', 'Optional')} />}
        <Text variant="bodySmall" color="secondary">
          {t('setup.header.position', 'Step {{number}} of {{total}}', {
            number: STEPS.indexOf(step) + 1,
            total: STEPS.length,
          })}
        </Text>
      </Stack>
      <Text element="p" color="secondary">
        {step.why()}{' '}
        {step.docs().map(({ label, href }) => (
          <DocsLink key={href} href={href}>
            {label}
          </DocsLink>
        ))}
      </Text>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({
    ...theme.typography.h3,
    margin: 0,
    '&:focus': { outline: 'none' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
  }),
});
