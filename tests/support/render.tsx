import './browser';
import { AppEvents, EventBusSrv } from '@grafana/data';
import { setAppEvents } from '@grafana/runtime';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useContext, useEffect, type ReactElement, type ReactNode } from 'react';
import { MemoryRouter, UNSAFE_NavigationContext, useLocation } from 'react-router';
import { Router as HostRouter } from 'react-router-dom-v5-compat';
import type { GrafanaPort } from '../../src/connection/port/grafanaPort';
import { readCapabilities } from '../../src/grafana/capabilities';
import { readSettings } from '../../src/grafana/settings';
import type { Services } from '../../src/ui/data/createServices';
import { createQueryClient } from '../../src/ui/data/queryClient';
import { ServicesProvider } from '../../src/ui/data/services';
import { KeepFocus } from '../../src/ui/KeepFocus';

export interface AppOptions {
  services: Partial<Services> & { grafana: GrafanaPort };
  /** Address of the page; the one of the setup by default. */
  route?: string;
}

/** What a self-hosted Grafana of today looks like to someone who may do everything. */
function completeServices(services: AppOptions['services']): Services {
  return {
    irm: undefined,
    irmAccess: services.irm ? 'ready' : 'notSetUp',
    settings: readSettings({ irmCredential: 'apiKey' }, {}),
    capabilities: readCapabilities({ buildInfo: { version: '12.4.0' }, appUrl: '', namespace: 'default' }),
    actor: 'person',
    granted: () => true,
    ...services,
  };
}

/**
 * Links as in Grafana: those of `@grafana/ui` ask the host's copy of the router, which plugins get too (here they are
 * two), and a click on a plain link within Grafana is caught for the router.
 */
function HostLinks({ children }: { children: ReactNode }) {
  const { navigator } = useContext(UNSAFE_NavigationContext);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link?.getAttribute('href')?.startsWith('/') && !event.defaultPrevented) {
        event.preventDefault();
        navigator.push(link.pathname + link.search);
      }
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [navigator]);
  return (
    <HostRouter location={useLocation()} navigator={navigator}>
      {children}
    </HostRouter>
  );
}

/**
 * Renders a page or a part of one with all that the plugin's root gives it. Answers a `user` who acts on it, the
 * address that is shown now, and `reopen`, which is the same address in a browser that knows nothing of the first.
 */
export function renderInApp(ui: ReactElement, options: AppOptions) {
  const { services, route = '/a/irmconnect-setup-app/setup' } = options;
  const shown = { address: route, search: '' };

  function Address() {
    const { pathname, search } = useLocation();
    // Asked for at once, also while a page of it is still loaded.
    Object.assign(shown, { address: pathname, search });
    return null;
  }

  const toasts: string[] = [];
  const events = new EventBusSrv();
  for (const event of [AppEvents.alertSuccess, AppEvents.alertWarning]) {
    events.on(event, (payload?: readonly unknown[]) => toasts.push(String(payload?.[0])));
  }
  setAppEvents(events);
  const queryClient = createQueryClient();
  const view = render(
    <MemoryRouter initialEntries={[route]} future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <HostLinks>
        <QueryClientProvider client={queryClient}>
          <ServicesProvider value={completeServices(services)}>
            <KeepFocus>{ui}</KeepFocus>
            <Address />
          </ServicesProvider>
        </QueryClientProvider>
      </HostLinks>
    </MemoryRouter>
  );
  const user = userEvent.setup({ delay: null });
  const clipboard = jest.spyOn(navigator.clipboard, 'writeText');
  return {
    ...view,
    user,
    /** What stands in the address behind the path, from the question mark on. */
    search: () => shown.search,
    /** The text that was copied last. */
    copied: () => clipboard.mock.lastCall?.[0],
    address: () => shown.address,
    /** Outcomes that were told at the corner of the page, oldest first. */
    toasts,
    reopen: (change: Partial<AppOptions> = {}) => {
      view.unmount();
      window.sessionStorage.clear();
      return renderInApp(ui, { ...options, route: shown.address + shown.search, ...change });
    },
  };
}
