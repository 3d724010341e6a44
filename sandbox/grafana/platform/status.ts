import type { protectedRefusal } from '../receivers/managers';
import { GROUP } from './groupVersion';

/** Errors of the app platform are Kubernetes `Status` objects. */
export interface Failure {
  code: 400 | 403 | 404 | 409 | 500;
  message: string;
  reason?: 'BadRequest' | 'Forbidden' | 'NotFound' | 'Conflict';
  details?: Record<string, unknown>;
}

export function failure({ code, message, reason, details }: Failure): Response {
  const status = {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    ...(reason ? { reason } : {}),
    ...(details ? { details } : {}),
    code,
  };
  return new Response(JSON.stringify(status), { status: code, headers: { 'Content-Type': 'application/json' } });
}

export function noSuchResource(): Response {
  const message = 'the server could not find the requested resource';
  return failure({ code: 404, message, reason: 'NotFound', details: {} });
}

export const receiverNotFound = (): Response =>
  failure({
    code: 404,
    message: 'Receiver not found',
    reason: 'NotFound',
    details: { uid: 'alerting.notifications.receivers.notFound' },
  });

export const receiverExists = (): Response =>
  failure({
    code: 409,
    message: 'Receiver with this name already exists. Use a different name or update an existing one.',
    reason: 'Conflict',
    details: { uid: 'alerting.notifications.receivers.exists' },
  });

/** The causes carry their value as JSON. */
export function causes(fields: Record<string, unknown>) {
  return Object.entries(fields).map(([field, value]) => ({ message: JSON.stringify(value), field }));
}

export function invalidReceiver(problem: string): Response {
  return failure({
    code: 400,
    message: `Invalid receiver: '${problem}'`,
    reason: 'BadRequest',
    details: { uid: 'alerting.notifications.receivers.invalid', causes: causes({ Reason: problem }) },
  });
}

export function versionConflict(provided: string, current: string, title: string): Response {
  return failure({
    code: 409,
    message: `Provided version '${provided}' of receiver '${title}' does not match current version '${current}'`,
    reason: 'Conflict',
    details: {
      uid: 'alerting.notifications.receivers.conflict',
      causes: causes({ Version: provided, CurrentVersion: current, Name: title }),
    },
  });
}

export function protectedFieldsRefused({ messageId, message, payload }: ReturnType<typeof protectedRefusal>): Response {
  const details = { uid: messageId, causes: causes(payload) };
  return failure({ code: 403, message, reason: 'Forbidden', details });
}

export function receiverInUse(rules: string[], policies: number): Response {
  const usedBy = [
    ...(policies ? [`${policies} notification policies`] : []),
    ...(rules.length ? [`${rules.length} rule(s)`] : []),
  ].join(', ');
  return failure({
    code: 409,
    message: `Receiver is used by ${usedBy}`,
    reason: 'Conflict',
    details: {
      uid: 'alerting.notifications.receivers.used',
      causes: causes({
        ...(policies ? { UsedByRoutes: true } : {}),
        ...(rules.length ? { UsedByRules: rules } : {}),
        UsedBy: usedBy,
      }),
    },
  });
}

export function forbidden(login: string, verb: string, name: string | undefined, permissions: string): Response {
  const what = name === undefined ? '' : ` "${name}"`;
  return failure({
    code: 403,
    message: `receivers.${GROUP}${what} is forbidden: User "${login}" cannot ${verb} resource "receivers" in API group "${GROUP}" in the namespace "default": required permissions: ${permissions}`,
    reason: 'Forbidden',
    details: { ...(name === undefined ? {} : { name }), group: GROUP, kind: 'receivers' },
  });
}
