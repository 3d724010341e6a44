import { t } from '@grafana/i18n';
import { beatEffectOf } from './historyStretches';

/** A state of the rule in Grafana's words, with what it means for the beats. */
export function stateLabel(state: string): string {
  switch (beatEffectOf(state)) {
    case 'beats':
      return t('status.history.beats', '{{state}} (beats leave)', { state });
    case 'soon':
      return t('status.history.soon', '{{state}} (beats leave soon)', { state });
    case 'silent':
      return t('status.history.silent', '{{state}} (no beats)', { state });
  }
}
