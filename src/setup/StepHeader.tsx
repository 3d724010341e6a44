import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Stack, Text, useStyles2 } from '@grafana/ui';
import { useEffect, useRef, type RefObject } from 'react';
import { DocsLink } from '../ui/DocsLink';
import { STEPS, type Step } from './steps';

interface Props {
  step: Step;
  /** Names what stands below in `place`. */
  below: string;
  place: RefObject<HTMLElement | null>;
}

/**
 * Title, reason and documentation of a step. Takes the focus when the step changes, so that it is read out, and when
 * something else below takes the place of what had it.
 */
export function StepHeader({ step, below, place }: Props) {
  const styles = useStyles2(getStyles);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef({ step: step.id, below });
  useEffect(() => {
    const before = shown.current;
    shown.current = { step: step.id, below };
    if (before.step !== step.id || (before.below !== below && isLost(place.current))) {
      title.current?.focus();
    }
  }, [step.id, below, place]);
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

/** Whether nothing has the focus, or something that is about to go. */
const isLost = (place: HTMLElement | null) =>
  document.activeElement === document.body || place?.contains(document.activeElement) === true;

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({
    ...theme.typography.h3,
    margin: 0,
    '&:focus': { outline: 'none' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
  }),
});
