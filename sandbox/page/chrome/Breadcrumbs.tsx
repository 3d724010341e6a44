import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, TextLink, useStyles2 } from '@grafana/ui';
import { breadcrumbTrail } from './breadcrumbTrail';
import { useChrome } from './chromeState';

export function Breadcrumbs() {
  const section = useChrome('section');
  const pageNav = useChrome('pageNav');
  const styles = useStyles2(getStyles);
  const crumbs = breadcrumbTrail(section, pageNav);
  return (
    <nav aria-label="Breadcrumbs" className={styles.wrapper}>
      <ol className={styles.list}>
        {crumbs.map(({ text, url }, index) => {
          const isLast = index === crumbs.length - 1;
          return (
            <li key={index} className={isLast ? styles.last : styles.crumb} aria-current={isLast ? 'page' : undefined}>
              {isLast || !url ? (
                <span className={styles.text}>{text}</span>
              ) : (
                <TextLink href={url} inline={false} color="secondary" variant="bodySmall">
                  {text}
                </TextLink>
              )}
              {!isLast && <Icon name="angle-right" className={styles.separator} />}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  wrapper: css({ minWidth: 0, overflow: 'hidden' }),
  list: css({ display: 'flex', alignItems: 'center', listStyle: 'none', minWidth: 0, margin: 0 }),
  crumb: css({
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    [theme.breakpoints.down('sm')]: { display: 'none' },
  }),
  last: css({ display: 'flex', alignItems: 'center', minWidth: 0, color: theme.colors.text.primary }),
  text: css({
    ...theme.typography.bodySmall,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    padding: theme.spacing(0, 0.5),
  }),
  separator: css({ color: theme.colors.text.secondary, margin: theme.spacing(0, 0.5) }),
});
