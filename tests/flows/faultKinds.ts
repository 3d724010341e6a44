/** One thing that can go wrong with a request, before or after Grafana acted on it. */
export interface FaultKind {
  name: string;
  /** Answers in Grafana's place, throws as a network does, or spoils what Grafana answers. */
  answer(request: Request, grafana: (request: Request) => Promise<Response>): Promise<Response>;
}

const json = (status: number, message: string) => Response.json({ message }, { status });

const SIGN_IN = '<!doctype html><html><head><title>Sign in</title></head><body><form></form></body></html>';
const page = () => new Response(SIGN_IN, { status: 200, headers: { 'Content-Type': 'text/html' } });

function timeout(): never {
  throw Object.assign(new Error('The operation timed out.'), { name: 'TimeoutError' });
}

function dropped(): never {
  throw new TypeError('fetch failed');
}

const BEFORE = [400, 401, 403, 404, 408, 409, 412, 429, 500, 502, 503, 504];
const AFTER = [500, 502, 504];

const before = (name: string, work: () => Response): FaultKind => ({ name, answer: async () => work() });

const after = (name: string, spoil: (response: Response) => Response | Promise<Response>): FaultKind => ({
  name,
  answer: async (request, grafana) => spoil(await grafana(request)),
});

/** Every kind, each told apart by whether the change happened. */
export const FAULT_KINDS: readonly FaultKind[] = [
  ...BEFORE.map((status) => before(`${status}`, () => json(status, 'something went wrong on the way'))),
  before('500 database is locked', () => json(500, 'database is locked')),
  ...AFTER.map((status) => after(`${status} after`, () => json(status, 'something went wrong on the way back'))),
  before('refused', dropped),
  after('dropped', dropped),
  before('timeout', timeout),
  after('timeout after', timeout),
  before('sign-in page', page),
  before('redirect to sign-in', () => Object.defineProperty(page(), 'redirected', { value: true })),
  after('sign-in page after', page),
  after('truncated', async (response) => {
    const text = await response.text();
    return new Response(text.slice(0, Math.floor(text.length / 2)) || '{', {
      status: response.status === 204 ? 200 : response.status,
      headers: { 'Content-Type': 'application/json' },
    });
  }),
  after('empty', () => new Response(null, { status: 200 })),
  after('other form', () => Response.json({ strange: true })),
];
