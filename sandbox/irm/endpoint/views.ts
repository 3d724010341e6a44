import { outcomeOf, receiveAlert } from '../alertGroups';
import type { IrmContext } from '../context';
import { refusalOfAccept } from '../http/accept';
import { detail, empty, json, serverErrorPage, text } from '../http/answers';
import { readBody } from '../http/body';
import { typeOf } from '../integrationTypes';
import type { Delivery, DeliveryTarget, Integration } from '../model';
import { tooMany, tooManyForOrganization } from './faults';
import { helpPage } from './helpPage';
import { alertsIn } from './payloads';

/** An answer, and what the integration's list of deliveries says about it. */
export interface Handled {
  response: Response;
  outcome: string;
  /** What is done with an accepted message once the answer has left; it completes the delivery's line. */
  work?(delivery: Delivery): void;
}

const allow = 'GET, POST, HEAD, OPTIONS';

/** Counts a request against the shared limits; gives the refusal when one of them is reached. */
function limited(
  { clock, deliveryLimits }: IrmContext,
  integration: Integration,
  target: DeliveryTarget
): Handled | undefined {
  const outcome = 'Refused: over the limit of requests';
  if (deliveryLimits.integration.isOver(integration.id, clock.now())) {
    return { response: tooMany(target, integration.name), outcome };
  }
  if (deliveryLimits.organization.isOver('organization', clock.now())) {
    const response = target === 'heartbeat' ? tooMany(target, integration.name) : tooManyForOrganization();
    return { response, outcome };
  }
  return undefined;
}

export async function alertView(
  context: IrmContext,
  integration: Integration,
  pathType: string,
  request: Request
): Promise<Handled> {
  const unacceptable = refusalOfAccept(request, { allow });
  if (unacceptable) {
    return { response: unacceptable, outcome: UNACCEPTABLE };
  }
  if (request.method === 'GET' || request.method === 'HEAD') {
    return { response: text(helpPage(integration), { allow }), outcome: 'Help page shown, nothing created' };
  }
  if (request.method !== 'POST') {
    return methodNotAllowed(request.method);
  }
  const refused = limited(context, integration, 'alert');
  if (refused) {
    return refused;
  }
  if (integration.type !== pathType) {
    return { response: wrongType(integration, pathType), outcome: `Refused: the path says ${pathType}` };
  }
  const body = await readBody(request, { allow });
  if ('refusal' in body) {
    return { response: body.refusal, outcome: 'Refused: the body cannot be read' };
  }
  const alerts = alertsIn(integration, body.data);
  if (!alerts) {
    return { response: serverErrorPage(), outcome: 'Failed: not the payload of this type' };
  }
  const work = (delivery: Delivery) => takeIn(context, integration, alerts, delivery);
  return { response: json('Ok.', { allow }), outcome: 'Accepted', work };
}

function takeIn(context: IrmContext, integration: Integration, alerts: unknown[], delivery: Delivery): void {
  if (integration.deleted) {
    return;
  }
  for (const payload of alerts) {
    const received = receiveAlert(context.store, integration, payload, context.clock.now());
    delivery.outcome = outcomeOf(received);
    delivery.alertGroupId = received.group.id;
  }
}

export function heartbeatView(context: IrmContext, integration: Integration, request: Request): Handled {
  const { method } = request;
  const refused = method === 'GET' || method === 'POST' ? limited(context, integration, 'heartbeat') : undefined;
  if (refused) {
    return refused;
  }
  const unacceptable = refusalOfAccept(request, { allow });
  if (unacceptable) {
    return { response: unacceptable, outcome: UNACCEPTABLE };
  }
  if (method !== 'GET' && method !== 'POST' && method !== 'HEAD') {
    return methodNotAllowed(method);
  }
  return {
    response: method === 'POST' ? empty({ allow }) : json(':)', { allow }),
    outcome: 'Accepted',
    work(delivery) {
      const first = integration.heartbeat?.lastBeatAt === null;
      const counted = first ? 'First beat: monitor armed' : 'Beat';
      const unknown = 'Answered, but this type has no heartbeat';
      delivery.outcome = context.heartbeats.beat(integration) ? counted : unknown;
    },
  };
}

const UNACCEPTABLE = 'Refused: the answer would be JSON, which the sender does not accept';

function methodNotAllowed(method: string): Handled {
  return { response: detail(`Method "${method}" not allowed.`, 405, { allow }), outcome: 'Refused: wrong method' };
}

const alertmanagerPaths: ReadonlySet<string> = new Set(['alertmanager', 'grafana_alerting']);

function wrongType({ type }: Integration, pathType: string): Response {
  const { title } = typeOf(type);
  const own = pathType === 'grafana' ? 'Grafana' : title;
  const gap = alertmanagerPaths.has(pathType) || pathType === 'grafana' ? ' ' : '';
  return text(`This url is for integration with ${own}.${gap}Key is for ${title}`, { status: 400, allow });
}
