import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, NavModelItem } from '@grafana/data';
import { Icon, IconButton, Link, toIconName, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom-v5-compat';
import { chrome, useChrome } from './chromeState';
import { findActive } from './navTree';
import { menuWidth, topBarHeight } from './sizes';

export function MegaMenu({ onClose }: { onClose?: () => void }) {
  const navTree = useChrome('navTree');
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const section = useChrome('section');
  const byPath = findActive(navTree, pathname);
  const active = byPath?.url === pathname ? byPath : (section ?? byPath);
  const close = () => chrome.update({ isMenuOpen: false });
  return (
    <div className={styles.menu}>
      <div className={styles.head}>
        <Icon name="grafana" size="xl" className={styles.logo} />
        <span className={styles.title}>Grafana</span>
        {onClose && <IconButton name="times" size="xl" aria-label="Close menu" onClick={onClose} autoFocus />}
      </div>
      <nav aria-label="Navigation">
        <ul className={styles.list}>
          {navTree.map((item) => (
            <MenuEntry key={item.text} item={item} active={active} level={0} onClick={close} />
          ))}
        </ul>
      </nav>
    </div>
  );
}

interface MenuEntryProps {
  item: NavModelItem;
  active: NavModelItem | undefined;
  level: number;
  onClick: () => void;
}

function MenuEntry({ item, active, level, onClick }: MenuEntryProps) {
  const styles = useStyles2(getStyles);
  const isActive = item.id === active?.id;
  return (
    <li>
      <Link
        href={item.url}
        onClick={onClick}
        className={cx(
          styles.link,
          isActive && styles.active,
          level === 1 && styles.child,
          level > 1 && styles.grandchild
        )}
        aria-current={isActive ? 'page' : undefined}
      >
        {level === 0 && <MenuIcon name={item.icon} />}
        {item.text}
      </Link>
      {item.children && (
        <ul className={styles.list}>
          {item.children.map((child) => (
            <MenuEntry key={child.text} item={child} active={active} level={level + 1} onClick={onClick} />
          ))}
        </ul>
      )}
    </li>
  );
}

function MenuIcon({ name }: { name: string | undefined }) {
  const known = name ? toIconName(name) : undefined;
  return known ? <Icon name={known} size="lg" /> : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  menu: css({
    width: menuWidth,
    maxWidth: '100vw',
    height: '100%',
    overflowY: 'auto',
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
  }),
  head: css({
    height: topBarHeight,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 1, 0, 2),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  logo: css({ color: theme.colors.warning.main }),
  title: css({ flexGrow: 1, fontWeight: theme.typography.fontWeightMedium }),
  list: css({ listStyle: 'none', margin: 0, padding: theme.spacing(0.5, 0) }),
  link: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: theme.spacing(4),
    padding: theme.spacing(0.5, 1, 0.5, 2),
    margin: theme.spacing(0, 1, 0, 0),
    color: theme.colors.text.secondary,
    borderRadius: `0 ${theme.shape.radius.default} ${theme.shape.radius.default} 0`,
    '&:hover': { color: theme.colors.text.primary, textDecoration: 'underline' },
  }),
  child: css({ paddingLeft: theme.spacing(5.5) }),
  grandchild: css({ paddingLeft: theme.spacing(7.5) }),
  active: css({
    color: theme.colors.text.primary,
    background: theme.colors.action.selected,
    boxShadow: `inset 2px 0 0 ${theme.colors.warning.main}`,
  }),
});
