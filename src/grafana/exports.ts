import { FOLDER } from '../connection/desired/objects';
import type { GrafanaError, GrafanaPort, GrafanaResult } from '../connection/port/grafanaPort';
import type { ExportPart } from '../connection/port/provisioningFile';
import { failure, mapResult, success } from '../connection/result';
import type { Call, Transport } from '../transport/transport';
import { errorOfForm } from './errors';
import { orNotServed, requestJson, send } from './request';
import { isApiGone } from './served';
import { provisioningFile } from './wire/export';

const PROVISIONING = '/api/v1/provisioning';

/** Where each part is exported; all contact points at once, because only one could be asked for by its name. */
const PATHS: Readonly<Record<ExportPart, string>> = {
  contactPoints: `${PROVISIONING}/contact-points/export`,
  rules: `${PROVISIONING}/alert-rules/export`,
  policies: `${PROVISIONING}/policies/export`,
};

/** Grafana's own exports. Secrets are never asked for, which only Admins could read anyway. */
export function exportCalls(transport: Transport): Pick<GrafanaPort, 'exportFile' | 'exportTerraform'> {
  const callFor = (part: ExportPart, format: 'json' | 'hcl', folderUid: string): Call => ({
    method: 'GET',
    path: PATHS[part],
    query: { ...(part === 'rules' && { folderUid }), format },
  });
  return {
    async exportFile(part, folderUid = FOLDER.uid) {
      const answer = await requestJson(transport, callFor(part, 'json', folderUid), provisioningFile);
      return orNothing(
        part,
        {},
        mapResult(answer, ({ value }) => value)
      );
    },
    async exportTerraform(part, folderUid = FOLDER.uid) {
      const answer = await send(transport, callFor(part, 'hcl', folderUid));
      if (answer.ok && isOtherForm(answer.value.body)) {
        return failure(errorOfForm(answer.value, `The export of ${part} has an unknown form`));
      }
      return orNothing(
        part,
        '',
        mapResult(answer, ({ body }) => (typeof body === 'string' ? body : ''))
      );
    },
  };
}

/** No body at all is an export of nothing. */
const isOtherForm = (body: unknown) => body !== null && typeof body !== 'string';

/** A folder without rules is not found, with nothing said (12.4.0); an API that is gone says so. */
function orNothing<T>(part: ExportPart, nothing: T, answer: Awaited<GrafanaResult<T>>): Awaited<GrafanaResult<T>> {
  return !answer.ok && part === 'rules' && isEmpty(answer.error)
    ? success(nothing)
    : orNotServed(answer, { path: PATHS[part] });
}

const isEmpty = (error: GrafanaError) => error.reason === 'notFound' && error.status === 404 && !isApiGone(error);
