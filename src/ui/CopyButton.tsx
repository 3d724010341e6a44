import { t } from '@grafana/i18n';
import { ClipboardButton } from '@grafana/ui';
import { verbatim } from './verbatim';

/** Copies a text. `what` names it for screen readers, in the middle of a sentence: "title". */
export function CopyButton({ text, what, size = 'sm' }: { text: string; what: string; size?: 'sm' | 'md' }) {
  return (
    <ClipboardButton
      getText={() => text}
      icon="copy"
      variant="secondary"
      size={size}
      disabled={text === ''}
      aria-label={t('ui.copy.label', 'Copy {{what}}', verbatim({ what }))}
    >
      {t('ui.copy.text', 'Copy')}
    </ClipboardButton>
  );
}
