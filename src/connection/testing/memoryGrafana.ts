import type { GrafanaError, GrafanaPort } from '../grafanaPort';
import type { HeartbeatRule, WebhookContactPoint } from '../model';
import { failure, success, type Result } from '../result';

export interface MemoryState {
  contactPoints: WebhookContactPoint[];
  /** Names of contact points of other types. */
  otherNames: string[];
  folders: Array<{ uid: string; title: string }>;
  rules: HeartbeatRule[];
}

/** What goes wrong with a call: `lost` does the work and loses the answer, `refused` does nothing. */
export type Trouble = { kind: 'lost' | 'refused'; error: GrafanaError };

export interface MemoryGrafana {
  port: GrafanaPort;
  state: MemoryState;
  /** Names of the calls so far. */
  calls: string[];
  /** Asked before every call; an answer makes trouble. */
  trouble: (call: string, index: number) => Trouble | undefined;
  /** Runs right before a call, for somebody else who is quicker. */
  meanwhile: (call: string, index: number) => void;
}

export const grafanaError = (reason: GrafanaError['reason'], more: Partial<GrafanaError> = {}): GrafanaError => ({
  reason,
  message: reason,
  status: undefined,
  ...more,
});

type Answer<T> = Result<T, GrafanaError>;

/** Grafana's objects in memory, with the traps of the recordings; for tests of planning and applying. */
export function memoryGrafana(initial: Partial<MemoryState> = {}): MemoryGrafana {
  const state: MemoryState = { contactPoints: [], otherNames: [], folders: [], rules: [], ...structuredClone(initial) };
  let nextRule = 1;
  const refuse = (reason: GrafanaError['reason'], status: number): Answer<never> =>
    failure(grafanaError(reason, { status }));

  const memory: MemoryGrafana = {
    port: undefined as never,
    state,
    calls: [],
    trouble: () => undefined,
    meanwhile: () => {},
  };

  async function call<T>(name: string, work: () => Answer<T>): Promise<Answer<T>> {
    const index = memory.calls.push(name) - 1;
    await Promise.resolve();
    memory.meanwhile(name, index);
    const trouble = memory.trouble(name, index);
    if (trouble?.kind === 'refused') {
      return failure(trouble.error);
    }
    const answer = work();
    return trouble ? failure(trouble.error) : structuredClone(answer);
  }

  const names = () => [...new Set([...state.contactPoints.map(({ name }) => name), ...state.otherNames])];
  const indexOf = (uid: string) => state.contactPoints.findIndex((one) => one.uid === uid);

  /** contact-points.json: a taken uid is refused, a taken name silently joined. */
  function create(contactPoint: WebhookContactPoint): Answer<void> {
    if (!/^[\w-]{1,40}$/.test(contactPoint.uid) || contactPoint.name === '' || contactPoint.url === '') {
      return refuse('invalid', 400);
    }
    if (indexOf(contactPoint.uid) >= 0) {
      return refuse('uidTaken', 409);
    }
    state.contactPoints.push(structuredClone(contactPoint));
    return success(undefined);
  }

  /** contact-points.json: api → none is refused. alert-rules.json: rules follow a renamed contact point. */
  function update(contactPoint: WebhookContactPoint): Answer<void> {
    const current = state.contactPoints[indexOf(contactPoint.uid)];
    if (!current) {
      return refuse('notFound', 404);
    }
    if (current.locked && !contactPoint.locked) {
      return refuse('locked', 500);
    }
    state.contactPoints[indexOf(contactPoint.uid)] = structuredClone(contactPoint);
    state.rules = state.rules.map((rule) =>
      rule.receiver === current.name && !names().includes(current.name)
        ? { ...rule, receiver: contactPoint.name }
        : rule
    );
    return success(undefined);
  }

  /** alert-rules.json: one that a rule uses stays. contact-points.json: an unknown uid is no error. */
  function remove(uid: string): Answer<void> {
    const current = state.contactPoints[indexOf(uid)];
    const isLast = state.contactPoints.filter(({ name }) => name === current?.name).length === 1;
    if (current && isLast && state.rules.some(({ receiver }) => receiver === current.name)) {
      return refuse('inUse', 409);
    }
    state.contactPoints = state.contactPoints.filter((one) => one.uid !== uid);
    return success(undefined);
  }

  /** ruler.json: replaces the whole group; unknown receiver and odd interval 400, unknown folder 403. */
  function write(rule: HeartbeatRule): Answer<void> {
    if (!state.folders.some(({ uid }) => uid === rule.folderUid)) {
      return refuse('forbidden', 403);
    }
    if (!names().includes(rule.receiver) || rule.evaluationInterval % 10 !== 0 || rule.groupInterval <= 0) {
      return refuse('invalid', 400);
    }
    const isMate = (other: HeartbeatRule) => other.folderUid === rule.folderUid && other.group === rule.group;
    if (state.rules.some((other) => isMate(other) && other.locked && !rule.locked)) {
      return refuse('locked', 400);
    }
    const uid = rule.uid ?? `rule-${nextRule++}`;
    state.rules = [...state.rules.filter((other) => !isMate(other)), structuredClone({ ...rule, uid })];
    return success(undefined);
  }

  memory.port = {
    listContactPoints: () =>
      call('listContactPoints', () => success({ webhooks: state.contactPoints, names: names() })),
    createContactPoint: (contactPoint) => call('createContactPoint', () => create(contactPoint)),
    updateContactPoint: (contactPoint) => call('updateContactPoint', () => update(contactPoint)),
    deleteContactPoint: (uid) => call('deleteContactPoint', () => remove(uid)),
    getFolder: (uid) => call('getFolder', () => success(state.folders.find((folder) => folder.uid === uid))),
    createFolder: (folder) =>
      call('createFolder', () => {
        if (state.folders.some(({ uid }) => uid === folder.uid)) {
          return refuse('changedMeanwhile', 412);
        }
        state.folders.push({ ...folder });
        return success(undefined);
      }),
    deleteFolder: (uid) =>
      call('deleteFolder', () => {
        if (state.rules.some(({ folderUid }) => folderUid === uid)) {
          return refuse('inUse', 400);
        }
        state.folders = state.folders.filter((folder) => folder.uid !== uid);
        return success(undefined);
      }),
    listRules: (folderUid) =>
      call('listRules', () =>
        state.folders.some(({ uid }) => uid === folderUid)
          ? success(state.rules.filter((rule) => rule.folderUid === folderUid))
          : refuse('forbidden', 403)
      ),
    writeRule: (rule) => call('writeRule', () => write(rule)),
    deleteRule: ({ uid }) =>
      call('deleteRule', () => {
        state.rules = state.rules.filter((rule) => rule.uid !== uid);
        return success(undefined);
      }),
    ruleStatuses: () => call('ruleStatuses', () => success({ value: [], serverTime: 0 })),
    receiverStatuses: () => call('receiverStatuses', () => success({ value: [], serverTime: 0 })),
    testContactPoint: () => call('testContactPoint', () => success({ kind: 'accepted', durationMs: 1 } as const)),
    listDataSources: () => call('listDataSources', () => success([])),
  };
  return memory;
}
