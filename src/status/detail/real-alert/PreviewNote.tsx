import { t } from '@grafana/i18n';
import { Alert, Spinner, Stack, Text } from '@grafana/ui';
import { openWays, type PreviewWay } from '../../../connection/real-alert/preview';
import { grafanaPaths } from '../../../grafana/links';
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
  const open = openWays(ways);
  const here = open.filter(({ isHere }) => isHere);
  const others = open.filter(({ isHere }) => !isHere);
  const shut = ways.filter((way) => !open.includes(way) && (way.isHere || others.length === 0));
  return (
    <div role="status">
      {here.length > 0 ? (
        <Stack direction="column" gap={1}>
          {here.map((way) => (
            <Text key={way.receiver} element="p">
              {hereText(way, evaluatedWithin)}
            </Text>
          ))}
          {others.length > 0 && <Text element="p">{alsoText(others)}</Text>}
          {here.every(({ target }) => target.kind === 'unknown') && (
            <Text element="p">
              {t(
                'real-alert.preview.unclear-message',
                'Whether IRM finds the alert in what it sends is what this test shows.'
              )}
            </Text>
          )}
          {here.some(({ openness }) => openness === 'held') && (
            <Text element="p">
              {t('real-alert.preview.held', 'Mute or active timings of the policy may hold it back at this time.')}
            </Text>
          )}
        </Stack>
      ) : shut.length > 0 ? (
        <NeverSent to={shut} also={others} />
      ) : (
        <Elsewhere ways={others} connection={connection} />
      )}
    </div>
  );
}

function Elsewhere({ ways, connection }: { ways: readonly PreviewWay[]; connection: string }) {
  const names = verbatim({ names: namesOf(ways) });
  const isUnclear = ways.some(({ target }) => target.kind === 'unknown' && target.why !== 'unseen');
  return (
    <Alert
      severity="warning"
      title={
        isUnclear
          ? t('real-alert.preview.unclear', 'It would go to {{names}}', names)
          : t('real-alert.preview.elsewhere', 'It would go to {{names}} instead', names)
      }
      bottomSpacing={0}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {isUnclear
            ? t(
                'real-alert.preview.unclear-text',
                'It is not known whether that is IRM. Choose other labels, or route alerts to this connection first.'
              )
            : t(
                'real-alert.preview.elsewhere-text',
                'No notification policy leads an alert with these labels to this connection. Choose other labels, or route alerts first.'
              )}
        </Text>
        <InternalLinkButton href={routePath({ connection })} size="sm" variant="secondary" icon="code-branch">
          {t('real-alert.route', 'Route alerts')}
        </InternalLinkButton>
      </Stack>
    </Alert>
  );
}

interface NeverSentProps {
  to: readonly PreviewWay[];
  /** Where it is sent all the same. */
  also: readonly PreviewWay[];
}

function NeverSent({ to, also }: NeverSentProps) {
  return (
    <Alert
      severity="warning"
      title={t('real-alert.preview.shut', 'It would never be sent to {{names}}', verbatim({ names: namesOf(to) }))}
      bottomSpacing={0}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {t(
            'real-alert.preview.shut-text',
            'The mute or active timings of the notification policy never let it through. Choose other labels, or change the timings.'
          )}
        </Text>
        {also.length > 0 && <Text element="p">{alsoText(also)}</Text>}
        <InternalLinkButton href={grafanaPaths.notificationPolicies()} size="sm" variant="secondary">
          {t('real-alert.policies', 'Notification policies in Grafana')}
        </InternalLinkButton>
      </Stack>
    </Alert>
  );
}

const alsoText = (ways: readonly PreviewWay[]): string =>
  t('real-alert.preview.also', 'It also goes to: {{names}}.', verbatim({ names: namesOf(ways) }));

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
