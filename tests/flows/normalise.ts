import type { SavedWorld } from './world';

/** A state of Grafana without what it makes up itself (ids, uids, versions, times), by names that people know. */
export interface NormalState {
  contactPoints: Record<string, unknown>;
  rules: Record<string, unknown[]>;
  folders: Record<string, unknown>;
  dashboards: Record<string, unknown>;
  silences: unknown[];
  policies: unknown;
  muteTimings: unknown;
  plugin: unknown;
  irm: NormalIrm;
}

/** Integrations by name, how many alert groups are open, and whether there was any. */
interface NormalIrm {
  integrations: Record<string, unknown[]>;
  open: number;
  hasResolved: boolean;
}

/** As far as the stand-in's saved state is looked into here. */
interface Saved {
  receivers: Array<{ name: string; integrations: Array<Record<string, unknown> & { uid: string }> }>;
  policies: unknown;
  muteTimings: unknown;
  plugin: unknown;
  alerting: {
    folders: Array<{ uid: string; title: string; parentUid?: string }>;
    content: { dashboards: Array<{ uid: string; folderUid: string; title: string; version: number }> };
    engine: {
      rules: { rules: Array<Record<string, unknown> & { uid: string; folderUid: string; title: string }> };
      alertmanager: { silences: Array<Record<string, unknown> & { endsAt: number; startsAt: number }> };
    };
  };
}

interface SavedIrm {
  integrations: Array<Record<string, unknown> & { id: string; name: string }>;
  alertGroups: Array<{ state: string }>;
}

/** As the stand-in makes uids up. */
const MADE_UP = /^[a-f]\d[a-z0-9]{12}$/;
const named = (uid: string) => (MADE_UP.test(uid) ? '(made up)' : uid);

/**
 * What is to be compared of a saved state of the stand-in.
 *
 * @param now epoch milliseconds, for what has expired
 */
export function normalise({ grafana, irm }: SavedWorld, now: number): NormalState {
  const { receivers, policies, muteTimings, plugin, alerting } = grafana as Saved;
  const { folders, content, engine } = alerting;
  return {
    contactPoints: Object.fromEntries(
      receivers.map(({ name, integrations }) => [name, integrations.map(normalIntegration)])
    ),
    rules: grouped(engine.rules.rules.map((rule) => [`${rule.folderUid}/${rule.title}`, normalRule(rule)])),
    folders: Object.fromEntries(folders.map(({ uid, title, parentUid }) => [uid, { title, parentUid }])),
    dashboards: Object.fromEntries(
      content.dashboards.map(({ uid, folderUid, title, version }) => [uid, { folderUid, title, version }])
    ),
    silences: engine.alertmanager.silences.map((silence) => normalSilence(silence, now)).sort(byText),
    policies,
    muteTimings,
    plugin,
    irm: normalIrm(irm),
  };
}

const MADE_UP_IN_IRM = ['id', 'token', 'routeId', 'createdAt', 'heartbeat'];

function normalIrm(saved: unknown): NormalIrm {
  const { integrations, alertGroups } = (saved ?? { integrations: [], alertGroups: [] }) as SavedIrm;
  const without = (one: object) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => !MADE_UP_IN_IRM.includes(key)));
  return {
    integrations: grouped(integrations.map((one) => [one.name, without(one)])),
    open: alertGroups.filter(({ state }) => state !== 'resolved').length,
    hasResolved: alertGroups.some(({ state }) => state === 'resolved'),
  };
}

function grouped(entries: Array<[string, unknown]>): Record<string, unknown[]> {
  const groups: Record<string, unknown[]> = {};
  for (const [key, value] of entries) {
    (groups[key] ??= []).push(value);
  }
  return groups;
}

function normalIntegration({ uid, ...rest }: { uid: string }) {
  return { ...rest, uid: named(uid) };
}

/** `editorSettings` only tell Grafana's form how to show a rule; false is what it is without any. */
const OF_GRAFANA = ['id', 'uid', 'guid', 'version', 'updated', 'updatedBy', 'index', 'editorSettings'];

function normalRule(rule: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(rule).filter(([key]) => !OF_GRAFANA.includes(key)));
}

function normalSilence(silence: Record<string, unknown> & { endsAt: number; startsAt: number }, now: number) {
  const { matchers, comment, createdBy, endsAt, startsAt } = silence;
  const state = endsAt <= now ? 'expired' : startsAt > now ? 'pending' : 'active';
  return { state, matchers, comment, createdBy, ...(state !== 'expired' && { endsAt }) };
}

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** What other people made before, whole, with all that Grafana notes on it; and all dashboards, which are theirs. */
export function foreignThings(saved: SavedWorld, before: SavedWorld): Record<string, unknown> {
  const { receivers, alerting } = saved.grafana as Saved;
  const then = before.grafana as Saved;
  const names = then.receivers.map(({ name }) => name);
  const rules = then.alerting.engine.rules.rules.map(({ uid }) => uid);
  const folders = then.alerting.folders.map(({ uid }) => uid);
  return {
    contactPoints: receivers.filter(({ name }) => names.includes(name)),
    rules: alerting.engine.rules.rules.filter(({ uid }) => rules.includes(uid)),
    folders: alerting.folders.filter(({ uid }) => folders.includes(uid)),
    dashboards: alerting.content.dashboards,
    integrations: integrationsIn(saved.irm).filter(({ id }) => integrationsIn(before.irm).some((one) => one.id === id)),
  };
}

const integrationsIn = (irm: unknown) => (irm as SavedIrm | undefined)?.integrations ?? [];

/** Where two plain values differ, one line each: path, before, after. */
export function differences(a: unknown, b: unknown, path = ''): string[] {
  if (a === b) {
    return [];
  }
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) {
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [`${path}: ${short(a)} -> ${short(b)}`];
  }
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => differences(a[key], b[key], path ? `${path}.${key}` : key));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const short = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 160));
