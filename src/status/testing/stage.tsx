import { act, fireEvent } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { renderInApp } from '../../../tests/support/render';
import { standIns, type ClusterOptions, type Login, type Person } from '../../../tests/support/standIns';
import { applyPlan } from '../../connection/apply/applyPlan';
import type { HeartbeatScope, HeartbeatTiming } from '../../connection/model';
import { proposeConnection } from '../../connection/ownership/propose';
import { endpointOfUrl } from '../../connection/endpoint/identity';
import { connectionOf } from '../../connection/ownership/connections';
import { readGrafana } from '../../connection/reading/readGrafana';
import { planConnection } from '../../connection/plan/planConnection';
import type { Services } from '../../ui/data/createServices';
import { StatusPage } from '../StatusPage';
// In the build it comes with the dialogs; here it would be waited for.
import '../detail/UnfinishedNotice';

/**
 * Stand-ins and a browser whose clocks run together. The page's timers are jest's, so a test says when time passes.
 */
export function stage(cluster: ClusterOptions = {}) {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
  const world = standIns(cluster);

  /** Makes a whole connection, as the wizard does, and answers what Grafana then holds of it. */
  async function connect(
    name: string,
    {
      url = world.newIntegration(name).endpoint,
      interval = 600,
      withHeartbeat = true,
      dataSourceUid = '',
      timing = {} as Partial<HeartbeatTiming>,
    } = {}
  ) {
    const { grafana } = await world.signIn('admin');
    const endpoint = endpointOfUrl(url)?.endpoint;
    const before = await readGrafana(grafana);
    if (!endpoint || !before.ok) {
      throw new Error(`cannot connect ${name}`);
    }
    const proposed = proposeConnection({ endpoint, objects: before.value, title: name, interval, withHeartbeat });
    const scope: HeartbeatScope = dataSourceUid ? { kind: 'dataSource', dataSourceUid } : { kind: 'alerting' };
    const heartbeat = proposed.heartbeat && {
      ...proposed.heartbeat,
      scope,
      timing: { ...proposed.heartbeat.timing, ...timing },
    };
    await applyPlan(planConnection({ ...proposed, heartbeat }, before.value), grafana);
    const after = await readGrafana(grafana);
    const connection = after.ok ? connectionOf(endpoint, after.value) : undefined;
    if (!connection) {
      throw new Error(`${name} was not made`);
    }
    return connection;
  }

  /** Makes a contact point that of the default notification policy. */
  async function routeTo(contactPoint: string) {
    const body = { receiver: contactPoint };
    const status = await world.call('admin', 'PUT', '/api/v1/provisioning/policies', body);
    if (status !== 202) {
      throw new Error(`cannot route alerts to ${contactPoint}: ${status}`);
    }
  }

  /**
   * Lets time pass for the servers and for the page, in small steps, so that each sees what the other did: smaller ones
   * where it is not for long, and a single one where there is no page.
   */
  async function pass(seconds: number) {
    const isPageOpen = document.body.textContent !== '';
    const longest = isPageOpen ? (seconds > 100 ? 10 : 5) : seconds;
    for (let left = seconds; left > 0; left -= longest) {
      const step = Math.min(left, longest) * 1000;
      await world.clock.advance(step);
      await act(() => jest.advanceTimersByTimeAsync(step));
      await settle();
    }
  }

  /** Lets answers that are under way arrive. */
  async function settle() {
    await act(async () => {
      for (let turn = 0; turn < 10; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        await jest.advanceTimersByTimeAsync(0);
      }
    });
  }

  /** Clicks and lets what that sets going arrive, forms included, which look at their fields first. */
  async function press(element: HTMLElement) {
    await act(async () => {
      fireEvent.click(element);
      await Promise.resolve();
    });
    await settle();
  }

  async function open(
    who: Login | 'anonymous' | Person,
    ui: ReactElement,
    route = '/a/irmconnect-setup-app/status',
    more: Partial<Services> = {}
  ) {
    const person = typeof who === 'string' ? await world.signIn(who) : who;
    const view = renderInApp(ui, { services: { ...person, ...more }, route });
    await settle();
    return view;
  }

  return {
    world,
    connect,
    routeTo,
    pass,
    settle,
    press,
    open,
    /** Opens the status page as the plugin's root does. */
    async openStatus(who: Login | 'anonymous' | Person, route?: string, more?: Partial<Services>) {
      // So that the first test does not have to wait for what is loaded once it is shown.
      await Promise.all([
        import('../overview/OverviewPage'),
        import('../overview/OverviewWithIrm'),
        import('../detail/DetailPage'),
        import('../detail/briefing/Briefing'),
        import('../detail/checklist/Findings'),
        import('../../ui/health/reasonWords'),
      ]);
      const page = (
        <Routes>
          <Route path="/a/irmconnect-setup-app/status/*" element={<StatusPage />} />
        </Routes>
      );
      const view = await open(who, page, route, more);
      // They ask for nothing before they are drawn.
      await settle();
      return view;
    },
    /** The page's tab is put behind others, or taken back in front. */
    async setHidden(hidden: boolean) {
      jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(hidden ? 'hidden' : 'visible');
      act(() => void document.dispatchEvent(new Event('visibilitychange')));
      await settle();
    },
    end() {
      world.stop();
      jest.useRealTimers();
      jest.restoreAllMocks();
    },
  };
}
