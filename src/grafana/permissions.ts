import * as z from '../transport/zod';
import type { Permissions } from '../connection/plan/granted';
import type { GrafanaResult } from '../connection/port/grafanaPort';
import { mapResult } from '../connection/result';
import { requestList } from './request';
import type { Transport } from '../transport/transport';

const form = z.record(z.string(), z.array(z.string()));

/**
 * What whoever asks may do, with scopes: the signed-in person, or through the proxy the plugin's service account
 * (state.json, "user permissions").
 */
export async function readPermissions(transport: Transport): GrafanaResult<Permissions> {
  const path = '/api/access-control/user/permissions';
  return mapResult(await requestList(transport, { method: 'GET', path }, form), ({ value }) => value);
}
