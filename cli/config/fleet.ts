import { connectionId } from '../../src/connection/endpoint/identity';
import { readEndpoint } from '../../src/connection/endpoint/readEndpoint';
import type { ToldReplicas } from '../../src/connection/health/replicas';
import type { Endpoint } from '../../src/connection/model';
import { failure, success, type Result } from '../../src/connection/result';
import { describeAddressProblem } from '../../src/ui/describeAddressProblem';
import { inWords, type Place, type Problem } from './problems';
import type { ReadFile } from './readFleetFile';
import { GRAFANA_PLACE, type ConnectionEntry, type FleetFile, type GrafanaEntry } from './schema';
import { wishOf, type Wish } from './wish';

export interface FleetGrafana {
  name: string;
  /** Without a slash at the end. */
  url: string;
  token: string;
  /** The organization that the token has to belong to; undefined for whichever it does. */
  org: number | undefined;
  replicas: ToldReplicas;
  /** Undefined where the file names none, and for commands that do not ask it. */
  irm: FleetIrm | undefined;
  connections: FleetConnection[];
}

/** IRM's API. */
export interface FleetIrm {
  /** Without a slash at the end. */
  url: string;
  token: string;
  /** Address of the stack, which tokens of service accounts need; undefined for an API key of IRM's own. */
  stack: string | undefined;
}

export interface FleetConnection {
  /** Of the contact point. */
  name: string;
  /** Undefined only where nothing is written and its variable is not set: the connection is then known by its name. */
  endpoint: Endpoint | undefined;
  wish: Wish;
}

interface Wanted {
  env: Readonly<Record<string, string | undefined>>;
  grafanas: readonly string[];
  connections: readonly string[];
  /** Whether an endpoint whose variable is not set is an error. */
  needsEndpoints: boolean;
  /** Whether IRM's API is asked where the file names it. */
  needsIrm: boolean;
}

/** Joins the file with the environment: which connections are wanted in which Grafana, and with which secrets. */
export function resolveFleet({ content, lineOf }: ReadFile, wanted: Wanted): Result<FleetGrafana[], Problem[]> {
  const problems: Problem[] = [];
  const note = (path: Place, text: string) => problems.push({ line: lineOf(path), place: inWords(path), text });
  checkNames(content, wanted, note);
  const grafanas = content.grafanas.flatMap((entry, index) => {
    if (wanted.grafanas.length > 0 && !wanted.grafanas.includes(entry.name)) {
      return [];
    }
    const token = tokenOf(entry, ['grafanas', index], content, wanted, note);
    const irm = irmOf(entry, index, content, wanted, note);
    const connections = connectionsOf(entry, content, wanted, note);
    const { name, url, org, replicas } = entry;
    return [{ name, url: withoutSlash(url), token, org, replicas, irm, connections }];
  });
  checkShared(grafanas, content, note);
  return problems.length > 0 ? failure(onceEach(problems)) : success(grafanas);
}

type Note = (path: Place, text: string) => void;

const withoutSlash = (url: string) => url.replace(/\/+$/, '');

/** A variable that many Grafanas share is missing once. */
const onceEach = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [`${problem.place} ${problem.text}`, problem])).values(),
];

function checkNames(file: FleetFile, wanted: Wanted, note: Note) {
  const { grafanas, connections = [] } = file;
  const known = new Set<string>();
  const places = new Set<string>();
  for (const [index, { name, url, org }] of grafanas.entries()) {
    if (known.has(name)) {
      note(['grafanas', index, 'name'], `There is another Grafana named "${name}".`);
    }
    known.add(name);
    const place = `${withoutSlash(url)} ${org ?? ''}`;
    if (places.has(place)) {
      note(['grafanas', index, 'url'], 'Another entry has this address and organization already.');
    }
    places.add(place);
  }
  checkNamesApart(file, note);
  for (const [index, entry] of connections.entries()) {
    const named = namesIn(entry);
    for (const name of named ?? []) {
      if (!known.has(name)) {
        note(['connections', index, 'grafanas'], `There is no Grafana named "${name}" in this file.`);
      }
    }
  }
  for (const name of wanted.grafanas.filter((one) => !known.has(one))) {
    note([], `--grafana: there is no Grafana named "${name}" in this file.`);
  }
  for (const name of wanted.connections.filter((one) => !connections.some((entry) => entry.name === one))) {
    note([], `--connection: there is no connection named "${name}" in this file.`);
  }
}

/** Names become parts of variables and folders, where two must not meet: one Grafana would get the token of another. */
function checkNamesApart(file: FleetFile, note: Note) {
  const usesPlace = JSON.stringify(file).includes(GRAFANA_PLACE);
  const taken = new Map<string, string>();
  for (const [index, { name }] of file.grafanas.entries()) {
    const folder = `folder ${folderFor(name).toLowerCase()}`;
    for (const part of usesPlace ? [folder, `variable ${variablePart(name)}`] : [folder]) {
      const other = taken.get(part);
      if (other !== undefined && other !== name) {
        const text = `Variables and folders cannot tell this name from "${other}": let letters or numbers differ (A to Z in variables).`;
        note(['grafanas', index, 'name'], text);
      }
      taken.set(part, name);
    }
  }
}

/** Undefined for all of them. */
function namesIn({ grafanas }: ConnectionEntry): readonly string[] | undefined {
  if (grafanas === undefined || grafanas === 'all') {
    return undefined;
  }
  return typeof grafanas === 'string' ? [grafanas] : grafanas;
}

const variablePart = (grafana: string) => grafana.toUpperCase().replace(/[^A-Z0-9]+/g, '_');

const variableFor = (name: string, grafana: string) => name.replaceAll(GRAFANA_PLACE, variablePart(grafana));

/** A name of the file as the name of a folder, on every system; letters of all scripts stay, by which names differ. */
export const folderFor = (name: string): string =>
  name.replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-').replace(/^\.+/, '') || 'grafana';

/** What a header can carry: anything else would fail with a message that repeats it. */
const PRINTABLE = /^[\x21-\x7e]+$/;

function tokenOf(entry: GrafanaEntry, path: Place, { defaults }: FleetFile, { env }: Wanted, note: Note): string {
  const from = entry.tokenFrom ?? defaults?.tokenFrom;
  if (from === undefined) {
    note(path, 'tokenFrom is missing, here and in defaults: the environment variable that holds the token.');
    return '';
  }
  return tokenIn(variableFor(from, entry.name), env, (text) => note([...path, 'tokenFrom'], text));
}

function tokenIn(variable: string, env: Wanted['env'], complain: (text: string) => void): string {
  const token = env[variable]?.trim() ?? '';
  if (token === '') {
    complain(`The environment variable ${variable} is not set.`);
  } else if (!PRINTABLE.test(token)) {
    complain(`The environment variable ${variable} holds no token: it has blanks or line breaks in it.`);
  }
  return token;
}

function irmOf(
  entry: GrafanaEntry,
  index: number,
  { defaults }: FleetFile,
  { env, needsIrm }: Wanted,
  note: Note
): FleetIrm | undefined {
  const irm = entry.irm ?? defaults?.irm;
  if (!irm || !needsIrm) {
    return undefined;
  }
  const path: Place = entry.irm ? ['grafanas', index, 'irm', 'tokenFrom'] : ['defaults', 'irm', 'tokenFrom'];
  const token = tokenIn(variableFor(irm.tokenFrom, entry.name), env, (text) => note(path, text));
  return { url: withoutSlash(irm.url), token, stack: irm.stack && withoutSlash(irm.stack) };
}

function connectionsOf(grafana: GrafanaEntry, content: FleetFile, wanted: Wanted, note: Note): FleetConnection[] {
  const found: FleetConnection[] = [];
  for (const [index, entry] of (content.connections ?? []).entries()) {
    const path: Place = ['connections', index];
    const names = namesIn(entry);
    const isChosen = wanted.connections.length === 0 || wanted.connections.includes(entry.name);
    if (!isChosen || (names && !names.includes(grafana.name))) {
      continue;
    }
    if (found.some(({ name }) => name === entry.name)) {
      note([...path, 'name'], `${grafana.name} would get two connections named "${entry.name}".`);
    }
    const endpoint = endpointOf(grafana, entry, path, content, wanted, note);
    if (endpoint && found.some((other) => other.endpoint && connectionId(other.endpoint) === connectionId(endpoint))) {
      note([...path, 'endpointFrom'], `${grafana.name} would get two connections to one integration.`);
    }
    found.push({ name: entry.name, endpoint, wish: wishOf(entry, content.defaults ?? {}) });
  }
  return found;
}

function endpointOf(
  grafana: GrafanaEntry,
  entry: ConnectionEntry,
  path: Place,
  { defaults }: FleetFile,
  { env, needsEndpoints }: Wanted,
  note: Note
): Endpoint | undefined {
  const from = entry.endpointFrom ?? defaults?.endpointFrom;
  if (from === undefined) {
    note(path, 'endpointFrom is missing, here and in defaults: the environment variable that holds the endpoint.');
    return undefined;
  }
  const variable = variableFor(from, grafana.name);
  const value = env[variable]?.trim() ?? '';
  if (value === '') {
    if (needsEndpoints) {
      note([...path, 'endpointFrom'], `The environment variable ${variable} is not set.`);
    }
    return undefined;
  }
  const reading = readEndpoint(value);
  if (!reading.ok) {
    const why =
      reading.reason === 'heartbeatAddress'
        ? 'It is the heartbeat endpoint. Give the one for alerts; the other follows from it.'
        : describeAddressProblem(reading.reason);
    note([...path, 'endpointFrom'], `The environment variable ${variable} holds no endpoint. ${why}`);
    return undefined;
  }
  return reading.endpoint;
}

/**
 * IRM misses heartbeats of an integration only when nobody sends any. Several Grafanas with one integration cover for
 * each other, so that one of them can be silent unnoticed.
 */
function checkShared(grafanas: readonly FleetGrafana[], { connections = [] }: FleetFile, note: Note) {
  const senders = new Map<string, { name: string; grafanas: string[] }>();
  for (const grafana of grafanas) {
    for (const { name, endpoint, wish } of grafana.connections) {
      if (endpoint && wish.heartbeat && !wish.shared) {
        const id = connectionId(endpoint);
        const found = senders.get(id) ?? { name, grafanas: [] };
        found.grafanas.push(grafana.name);
        senders.set(id, found);
      }
    }
  }
  for (const { name, grafanas: sharing } of senders.values()) {
    if (sharing.length > 1) {
      const some =
        sharing.length > 3 ? `${sharing.slice(0, 3).join(', ')} and ${sharing.length - 3} more` : sharing.join(', ');
      note(
        ['connections', connections.findIndex((one) => one.name === name), 'endpointFrom'],
        `${some} would send heartbeats to one integration, and IRM would miss none as long as one of them does. Give each an integration of its own (${GRAFANA_PLACE} in endpointFrom), or set heartbeat to false, or shared to true.`
      );
    }
  }
}
