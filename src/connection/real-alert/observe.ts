import { FOLDER, TEST_LABEL } from '../desired/objects';
import { equal } from '../equal';
import { lookForTest } from '../irm/arrivalLook';
import type { AlertGroup, IrmPort, IrmResult } from '../irm/irmPort';
import type { AlertState, DeliveryStatus, GrafanaError, GrafanaPort, RuleStatus } from '../port/grafanaPort';
import { success } from '../result';
import { realAlertGroup } from '../desired/realAlertMark';
import type { Delivery, RealAlert } from './realAlert';

/** Answers count whole seconds. */
const SECOND = 1000;

/** What one look at Grafana tells of a test; a part that could not be read is left out. */
export interface SeenInGrafana {
  status: RuleStatus | undefined;
  alert: AlertState | undefined;
  deliveries: readonly DeliveryStatus[];
  problems: readonly GrafanaError[];
  /** The server's time, epoch milliseconds; undefined when nothing could be read. */
  serverTime: number | undefined;
}

type Watched = Pick<GrafanaPort, 'ruleStatuses' | 'alertsWithLabel' | 'deliveries'>;

/** Looks once at rule, alert and deliveries of a test: three requests, whose answers do not grow with other rules. */
export async function lookAtRealAlert(
  port: Watched,
  { mark, testId }: Pick<RealAlert, 'mark' | 'testId'>
): Promise<SeenInGrafana> {
  const group = realAlertGroup(mark.connection, testId);
  const [statuses, alerts, deliveries] = await Promise.all([
    port.ruleStatuses(FOLDER.uid, group),
    port.alertsWithLabel(TEST_LABEL, testId),
    port.deliveries(),
  ]);
  const answers = [statuses, alerts, deliveries];
  const times = answers.flatMap((answer) => (answer.ok ? answer.value.serverTime : []));
  return {
    status: statuses.ok ? statuses.value.value.find((one) => one.group === group) : undefined,
    alert: alerts.ok ? alerts.value.value[0] : undefined,
    deliveries: deliveries.ok ? deliveries.value.value : [],
    problems: answers.flatMap((answer) => (answer.ok ? [] : answer.error)),
    serverTime: times.length > 0 ? Math.max(...times) : undefined,
  };
}

/** Adds a look at Grafana to what was seen; the same object when it tells nothing new. */
export function seenInGrafana(alert: RealAlert, { status, alert: active, deliveries, serverTime }: SeenInGrafana) {
  if (alert.endedAt !== undefined || serverTime === undefined) {
    return alert;
  }
  const isFiring = status?.state === 'firing';
  const firedAt =
    alert.firedAt ??
    active?.startsAt ??
    (isFiring ? (status.activeAt ?? status.lastEvaluation ?? serverTime) : undefined);
  const routedTo = active && active.receivers.length > 0 ? active.receivers : alert.routedTo;
  const seen: RealAlert = {
    ...alert,
    firedAt,
    ruleError: status ? status.lastError : alert.ruleError,
    routedTo,
    routedAt: alert.routedAt ?? (routedTo && serverTime),
    isSuppressed: active ? active.state === 'suppressed' : alert.isSuppressed,
    deliveries: withDeliveries(alert, routedTo, firedAt, deliveries),
  };
  return equal(seen, alert) ? alert : seen;
}

/**
 * Deliveries since the group wait of the test was over. Others to the same contact point may be among them, as Grafana
 * tells only the last one of each; it is IRM's group that proves.
 */
function withDeliveries(
  { deliveries: before, mark }: RealAlert,
  routedTo: readonly string[] | undefined,
  firedAt: number | undefined,
  listed: readonly DeliveryStatus[]
): Readonly<Record<string, Delivery>> {
  if (!routedTo || firedAt === undefined) {
    return before;
  }
  const least = firedAt + mark.groupWait * 1000 - SECOND;
  const found = listed
    .filter(({ name }) => routedTo.includes(name))
    .flatMap(({ name, integrations }) => {
      const attempts = integrations.flatMap(({ lastAttempt, lastError }) =>
        lastAttempt === undefined || lastAttempt < least ? [] : { at: lastAttempt, error: lastError }
      );
      const newest = attempts.find(({ error }) => error === undefined) ?? attempts[0];
      const known = Object.hasOwn(before, name) ? before[name] : undefined;
      // A success that was seen stays; Grafana forgets deliveries with every saved rule.
      return newest && !(known && known.error === undefined) ? [[name, newest] as const] : [];
    });
  return found.length === 0 ? before : { ...before, ...Object.fromEntries(found) };
}

/** Whether the rule is there, as a reading of the folder's rules found it; do not ask when they could not be read. */
export function seenRule(alert: RealAlert, isThere: boolean, now: number): RealAlert {
  if (isThere) {
    return alert.wasThere ? alert : { ...alert, wasThere: true };
  }
  return alert.endedAt !== undefined || !alert.wasThere ? alert : { ...alert, endedAt: now };
}

export interface SeenInIrm {
  group: AlertGroup | undefined;
  isShared: boolean;
}

/** Looks once at IRM: for the test's group, or how the one that was found stands now. */
export async function lookInIrm(
  irm: Pick<IrmPort, 'listAlertGroups' | 'getAlertGroup'>,
  { testId, mark, group, isShared }: Pick<RealAlert, 'testId' | 'mark' | 'group' | 'isShared'>,
  integrationId: string
): IrmResult<SeenInIrm> {
  if (group) {
    const again = await irm.getAlertGroup(group.id);
    return again.ok ? success({ group: again.value, isShared }) : again;
  }
  const sighting = await lookForTest(irm, { integrationId, testId, sentAt: mark.startedAt }, true);
  return sighting.ok
    ? success({
        group: sighting.value.own[0] ?? sighting.value.shared,
        isShared: sighting.value.own.length === 0 && sighting.value.shared !== undefined,
      })
    : sighting;
}

/** Adds what IRM showed; `now` is when it was asked. The same object for no news. */
export function seenInIrm(alert: RealAlert, { group, isShared }: SeenInIrm, now: number): RealAlert {
  if (alert.askedAt !== undefined && now <= alert.askedAt) {
    return alert;
  }
  // Only a page that is open waits for it: an unfinished look never takes back what was seen.
  return { ...alert, askedAt: now, ...(group && { group, isShared }) };
}
