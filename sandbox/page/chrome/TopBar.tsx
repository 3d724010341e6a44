import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Dropdown, Icon, Menu, ToolbarButton, useStyles2, useTheme2 } from '@grafana/ui';
import { goToSignIn, session } from '../services/session';
import { LANGUAGES, rememberedLanguage, switchLanguage, type Language } from '../language/rememberedLanguage';
import { switchTheme } from '../theme/PageTheme';
import { Breadcrumbs } from './Breadcrumbs';
import { chrome } from './chromeState';
import { signOut } from './signOut';
import { topBarHeight } from './sizes';

export function TopBar({ isMenuDocked }: { isMenuDocked: boolean }) {
  const styles = useStyles2(getStyles);
  const isDark = useTheme2().isDark;
  return (
    <header className={styles.bar}>
      <div className={styles.side}>
        {!isMenuDocked && (
          <ToolbarButton narrow aria-label="Open menu" onClick={() => chrome.update({ isMenuOpen: true })}>
            <Icon name="bars" size="xl" />
          </ToolbarButton>
        )}
        <Breadcrumbs />
      </div>
      <div className={cx(styles.side, styles.tools)}>
        <span className={styles.sandbox} title="A stand-in for Grafana, to try the plugin in">
          Sandbox
        </span>
        <ToolbarButton
          narrow
          aria-label={isDark ? 'Switch to light theme' : 'Switch to dark theme'}
          onClick={() => switchTheme(isDark ? 'light' : 'dark')}
        >
          <Icon name="adjust-circle" size="lg" />
        </ToolbarButton>
        {session.user.isSignedIn ? (
          <Profile />
        ) : (
          <Button size="sm" onClick={goToSignIn}>
            Sign in
          </Button>
        )}
      </div>
    </header>
  );
}

function Profile() {
  const { name, login, orgRole } = session.user;
  const styles = useStyles2(getStyles);
  const menu = (
    <Menu header={<div className={styles.header}>{`${name || login} (${orgRole})`}</div>}>
      <Menu.Group label="Language">
        {(Object.keys(LANGUAGES) as Language[]).map((language) => (
          <Menu.Item
            key={language}
            label={LANGUAGES[language]}
            active={language === rememberedLanguage()}
            onClick={() => switchLanguage(language)}
          />
        ))}
      </Menu.Group>
      <Menu.Item icon="signout" label="Sign out" onClick={() => void signOut()} />
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-end">
      <ToolbarButton aria-label={`Profile: ${login}, ${orgRole}`} icon="user" narrow>
        <span className={styles.user}>{`${login} · ${orgRole}`}</span>
      </ToolbarButton>
    </Dropdown>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    height: topBarHeight,
    display: 'flex',
    gap: theme.spacing(2),
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: theme.spacing(0, 1),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    position: 'sticky',
    top: 0,
    zIndex: theme.zIndex.navbarFixed,
  }),
  side: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), minWidth: 0 }),
  tools: css({ flexShrink: 0 }),
  header: css({ padding: theme.spacing(1, 2), color: theme.colors.text.secondary }),
  user: css({ [theme.breakpoints.down('md')]: { display: 'none' } }),
  sandbox: css({
    color: theme.colors.warning.text,
    border: `1px solid ${theme.colors.warning.border}`,
    borderRadius: theme.shape.radius.pill,
    fontSize: theme.typography.bodySmall.fontSize,
    padding: theme.spacing(0, 1),
    marginInlineEnd: theme.spacing(0.5),
  }),
});
