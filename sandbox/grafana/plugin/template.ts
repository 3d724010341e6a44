import { asObject } from '../requestBody';
import type { PluginSettings } from './settingsStore';

const FIELD = String.raw`\.(JsonData|SecureJsonData)\.(\w+)`;
const PLACEHOLDER = new RegExp(String.raw`\{\{\s*(orEmpty\s+)?${FIELD}(\s*\|\s*orEmpty)?\s*\}\}`, 'g');

/**
 * Fills `{{ .JsonData.x }}` and `{{ .SecureJsonData.x }}` as Go's templates do: what is not there reads `<no value>`,
 * or nothing where Grafana's own function `orEmpty` is asked.
 */
export function interpolate(template: string, { jsonData, secureJsonData }: PluginSettings): string {
  return template.replace(PLACEHOLDER, (_, before: string | undefined, kind: string, name: string, after?: string) => {
    const value = kind === 'JsonData' ? asObject(jsonData)[name] : secureJsonData[name];
    return String(value ?? (before || after ? '' : '<no value>'));
  });
}
