import type { Page, Response } from '@playwright/test';

interface Exchange {
  method: string;
  path: string;
  status: number;
  body: string;
}

/** Listens to everything that a page asks of its own server from now on. */
export class Traffic {
  private readonly exchanges: Array<Promise<Exchange | undefined>> = [];

  constructor(page: Page) {
    page.on('response', (response) => {
      if (new URL(response.url()).origin === new URL(page.url()).origin || page.url() === 'about:blank') {
        this.exchanges.push(read(response));
      }
    });
  }

  /** All of it so far, answers that were cut off by leaving the page excepted. */
  async all(): Promise<Exchange[]> {
    return (await Promise.all(this.exchanges)).filter((exchange) => exchange !== undefined);
  }

  /** What went to Grafana's HTTP API. */
  async toApi(): Promise<Exchange[]> {
    return (await this.all()).filter(({ path }) => /^\/apis?\//.test(path));
  }
}

async function read(response: Response): Promise<Exchange | undefined> {
  const { pathname } = new URL(response.url());
  try {
    const body = response.status() >= 300 && response.status() < 400 ? '' : await response.text();
    return { method: response.request().method(), path: pathname, status: response.status(), body };
  } catch {
    return undefined;
  }
}
