import { CONNECTION_LABEL, TEST_LABEL } from '../desired/objects';

export interface Label {
  name: string;
  value: string;
}

/** Why a label cannot be chosen. */
export type LabelProblem =
  | 'nameInvalid'
  /** The plugin or Grafana sets it. */
  | 'reserved'
  | 'twice'
  | 'valueMissing'
  /** Grafana would take it for a template. */
  | 'template';

const RESERVED: readonly string[] = [TEST_LABEL, CONNECTION_LABEL, 'alertname', 'grafana_folder', 'heartbeat'];

/** Rows without name and value are none. */
export const isBlank = ({ name, value }: Label): boolean => name.trim() === '' && value.trim() === '';

/** What is wrong with the label at this place; undefined when nothing is. */
export function labelProblem(labels: readonly Label[], index: number): LabelProblem | undefined {
  const label = labels[index];
  if (!label || isBlank(label)) {
    return undefined;
  }
  const name = label.name.trim();
  if (!/^[^\s{}"=!~,]{1,128}$/.test(name)) {
    return 'nameInvalid';
  }
  if (RESERVED.includes(name) || name.startsWith('__')) {
    return 'reserved';
  }
  if (labels.some((other, at) => at < index && other.name.trim() === name)) {
    return 'twice';
  }
  if (label.value.trim() === '') {
    return 'valueMissing';
  }
  return label.value.includes('{{') ? 'template' : undefined;
}

/** As a rule has them. */
export const labelSetOf = (labels: readonly Label[]): Record<string, string> =>
  Object.fromEntries(labels.filter((label) => !isBlank(label)).map(({ name, value }) => [name.trim(), value.trim()]));
