import { asObject } from '../requestBody';
import type { PluginSettings } from './settingsStore';

/** Fills `{{ .JsonData.x }}` and `{{ .SecureJsonData.x }}` as Go's templates do: what is not there reads `<no value>`. */
export function interpolate(template: string, { jsonData, secureJsonData }: PluginSettings): string {
  return template.replace(/\{\{\s*\.(JsonData|SecureJsonData)\.(\w+)\s*\}\}/g, (_, kind: string, name: string) => {
    const value = kind === 'JsonData' ? asObject(jsonData)[name] : secureJsonData[name];
    return value === undefined || value === null ? '<no value>' : String(value);
  });
}
