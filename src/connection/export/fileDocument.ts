import { FOLDER } from '../desired/objects';
import type { HeartbeatRule, Integration } from '../model';
import type { FileContactPoint, FileReceiver, FileRule, ProvisioningFile } from '../port/provisioningFile';
import { integrationWithUid } from '../reading/reading';
import { STORED_SECRET } from '../webhook/access';
import { createPlaceholders, type Placeholders } from './addresses';
import { notesOn, selectionOf, type Selection } from './selection';
import type { ExportNote, ExportSubject, ExportVariable } from './types';

/** A file of Grafana for the exported connections alone. */
export interface FileContent {
  content: unknown;
  variables: ExportVariable[];
  notes: ExportNote[];
}

/**
 * What Grafana exported, cut down to the connections and with variables in place of addresses and secrets.
 *
 * Grafana puts variables of its environment into nearly all texts of such a file and takes `$$` for a dollar sign; not
 * into annotations and queries (docs/facts.md#exports-and-files). Whether an export has its dollar signs doubled
 * already depends on the version, so what the plugin has read itself is written, where it has.
 */
export function fileContentOf(file: ProvisioningFile, subject: ExportSubject): FileContent {
  const selection = selectionOf(subject);
  const names = createPlaceholders(subject.connections, (name) => name.toUpperCase());
  const contactPoints = (file.contactPoints ?? [])
    .filter(({ receivers }) => receivers.some(({ uid }) => selection.integrations.has(uid)))
    .map((point) => contactPointOf(point, selection, { names, subject }));
  const groups = (file.groups ?? []).flatMap((group) => {
    const rules = group.rules.flatMap((rule) => {
      const read = selection.rules.get(rule.uid);
      return read ? [{ rule, read }] : [];
    });
    const [first] = rules;
    return first
      ? [
          {
            ...group,
            name: doubled(first.read.group),
            folder:
              first.read.folderUid === FOLDER.uid ? literal(group.folder, subject.objects.folder.title) : group.folder,
            rules: rules.map(({ rule, read }) => ruleOf(rule, read)),
          },
        ]
      : [];
  });
  const content = {
    apiVersion: 1,
    ...(contactPoints.length > 0 && { contactPoints }),
    ...(groups.length > 0 && { groups }),
    ...(file.policies && { policies: file.policies }),
  };
  const exported = {
    contactPoints: new Set(
      contactPoints.flatMap(({ receivers }) => receivers.map(({ uid }) => nameIn(selection, uid)))
    ),
    rules: new Set(groups.flatMap(({ rules }) => rules.map(({ uid }) => uid))),
  };
  return {
    content: mapTexts(content, names.withoutTokens),
    variables: names.used(),
    notes: notesOn(selection, exported),
  };
}

const nameIn = ({ integrations }: Selection, uid: string) => integrations.get(uid)?.name ?? '';

interface Tools {
  names: Placeholders;
  subject: ExportSubject;
}

function contactPointOf(point: FileContactPoint, selection: Selection, { names, subject }: Tools): FileContactPoint {
  const name = point.receivers.map(({ uid }) => nameIn(selection, uid)).find((read) => read !== '') ?? point.name;
  return {
    ...point,
    name: doubled(name),
    receivers: point.receivers.map((receiver) => {
      const read = integrationWithUid(receiver.uid, subject.objects);
      return { ...receiver, settings: settingsOf(receiver, read, { names, contactPoint: name }) };
    }),
  };
}

function settingsOf(
  { settings }: FileReceiver,
  read: Integration | undefined,
  { names, contactPoint }: { names: Placeholders; contactPoint: string }
): Record<string, unknown> {
  const at = (value: unknown, truth: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'string') {
      const [setting = ''] = path;
      if (path.join('.') === 'url' && value !== '' && value !== STORED_SECRET) {
        const address = names.address(read?.url || value, contactPoint);
        return address.suffix === '' ? `$${address.variable}` : `\${${address.variable}}${address.suffix}`;
      }
      const isSecret = value === STORED_SECRET || (setting === 'headers' && value !== '');
      return isSecret ? `$${names.secret(contactPoint, path.join(' '))}` : literal(value, truth);
    }
    if (Array.isArray(value)) {
      const truths: unknown[] = Array.isArray(truth) ? truth : [];
      return value.map((item, index) => at(item, truths[index], [...path, String(index)]));
    }
    return isRecord(value)
      ? Object.fromEntries(
          Object.entries(value).map(([key, inner]) => [
            key,
            at(inner, isRecord(truth) ? truth[key] : undefined, [...path, key]),
          ])
        )
      : value;
  };
  const truth = read?.otherSettings;
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, at(value, truth?.[key], [key])]));
}

function ruleOf(rule: FileRule, read: HeartbeatRule): FileRule {
  const { labels, notification_settings: sending } = rule;
  const { receiver, muteTimings, activeTimings } = read;
  return {
    ...rule,
    title: doubled(read.title),
    ...(isRecord(labels) && { labels: mapTexts(read.labels, doubled) }),
    ...(isRecord(sending) && {
      notification_settings: {
        ...sending,
        receiver: doubled(receiver),
        ...(muteTimings.length > 0 && { mute_time_intervals: muteTimings.map(doubled) }),
        ...(activeTimings.length > 0 && { active_time_intervals: activeTimings.map(doubled) }),
      },
    }),
  };
}

/** A text that Grafana reads as it is. */
export const doubled = (text: string): string => text.replaceAll('$', '$$$$');

/** An exported text, with its dollar signs doubled whether Grafana has done so or not. */
function literal(exported: string, truth: unknown): string {
  return typeof truth === 'string' && (exported === truth || exported === doubled(truth)) ? doubled(truth) : exported;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => mapTexts(item, change));
  }
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)]))
    : value;
}
