import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  text: string;
  /** Names it for screen readers. */
  label: string;
}

/** Code as it is, to be scrolled by mouse and by keyboard. */
export function CodeBlock({ text, label }: Props) {
  const styles = useStyles2(getStyles);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard (WCAG 2.1.1)
    <pre className={styles.code} tabIndex={0} role="group" aria-label={label}>
      <code className={styles.plain}>{text}</code>
    </pre>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  plain: css({ margin: 0, padding: 0, border: 0, background: 'none', font: 'inherit', whiteSpace: 'inherit' }),
  code: css({
    margin: 0,
    maxHeight: theme.spacing(75),
    padding: theme.spacing(1.5),
    overflow: 'auto',
    whiteSpace: 'pre',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.primary,
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
});
