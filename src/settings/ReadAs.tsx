import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import { verbatim } from '../ui/verbatim';

/** What an address is stored as, where that is not what was entered. Says nothing of one that is taken as it is. */
export function ReadAs({ text, value }: { text: string; value: string }) {
  return (
    <div role="status">
      {value !== '' && value !== text && (
        <Text element="p" variant="bodySmall" color="secondary">
          {t('settings.read-as', 'Will be saved as {{value}}', verbatim({ value }))}
        </Text>
      )}
    </div>
  );
}
