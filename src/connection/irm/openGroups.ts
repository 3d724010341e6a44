import { TEST_LABEL } from '../desired/objects';
import type { GrafanaReading } from '../reading/reading';
import { success } from '../result';
import type { AlertGroup, AlertGroupState, IrmPort, IrmResult } from './irmPort';
import { testIdIn } from './arrivalLook';
import { heartbeatNews, type HeartbeatNews } from './lostHeartbeat';

export type OpenState = Exclude<AlertGroupState, 'resolved'>;

export const OPEN_STATES: readonly OpenState[] = ['firing', 'acknowledged', 'silenced'];

const MOST_NEWEST = 5;

/** An open alert group, without what was sent. Times are epoch milliseconds. */
export interface OpenGroup {
  id: string;
  title: string;
  state: OpenState;
  createdAt: number;
  link?: string | undefined;
  /** What it says of the heartbeat; undefined when it is about anything else. */
  news?: HeartbeatNews | undefined;
  /** Of the test that it was sent by; undefined when it is about anything else. */
  testId?: string | undefined;
}

export interface OpenGroups {
  counts: Readonly<Record<OpenState, number>>;
  /** The newest five of all states, newest first. */
  newest: OpenGroup[];
}

/** Counts the open alert groups of an integration, one request a state: IRM filters by one state at a time. */
export async function readOpenGroups(
  irm: Pick<IrmPort, 'listAlertGroups'>,
  integrationId: string
): IrmResult<OpenGroups> {
  const counts: Record<OpenState, number> = { firing: 0, acknowledged: 0, silenced: 0 };
  const groups = new Map<string, OpenGroup>();
  for (const state of OPEN_STATES) {
    const answer = await irm.listAlertGroups({ integrationId, state, perPage: MOST_NEWEST });
    if (!answer.ok) {
      return answer;
    }
    counts[state] = answer.value.total;
    // One that changes its state in between is met twice.
    answer.value.items.forEach((group) => groups.set(group.id, openGroup(group, state)));
  }
  const newest = [...groups.values()].sort((a, b) => b.createdAt - a.createdAt).slice(0, MOST_NEWEST);
  return success({ counts, newest });
}

const openGroup = ({ id, title, createdAt, link, lastAlert }: AlertGroup, state: OpenState): OpenGroup => ({
  id,
  title,
  state,
  createdAt,
  link,
  news: heartbeatNews(lastAlert.payload),
  testId: testIdIn(lastAlert.payload),
});

/** A resolved message comes with the next group interval, 5 minutes unless a policy says otherwise; milliseconds. */
const CLOSED_BY_ITSELF = 600_000;

/**
 * Whether a test opened the group and nothing closes it by itself: its test has no rule that fires, and a resolved
 * message would be there.
 */
export const isLeftByTest = <Group extends Pick<OpenGroup, 'testId' | 'createdAt'>>(
  group: Group,
  { realAlertRules = [], problems, serverTime }: Pick<GrafanaReading, 'realAlertRules' | 'problems' | 'serverTime'>
): group is Group & { testId: string } =>
  group.testId !== undefined &&
  !problems.rules &&
  realAlertRules.every(({ labels }) => labels[TEST_LABEL] !== group.testId) &&
  serverTime - group.createdAt > CLOSED_BY_ITSELF;
