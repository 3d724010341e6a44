import { css } from '@emotion/css';
import { t, Trans } from '@grafana/i18n';
import { Button, Field, Icon, Input, Stack, Text, useStyles2 } from '@grafana/ui';
import type { AlertRule } from '../connection/coverage/types';
import { GrafanaErrorAlert } from '../ui/GrafanaErrorAlert';
import { PageSkeleton } from '../ui/PageSkeleton';
import { RuleList } from './RuleList';
import { useCadenceRules } from './useCadenceRules';
import { useDebounced } from './useDebounced';

const PAUSE_IN_TYPING_MS = 300;

interface Props {
  name: string;
  onNameChange(name: string): void;
  onChoose(rule: AlertRule): void;
}

/** Finds a rule by its name without reading all that there are. */
export function RuleSearch({ name, onNameChange, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const { rules, error, isLoading, hasMore, loadMore, retry } = useCadenceRules(useDebounced(name, PAUSE_IN_TYPING_MS));
  return (
    <>
      <Field className={styles.name} label={t('cadence.search.label', 'Alert rule')} noMargin>
        <Input
          id="cadence-rule-name"
          value={name}
          prefix={<Icon name="search" />}
          placeholder={t('cadence.search.placeholder', 'Search alert rules')}
          onChange={(event) => onNameChange(event.currentTarget.value)}
        />
      </Field>
      {error && <GrafanaErrorAlert error={error} onRetry={retry} isRetrying={isLoading} />}
      {!rules && isLoading && <PageSkeleton lines={4} />}
      {rules && (
        <Stack direction="column" gap={1} alignItems="flex-start">
          <div role="status">
            {rules.length === 0 && !isLoading && (
              <Text color="secondary">
                {name.trim() === ''
                  ? t('cadence.search.empty', 'No alert rules yet')
                  : t('cadence.search.none', 'No alert rules match your search')}
              </Text>
            )}
          </div>
          <RuleList rules={rules} onChoose={onChoose} />
          {hasMore && (
            <Button
              variant="secondary"
              size="sm"
              icon={isLoading ? 'spinner' : 'search'}
              disabled={isLoading}
              onClick={loadMore}
            >
              <Trans i18nKey="cadence.search.more">Load more</Trans>
            </Button>
          )}
        </Stack>
      )}
    </>
  );
}

const getStyles = () => ({ name: css({ width: '100%', maxWidth: 400 }) });
