import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useRef, useSyncExternalStore, type MouseEvent, type ReactNode } from 'react';
import { chrome, useChrome } from './chromeState';
import { MegaMenu } from './MegaMenu';
import { Notifications } from './Notifications';
import { dockedFrom, menuWidth } from './sizes';
import { TopBar } from './TopBar';

/** The frame around every page: menu, top bar, toasts. On narrow screens the menu opens over the page. */
export function Chrome({ children }: { children: ReactNode }) {
  const styles = useStyles2(getStyles);
  const isWide = useIsWide();
  const isMenuOpen = useChrome('isMenuOpen');
  const close = () => chrome.update({ isMenuOpen: false });
  return (
    <div className={styles.frame}>
      <a href="#pageContent" className={styles.skip} onClick={focusContent}>
        Skip to main content
      </a>
      {isWide && (
        <div className={styles.docked}>
          <MegaMenu />
        </div>
      )}
      <div className={styles.column}>
        <TopBar isMenuDocked={isWide} />
        <main id="pageContent" tabIndex={-1} className={styles.content}>
          {children}
        </main>
      </div>
      {!isWide && isMenuOpen && <OverlayMenu onClose={close} />}
      <Notifications />
    </div>
  );
}

/** A modal dialog, so that the browser keeps the focus inside and closes it on Escape. */
function OverlayMenu({ onClose }: { onClose: () => void }) {
  const styles = useStyles2(getStyles);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const closeOutside = (event: MouseEvent) => event.target === dialog.current && onClose();
  return (
    <dialog ref={dialog} className={styles.overlay} aria-label="Menu" onClose={onClose} onClick={closeOutside}>
      <MegaMenu onClose={onClose} />
    </dialog>
  );
}

const wideQuery = window.matchMedia(`(min-width: ${dockedFrom}px)`);

function subscribeToWidth(onChange: () => void): () => void {
  wideQuery.addEventListener('change', onChange);
  return () => wideQuery.removeEventListener('change', onChange);
}

function useIsWide(): boolean {
  return useSyncExternalStore(subscribeToWidth, () => wideQuery.matches);
}

function focusContent(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('pageContent')?.focus();
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'flex', minHeight: '100vh', background: theme.colors.background.canvas }),
  docked: css({ width: menuWidth, flexShrink: 0, position: 'sticky', top: 0, height: '100vh' }),
  column: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 }),
  content: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, outline: 'none' }),
  overlay: css({
    margin: 0,
    padding: 0,
    border: 'none',
    height: '100dvh',
    maxHeight: 'none',
    maxWidth: 'none',
    color: theme.colors.text.primary,
    background: theme.colors.background.primary,
    '&::backdrop': { background: theme.components.overlay.background },
  }),
  skip: css({
    position: 'fixed',
    top: -1000,
    '&:focus': {
      top: theme.spacing(1),
      left: theme.spacing(1),
      padding: theme.spacing(1),
      zIndex: theme.zIndex.portal,
      background: theme.colors.background.elevated,
    },
  }),
});
