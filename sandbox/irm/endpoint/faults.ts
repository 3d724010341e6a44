import type { Clock } from '../../clock';
import { notFoundPage, serverErrorPage, text } from '../http/answers';
import type { DeliveryTarget, Integration } from '../model';

export const keyNotFound = 'Integration key was not found. Permission denied.';

/** Follows a redirected request, so that the redirect fault does not send it round for ever. */
const redirectedMark = 'redirected';

/** What the gateway that can be put in front of an integration asks for. */
export const GATEWAY = { user: 'pager', password: 'open-the-gate' };

function answerOfGateway(request: Request): Response | undefined {
  const wanted = `Basic ${btoa(`${GATEWAY.user}:${GATEWAY.password}`)}`;
  return request.headers.get('Authorization') === wanted
    ? undefined
    : text('401 Authorization Required', { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="gateway"' } });
}

/** Does what the integration's fault says. The answer is undefined when the request is to be handled after all. */
export async function answerOfFault(
  { fault, name }: Integration,
  request: Request,
  target: DeliveryTarget,
  clock: Clock
): Promise<Response | undefined> {
  if (!fault || fault.kind === 'late') {
    return undefined;
  }
  if (fault.kind === 'slow') {
    await new Promise<void>((resolve) => clock.schedule(fault.seconds * 1000, resolve));
    return undefined;
  }
  if (fault.kind === 'gateway') {
    return answerOfGateway(request);
  }
  if (fault.kind === 'redirect') {
    const url = new URL(request.url);
    if (url.searchParams.has(redirectedMark)) {
      return undefined;
    }
    return text('', { status: 301, headers: { Location: `${url.pathname}?${redirectedMark}` } });
  }
  switch (fault.status) {
    case 403:
      return text(keyNotFound, { status: 403 });
    case 404:
      return notFoundPage();
    case 429:
      return tooMany(target, name);
    case 500:
      return serverErrorPage();
  }
}

/** The texts of the limit: one names the integration, the other is for heartbeats. */
export function tooMany(target: DeliveryTarget, integrationName: string): Response {
  return text(target === 'heartbeat' ? heartbeatText : alertText(`your ${integrationName} integration`), {
    status: 429,
  });
}

/** The limit of the whole organization was never reached in a recording: its words are ours. */
export function tooManyForOrganization(): Response {
  return text('Rate-limiting has been applied: too many alerts from all integrations together.', { status: 429 });
}

function alertText(source: string): string {
  return `Rate-limiting has been applied to your account because too many alerts were sent from ${source}. Rate-limiting is activated so you will continue to receive alerts from other integrations. Read more about rate limits in our docs. `;
}

const heartbeatText = `
    We received too many heartbeats from integration and had to apply rate limiting.
    Please don't hesitate to reach out in case you need increased capacity."
    `;
