import { FOLDER, TEST_LABEL } from '../desired/objects';
import type { HeartbeatRule } from '../model';
import { ruleObstacles, ruleStep } from '../plan/rule';
import { ruleChanges } from '../plan/ruleChanges';
import { unreadRules, type Plan, type PlanStep } from '../plan/types';
import type { GrafanaObjects } from '../reading/reading';
import { evaluatedEvery } from '../timing/evaluation';
import {
  markText,
  plainText,
  REAL_ALERT_ANNOTATION,
  realAlertGroup,
  realAlertMarkOf,
  type RealAlertMark,
} from '../desired/realAlertMark';
import type { RealAlertWish } from './wish';

/**
 * How often a rule that was left behind would repeat with a contact point of its own, in seconds. By policies it is
 * theirs to say.
 */
const REPEAT_INTERVAL = 4 * 86_400;

/**
 * The rule that fires one real alert. It carries neither the label of a connection nor that of a plugin, so that it is
 * nobody's heartbeat and people can delete it in Grafana.
 */
function realAlertRule(wish: RealAlertWish, { evaluation }: Pick<GrafanaObjects, 'evaluation'>): HeartbeatRule {
  const { mark, testId, labels, receiver = '' } = wish;
  const who = plainText(mark.by);
  return {
    uid: undefined,
    folderUid: FOLDER.uid,
    group: realAlertGroup(mark.connection, testId),
    // A folder holds one rule of a name.
    title: `IRM Connect: real alert test ${testId.replace(/^irmc-/, '').slice(0, 6)}`,
    labels: { ...labels, [TEST_LABEL]: testId },
    annotations: {
      summary: 'This is a test of the way to Grafana IRM. Nothing is wrong.',
      description: `${who === '' ? 'Somebody' : who} sent it with IRM Connect. It ends by itself once it has arrived.`,
      [REAL_ALERT_ANNOTATION]: markText(mark),
    },
    scope: { kind: 'alerting' },
    receiver,
    muteTimings: [],
    activeTimings: [],
    isPaused: false,
    provenance: 'none',
    version: undefined,
    updatedAt: undefined,
    isHalfSaved: false,
    stored: undefined,
    query: undefined,
    evaluationInterval: evaluatedEvery(10, evaluation),
    pendingPeriod: 0,
    groupWait: receiver === '' ? mark.groupWait : 0,
    groupInterval: receiver === '' ? mark.groupInterval : 1,
    repeatInterval: REPEAT_INTERVAL,
  };
}

/** Sends a real alert: the rule that fires it, and the folder where there is none. */
export function planRealAlert(wish: RealAlertWish, objects: GrafanaObjects): Plan {
  const rule = realAlertRule(wish, objects);
  const folder: PlanStep[] =
    objects.folder.state !== 'present'
      ? [
          {
            ...{ action: 'create', object: 'folder', name: FOLDER.title, uid: FOLDER.uid },
            changes: [{ field: 'title', before: '', after: FOLDER.title }],
            command: { kind: 'createFolder', folder: { ...FOLDER } },
          },
        ]
      : [];
  return {
    connectionId: wish.mark.connection,
    steps: [...folder, ruleStep(undefined, rule)],
    obstacles: [...unreadRules(objects.problems), ...ruleObstacles(undefined, rule, false, objects)],
  };
}

/**
 * Ends real alerts: their rules go, and with the last rule the folder, if nothing else is in it. Alerts that fire are
 * resolved by that.
 */
export function planEndOfRealAlerts(ended: readonly HeartbeatRule[], objects: GrafanaObjects): Plan {
  const { rules, otherRules, realAlertRules = [], folder } = objects;
  const inFolder = ({ folderUid }: { folderUid: string }) => folderUid === FOLDER.uid;
  const isEmptied =
    folder.state === 'present' &&
    !rules.some(inFolder) &&
    !otherRules.some(inFolder) &&
    realAlertRules.every(({ uid }) => ended.some((rule) => rule.uid === uid));
  const title = folder.title ?? FOLDER.title;
  return {
    connectionId: '',
    steps: [
      ...ended.map(endStep),
      ...(isEmptied
        ? [
            {
              ...({ action: 'delete', object: 'folder', name: title, uid: FOLDER.uid } as const),
              changes: [{ field: 'title', before: title, after: '' } as const],
              command: { kind: 'deleteFolder', uid: FOLDER.uid, title } as const,
            },
          ]
        : []),
    ],
    obstacles: [],
  };
}

export const endStep = (rule: HeartbeatRule): PlanStep => ({
  ...{ action: 'delete', object: 'rule', name: rule.title },
  ...(rule.uid !== undefined && { uid: rule.uid }),
  changes: ruleChanges(rule, undefined),
  command: { kind: 'deleteRule', rule },
});

/** What a real alert takes from beginning to end, to ask for the rights and to tell what is in the way beforehand. */
export function planOfWholeRealAlert(connection: string, objects: GrafanaObjects): Plan {
  const mark = { startedAt: 0, until: 0, groupWait: 0, groupInterval: 0, connection, by: '' };
  const wish = { mark, testId: '', labels: {}, receiver: undefined };
  const plan = planRealAlert(wish, objects);
  return { ...plan, steps: [...plan.steps, endStep(realAlertRule(wish, objects))] };
}

/** A real alert whose rule is there. */
export interface FoundRealAlert {
  rule: HeartbeatRule;
  mark: RealAlertMark;
  testId: string;
  /** Its time is over: the page that ran it is gone, and nothing ends it by itself. */
  isLeft: boolean;
}

/** All real alerts that a reading tells of, the oldest first. */
export const realAlertsIn = (
  { realAlertRules = [] }: Pick<GrafanaObjects, 'realAlertRules'>,
  now: number
): FoundRealAlert[] =>
  realAlertRules
    .flatMap((rule) => {
      const mark = realAlertMarkOf(rule);
      return mark ? [{ rule, mark, testId: rule.labels[TEST_LABEL] ?? '', isLeft: now > mark.until }] : [];
    })
    .sort((a, b) => a.mark.startedAt - b.mark.startedAt);
