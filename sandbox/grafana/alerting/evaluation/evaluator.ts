import type { Clock } from '../../../clock';
import type { Folders, GrafanaVersion } from '../../context';
import type { Alert } from '../dispatch/alerts';
import type { StoredRule } from '../rules/rule';
import { alertOfInstance, instanceLabels } from './alertOfInstance';
import type { History } from './history';
import { formatState, isFiring, needsSending, nextInstance, type Instance, type InstanceState } from './instance';
import { evaluateCondition, type DataSource } from './queries';

export interface Evaluated {
  /** The rule as it was last seen; its alerts go out under these labels. */
  rule: StoredRule;
  folderTitle: string;
  content: string;
  instance?: Instance;
}

export interface Evaluator {
  evaluate(rule: StoredRule, at: number): void;
  /** Takes over a changed rule, resolving what fired before. */
  update(rule: StoredRule): void;
  forget(uid: string): void;
  instanceOf(uid: string): Instance | undefined;
  save(): Evaluated[];
  load(saved: Evaluated[]): void;
}

interface EvaluatorDeps {
  clock: Clock;
  version: GrafanaVersion;
  rootUrl: string;
  folders: Folders;
  history: History;
  dataSources(): DataSource[];
  send(alerts: Alert[]): void;
}

/** All that starts a rule afresh when it changes. */
function contentOf(rule: StoredRule, folderTitle: string): string {
  const { id, version, index, updated, updatedBy, provenance, editorSettings, guid, ...content } = rule;
  return JSON.stringify({ ...content, folderTitle });
}

export function createEvaluator(deps: EvaluatorDeps): Evaluator {
  const { clock, history } = deps;
  const known = new Map<string, Evaluated>();

  function send(seen: Evaluated, instance: Instance, state: InstanceState, endsAt: number) {
    const { rule, folderTitle } = seen;
    deps.send([alertOfInstance({ ...deps, rule, folderTitle, instance, state, endsAt, now: clock.now() })]);
  }

  function record({ rule, folderTitle }: Evaluated, previous: string, next: string, instance: Instance, at: number) {
    if (previous !== next) {
      const labels = instanceLabels(rule, folderTitle);
      const { values, error } = instance;
      history.record({ ruleUid: rule.uid, title: rule.title, labels, at, previous, next, values, error });
    }
  }

  /** Ends what the rule had going: a resolved message for what fired. */
  function clear(seen: Evaluated, reason: string) {
    const { instance } = seen;
    seen.instance = undefined;
    if (instance && isFiring(instance.state)) {
      const now = clock.now();
      send(seen, instance, instance.state, now);
      const resolved = { ...instance, values: {} };
      record(seen, formatState(instance), formatState({ state: 'Normal', reason }), resolved, now);
    }
  }

  function update(rule: StoredRule): Evaluated {
    const folderTitle = deps.folders.get(rule.folderUid)?.title ?? '';
    const content = contentOf(rule, folderTitle);
    const before = known.get(rule.uid);
    if (before?.content === content) {
      return before;
    }
    if (before) {
      clear(before, rule.isPaused ? 'Paused' : 'Updated');
    }
    const seen: Evaluated = { rule, folderTitle, content };
    known.set(rule.uid, seen);
    return seen;
  }

  return {
    update,
    evaluate(rule, at) {
      const seen = update(rule);
      if (rule.isPaused) {
        return;
      }
      const before = seen.instance;
      const result = evaluateCondition(rule.data, rule.condition, deps.dataSources());
      const instance = nextInstance(rule, before, result, at);
      seen.instance = instance;
      record(seen, formatState(before ?? { state: 'Normal', reason: '' }), formatState(instance), instance, at);
      if (needsSending(instance, at)) {
        instance.lastSentAt = at;
        const isOver = instance.state === 'Normal';
        send(seen, instance, isOver ? (before?.state ?? 'Normal') : instance.state, instance.endsAt);
      }
    },
    forget(uid) {
      const seen = known.get(uid);
      if (seen) {
        clear(seen, 'RuleDeleted');
        known.delete(uid);
      }
    },
    instanceOf: (uid) => known.get(uid)?.instance,
    save: () => [...known.values()],
    load(saved) {
      known.clear();
      saved.forEach((seen) => known.set(seen.rule.uid, seen));
    },
  };
}
