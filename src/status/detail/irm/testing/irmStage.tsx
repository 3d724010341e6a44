import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { stage } from '../../../testing/stage';
import { renderInApp, type AppOptions } from '../../../../../tests/support/render';
import type { ClusterOptions, Login } from '../../../../../tests/support/standIns';
import { connectionPath } from '../../../../ui/pagePaths';
import { StatusPage } from '../../../StatusPage';
import { openDetail } from '../../testing/openDetail';

const IRM = 'https://irm.example.net';
const MINUTE = 60_000;

/** The stage with IRM's API set up, and what a person or a sender does at IRM. */
export function irmStage(cluster: ClusterOptions = {}) {
  window.localStorage.clear();
  const on = stage(cluster);
  const { world } = on;

  const post = (url: string, body: unknown = {}, method = 'POST') =>
    world.irm.fetch(
      new Request(url, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
    );
  /** What a person does on IRM's own pages. */
  const atIrm = (path: string, body?: unknown, method?: string) => post(`${IRM}/ui/api${path}`, body, method);

  async function letIrmAnswer() {
    for (let turn = 0; turn < 5; turn += 1) {
      await on.settle();
    }
  }

  return {
    ...on,
    atIrm,
    /** Opens the page of a connection and lets IRM answer, which takes several requests one after the other. */
    async openPage(id: string, login: Login = 'editor') {
      const view = await openDetail(on, id, login);
      await letIrmAnswer();
      return view;
    },
    /** The same with services of one's own, in place of those of somebody who is signed in. */
    async openWith(id: string, services: AppOptions['services']) {
      const view = renderInApp(
        <Routes>
          <Route path="/a/irmconnect-setup-app/status/*" element={<StatusPage />} />
        </Routes>,
        { services, route: connectionPath(id) }
      );
      await letIrmAnswer();
      return view;
    },
    letIrmAnswer,
    /** Makes an integration there, with what may be wrong or right with it. */
    async newIntegration(
      name: string,
      { type = 'alertmanager', team = '', chain = 'SRE on call', templates = {} } = {}
    ) {
      const made = await atIrm('/integrations', { name, type, ...(team && { team }) });
      const { id, endpoint, heartbeatEndpoint } = (await made.json()) as Record<
        'id' | 'endpoint' | 'heartbeatEndpoint',
        string
      >;
      await atIrm(`/integrations/${id}`, { escalationChain: chain, templates }, 'PATCH');
      return {
        id,
        url: endpoint,
        alert: (name: string, labels: Record<string, string> = {}) =>
          post(endpoint, {
            ...{ status: 'firing', groupKey: name, groupLabels: { alertname: name }, commonLabels: labels, alerts: [] },
          }),
        beat: () => post(heartbeatEndpoint),
        /** IRM misses beats for so many minutes, an even number, and then watches for none until the next one. */
        async loseBeats(minutes: number) {
          await post(heartbeatEndpoint);
          await world.clock.advance((8 + minutes) * MINUTE);
          await post(heartbeatEndpoint);
          await world.clock.advance(2 * MINUTE);
          await atIrm(`/integrations/${id}/heartbeat/reset`);
        },
      };
    },
    /** So many requests of this kind went to IRM. */
    askedIrm: (what: RegExp) => world.asked.filter((one) => one.includes('/irm/') && what.test(one)).length,
  };
}

/** The section of the page that tells of IRM. */
export const inIrm = () => within(screen.getByRole('region', { name: 'In IRM' }));

export const texts = (list: string) =>
  inIrm()
    .getAllByRole('list', { name: list })
    .flatMap((one) => within(one).getAllByRole('listitem'))
    .map((item) => (item.textContent ?? '').replaceAll('\u00a0', ' '));
