import { css, cx } from '@emotion/css';
import { PageLayoutType, type GrafanaTheme2, type NavModelItem } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { useLayoutEffect } from 'react';
import { chrome, useChrome } from '../chrome/chromeState';
import { findById } from '../chrome/navTree';
import { PageHeader } from './PageHeader';
import { PageTabs } from './PageTabs';

export interface PageProps extends PluginPageProps {
  /** The menu entry that the page belongs to. */
  navId?: string;
  section?: NavModelItem;
  /** Known to hosts from 12.4 on; a gradient from 13 on. */
  background?: 'primary' | 'canvas' | 'gradient';
}

export function Page({
  navId,
  section,
  pageNav,
  layout = PageLayoutType.Standard,
  background,
  children,
  ...header
}: PageProps) {
  const styles = useStyles2(getStyles);
  const navTree = useChrome('navTree');
  const owner = section ?? (navId ? findById(navTree, navId) : undefined);

  useLayoutEffect(() => {
    chrome.update({ section: owner, pageNav });
    document.title = [pageNav?.text, owner?.text, owner?.parentItem?.text, 'Grafana'].filter(Boolean).join(' - ');
  }, [owner, pageNav]);

  if (layout === PageLayoutType.Custom) {
    return <div className={styles.wrapper}>{children}</div>;
  }
  const isCanvas = (background ?? (layout === PageLayoutType.Canvas ? 'canvas' : 'primary')) === 'canvas';
  const titled = pageNav ?? owner;
  return (
    <div className={cx(styles.wrapper, !isCanvas && styles.primary)}>
      <div className={layout === PageLayoutType.Canvas ? styles.canvas : styles.inner}>
        {layout === PageLayoutType.Standard && titled && <PageHeader item={titled} {...header} />}
        {layout === PageLayoutType.Standard && pageNav?.children && <PageTabs items={pageNav.children} />}
        <div className={styles.content}>{children}</div>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  wrapper: css({
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    position: 'relative',
    container: 'page / inline-size',
  }),
  primary: css({ background: theme.colors.background.primary }),
  inner: css({
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    padding: theme.spacing(2),
    [theme.breakpoints.up('md')]: { padding: theme.spacing(4) },
  }),
  canvas: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, padding: theme.spacing(2) }),
  content: css({ flexGrow: 1 }),
});
