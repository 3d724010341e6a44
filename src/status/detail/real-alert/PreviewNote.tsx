import { t } from '@grafana/i18n';
import { Alert, Spinner, Stack, Text } from '@grafana/ui';
import type { PreviewWay } from '../../../connection/real-alert/preview';
import { formatSeconds } from '../../../ui/formatSeconds';
import { InternalLinkButton } from '../../../ui/InternalLinkButton';
import { routePath } from '../../../ui/pagePaths';
import { verbatim } from '../../../ui/verbatim';
import type { Preview } from './usePreview';

interface Props {
  preview: Preview;
  connection: string;
  /** How long Grafana takes to evaluate a new rule at most, seconds. */
  evaluatedWithin: number;
}

/** Where an alert with the chosen labels would go, and when it would leave. */
export function PreviewNote({ preview: { ways, isReading }, connection, evaluatedWithin }: Props) {
  if (!ways) {
    return isReading ? (
      <Stack direction="row" gap={1} alignItems="center">
        <Spinner inline />
        <Text>{t('real-alert.preview.reading', 'Reading the notification policies...')}</Text>
      </Stack>
    ) : (
      <Text element="p" color="secondary">
        {t(
          'real-alert.preview.unknown',
          'The notification policies cannot be read, so where it goes is seen only once it is sent.'
        )}
      </Text>
    );
  }
  const here = ways.filter(({ isHere }) => isHere);
  const others = ways.filter(({ isHere }) => !isHere);
  return (
    <div role="status">
      {here.length > 0 ? (
        <Stack direction="column" gap={1}>
          {here.map((way) => (
            <Text key={way.receiver} element="p">
              {hereText(way, evaluatedWithin)}
            </Text>
          ))}
          {others.length > 0 && (
            <Text element="p">
              {t('real-alert.preview.also', 'It also goes to: {{names}}.', verbatim({ names: namesOf(others) }))}
            </Text>
          )}
          {here.some(({ isHeld }) => isHeld) && (
            <Text element="p">
              {t('real-alert.preview.held', 'Mute or active timings of the policy may hold it back at this time.')}
            </Text>
          )}
        </Stack>
      ) : (
        <Alert
          severity="warning"
          title={t(
            'real-alert.preview.elsewhere',
            'It would go to {{names}}, not to IRM',
            verbatim({ names: namesOf(others) })
          )}
          bottomSpacing={0}
        >
          <Stack direction="column" gap={1} alignItems="flex-start">
            <Text element="p">
              {t(
                'real-alert.preview.elsewhere-text',
                'No notification policy leads an alert with these labels to this connection. Choose other labels, or route alerts first.'
              )}
            </Text>
            <InternalLinkButton href={routePath({ connection })} size="sm" variant="secondary" icon="code-branch">
              {t('real-alert.route', 'Route alerts')}
            </InternalLinkButton>
          </Stack>
        </Alert>
      )}
    </div>
  );
}

const namesOf = (ways: readonly PreviewWay[]) => [...new Set(ways.map(({ receiver }) => receiver))].join(', ');

function hereText({ receiver, isCertain, groupWait }: PreviewWay, evaluatedWithin: number): string {
  const values = verbatim({
    receiver,
    evaluation: formatSeconds(evaluatedWithin),
    wait: formatSeconds(groupWait),
  });
  return isCertain
    ? t(
        'real-alert.preview.here',
        'It goes to {{receiver}}. It fires within {{evaluation}} and leaves after the group wait of {{wait}}.',
        values
      )
    : t(
        'real-alert.preview.maybe',
        'It may go to {{receiver}}; a regular expression of a policy decides. It fires within {{evaluation}} and leaves after the group wait of {{wait}}.',
        values
      );
}
