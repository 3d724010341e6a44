import * as v from 'valibot';
import { mapOf } from '../transport/forms';
import type { Permissions } from '../connection/plan/granted';
import type { GrafanaResult } from '../connection/port/grafanaPort';
import { failure, mapResult } from '../connection/result';
import { requestList } from './request';
import type { Transport } from '../transport/transport';

const form = mapOf(v.array(v.string()));

/**
 * What whoever asks may do, with scopes: the signed-in person, or through the proxy the plugin's service account
 * (state.json, "user permissions").
 */
export async function readPermissions(transport: Transport): GrafanaResult<Permissions> {
  const path = '/api/access-control/user/permissions';
  return mapResult(await requestList(transport, { method: 'GET', path }, form), ({ value }) => value);
}

/** What opens the pages of plugins: whoever looks at one holds it, without an account as well (docs/rights.md). */
export const OPENS_PLUGINS = 'plugins.app:access';

/**
 * The same, where it can be true. A list without any permission comes from something in front of Grafana, or from one
 * that is not ready, rather than from Grafana; and so does one of a person that lacks what the page was opened with.
 */
export async function readRights(transport: Transport, isPerson: boolean): GrafanaResult<Permissions> {
  const answer = await readPermissions(transport);
  const isWhole = !answer.ok || (isPerson ? OPENS_PLUGINS in answer.value : Object.keys(answer.value).length > 0);
  const message = 'The list of permissions is empty, or lacks what everybody holds.';
  return isWhole ? answer : failure({ reason: 'unexpected', message, status: 200 });
}
