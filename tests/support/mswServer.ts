import { setupServer } from 'msw/node';

/** A network for the tests of one file: a request without handler fails, and handlers go with their test. */
export function mswServer() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  return server;
}
