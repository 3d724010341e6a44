import './browser';
import { setBackendSrv } from '@grafana/runtime';
import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom-v5-compat';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { ROOT_URL, testGrafana } from '../../sandbox/grafana/testGrafana';
import { createIrm } from '../../sandbox/irm/standIn';
import manifest from '../../src/plugin.json';
import { SettingsForm } from '../../src/settings/SettingsForm';
import { fetchBackendSrv } from './fetchBackendSrv';

const SETTINGS = '/api/plugins/irmconnect-setup-app/settings';
const PASSWORDS = { admin: 'admin', editor: 'editorpass', viewer: 'viewerpass' };
export const IRM_URL = 'https://irm.example.net';
/** A Grafana beside the one that the page is of. */
export const OTHER_URL = 'https://grafana.other.example';
/** One without the plugin. */
export const BARE_URL = 'https://grafana.bare.example';
export { ROOT_URL };

interface Stored {
  enabled: boolean;
  pinned: boolean;
  jsonData: Record<string, unknown> | null;
  secureJsonFields: Record<string, boolean>;
}

/**
 * The settings page over the stand-ins: the browser reaches Grafana as whoever is signed in, and Grafana reaches itself
 * and IRM, and nobody else in this network. Call it at the top of a test file, which it starts and ends.
 */
export function settingsPage() {
  const { grafana, clock, as } = testGrafana({ plugin: manifest, send: reach });
  const other = testGrafana({ plugin: manifest, rootUrl: OTHER_URL, organisationName: 'Others' });
  const bare = testGrafana({ rootUrl: BARE_URL });
  const irm = createIrm({ clock, baseUrl: IRM_URL });
  let login: keyof typeof PASSWORDS = 'admin';
  let before: ((request: Request) => Promise<Response | void>) | undefined;
  let inPlaceOfIrm: ((request: Request) => Response | Promise<Response>) | undefined;

  const server = setupServer(
    http.all(`${ROOT_URL}/*`, async ({ request }) => {
      const instead = await before?.(request);
      if (instead) {
        return instead;
      }
      const signedIn = new Request(request);
      signedIn.headers.set('Authorization', `Basic ${btoa(`${login}:${PASSWORDS[login]}`)}`);
      return grafana.fetch(signedIn);
    })
  );
  beforeAll(() => {
    server.listen({ onUnhandledRequest: 'error' });
    setBackendSrv(fetchBackendSrv(ROOT_URL));
  });
  beforeEach(() => {
    login = 'admin';
    inPlaceOfIrm = undefined;
    before = undefined;
  });
  afterAll(() => {
    server.close();
    [grafana, other.grafana, bare.grafana].forEach((one) => one.stop());
    irm.stop();
  });

  async function reach(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    if (request.url.startsWith(ROOT_URL)) {
      return grafana.fetch(request);
    }
    if (request.url.startsWith(OTHER_URL)) {
      return other.grafana.fetch(request);
    }
    if (request.url.startsWith(BARE_URL)) {
      return bare.grafana.fetch(request);
    }
    if (request.url.startsWith(`${IRM_URL}/`)) {
      return inPlaceOfIrm ? inPlaceOfIrm(request) : irm.fetch(request);
    }
    throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
  }

  const stored = async () => (await as('admin')('GET', SETTINGS)).body as Stored;

  return {
    as,
    /** In place of `as`, in the Grafana beside. */
    asInOther: other.as,
    asInBare: bare.as,
    irm,
    stored,
    signInAs: (next: keyof typeof PASSWORDS) => (login = next),
    /**
     * What happens right before the page's requests reach Grafana, until the end of the test; an answer comes in place
     * of Grafana's.
     */
    meanwhile: (what: (request: Request) => Promise<Response | void>) => (before = what),
    /** Another server at IRM's address, until the end of the test. */
    answerForIrm: (answer: (request: Request) => Response | Promise<Response>) => (inPlaceOfIrm = answer),
    /** Puts settings in place beside the page, as another Admin or a file does. */
    async store(settings: { jsonData: Stored['jsonData']; secureJsonData?: Record<string, string> }) {
      await as('admin')('POST', SETTINGS, { enabled: true, pinned: true, ...settings });
    },
    async open() {
      const onSaved = jest.fn();
      const { jsonData, secureJsonFields, enabled } = await stored();
      const view = render(
        <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
          <SettingsForm meta={{ jsonData: jsonData ?? {}, secureJsonFields, enabled }} onSaved={onSaved} />
        </MemoryRouter>
      );
      return { user: userEvent.setup({ delay: null }), onSaved, ...view };
    },
  };
}
