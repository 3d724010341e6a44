/**
 * Leaves what is written through the provisioning API editable in Grafana's user interface. It has to go along with
 * every write; without it the object is locked ("provisioned").
 */
export function editableHeader(isEditable: boolean): Record<string, string> {
  return isEditable ? { 'X-Disable-Provenance': 'true' } : {};
}
