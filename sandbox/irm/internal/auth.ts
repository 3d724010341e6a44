import type { IrmContext } from '../context';
import { detail } from '../http/answers';
import { isRecord } from '../isRecord';
import { type User, userWithGrafanaId } from '../organization';

const stack = { stack_id: 5, org_id: 100 };

/** Who asks the internal API: IRM's plugin, in the name of a user of its Grafana. */
export function internalUser(context: IrmContext, request: Request, allow: string): User | Response {
  const refuse = (message: string) => detail(message, 401, { allow });
  const token = request.headers.get('Authorization');
  if (!token) {
    return refuse('No token provided');
  }
  const instance = parsed(request.headers.get('X-Instance-Context'));
  if (!instance) {
    return refuse('No instance context provided.');
  }
  if (token !== context.pluginToken || instance.stack_id !== stack.stack_id || instance.org_id !== stack.org_id) {
    return refuse('Invalid token.');
  }
  const grafana = parsed(request.headers.get('X-Grafana-Context'));
  if (!grafana) {
    return refuse('Grafana context must be JSON dict.');
  }
  if (grafana.IsServiceAccount === true) {
    return refuse('Service accounts requests are not allowed.');
  }
  return userWithGrafanaId(grafana.UserId) ?? refuse('Invalid token.');
}

function parsed(header: string | null): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(header ?? '');
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
