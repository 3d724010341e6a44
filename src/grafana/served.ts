import type { GrafanaError, GrafanaResult } from '../connection/port/grafanaPort';
import { failure, type Result } from '../connection/result';
import type { ReceiverTestGeneration } from './capabilities';
import type { NotificationsVersion } from './platform';

/** The two homes of contact points, policies and time intervals: up to 12 and from 13 on. */
export type NotificationApi = 'provisioning' | 'platform';

/** The homes of the policy tree, with the version where the app platform has it. */
export type TreeApi = NotificationsVersion | 'provisioning';

/** The two homes of rules: the API of the older rule editor, and one object per rule. */
export type RuleApi = 'ruler' | 'platform';

/**
 * Asks the API that is there. A write (`isRead` false) goes to the API that is known, else to the first alone; where it
 * fails, that says nothing of an API that has answered before.
 */
export type AskServed<Api> = <T>(
  call: (api: Api) => GrafanaResult<T>,
  how?: { isGone?: IsGone; isRead?: boolean }
) => GrafanaResult<T>;

type IsGone = (error: GrafanaError) => boolean;

/** Which generation of Grafana's APIs answers; decided here alone, by trying, for the life of a client. */
export interface Served {
  notifications: AskServed<NotificationApi>;
  rules: AskServed<RuleApi>;
  /** The version under which contact points tell what uses them. */
  receivers: AskServed<NotificationsVersion>;
  /** Where policies are written; the app platform refuses to put a tree in the place of one that it was not made from. */
  trees: AskServed<TreeApi>;
  /** What deletes single rules, locked ones too, and what changes rules that are not the plugin's. */
  ruleDeletion: AskServed<NotificationApi>;
}

/** @param firstTry what the version lets expect; what answers decides */
export function createServed(firstTry: ReceiverTestGeneration): Served {
  return {
    notifications: firstServed(firstTry === 'v1beta1' ? ['platform', 'provisioning'] : ['provisioning', 'platform']),
    receivers: firstServed(firstTry === 'v1beta1' ? ['v1beta1', 'v0alpha1'] : ['v0alpha1', 'v1beta1']),
    trees: firstServed(
      firstTry === 'v1beta1' ? ['v1beta1', 'v0alpha1', 'provisioning'] : ['v0alpha1', 'v1beta1', 'provisioning']
    ),
    // The ruler API loads new contact points at once, so it goes first as long as it is there.
    rules: firstServed(['ruler', 'platform']),
    ruleDeletion: firstServed(['provisioning', 'platform']),
  };
}

/**
 * Tries one API after the other until one is there, and stays with that one: an API does not go while a page is open, but
 * a proxy in front of Grafana may well answer 404 for a moment. What looks gone all the same is told to whoever asked,
 * and the next call decides anew.
 */
export function firstServed<Api>(apis: readonly Api[]): AskServed<Api> {
  let known: Api | undefined;
  return async (call, { isGone = isApiGone, isRead = true } = {}) => {
    if (known !== undefined) {
      const answer = await call(known);
      known = isRead && !answer.ok && isApiGone(answer.error) ? undefined : known;
      return answer;
    }
    let refusal: GrafanaError | undefined;
    for (const api of isRead ? apis : apis.slice(0, 1)) {
      const answer = await call(api);
      if (answer.ok) {
        known = api;
        return answer;
      }
      if (!isGone(answer.error)) {
        return refusal?.reason === 'forbidden' ? failure(refusal) : answer;
      }
      refusal = refusal?.reason === 'forbidden' ? refusal : answer.error;
    }
    return failure(refusal ?? { reason: 'notServed', message: 'No API answered', status: undefined });
  };
}

/**
 * What Grafana says where it has no such API, and not of an object that is not there: 410, and the words of its own
 * router and of the app platform's (receivers-test.json, "newer test API: failure").
 */
export function isApiGone({ reason, status, message }: GrafanaError): boolean {
  const words = /^(not found|the server could not find the requested resource)\.?$/i;
  return (reason === 'notFound' || reason === 'notServed') && (status === 410 || words.test(message.trim()));
}

/**
 * A list is there whatever is in it: where it is not found, there is no such API, or no route to it yet in the plugin
 * that Grafana has loaded. One that is refused is followed by the other: somebody may hold rights on one of them only.
 * So is one that cannot be asked for because the settings of the proxy lack the namespace.
 */
export function isListGone({ reason, status }: GrafanaError): boolean {
  return ['notServed', 'forbidden', 'otherOrganization'].includes(reason) || status === 404;
}

/** What was to be locked, where the API that locks is gone. */
export function orCannotLock(answer: Result<void, GrafanaError>): Result<void, GrafanaError> {
  return !answer.ok && isApiGone(answer.error) ? failure({ ...answer.error, reason: 'cannotLock' }) : answer;
}
