import { t } from '@grafana/i18n';
import { Button, Icon, Spinner, Stack, Text } from '@grafana/ui';
import type { ReactNode } from 'react';
import type { Closing, GroupToResolve } from '../../../connection/irm/arrivalResolve';
import { useServices } from '../../data/services';
import { verbatim } from '../../verbatim';
import { describeIrmError } from '../describeIrmError';
import { IrmErrorAlert } from '../IrmErrorAlert';
import { GroupLink } from './GroupLink';

interface Props {
  group: GroupToResolve;
  closing: Closing | 'running' | undefined;
  onResolve(options?: { evenWithOthers: boolean }): void;
}

/** What became of resolving a test, and what is left to do by hand. */
export function ClosingNote({ group, closing, onResolve }: Props) {
  const { settings } = useServices();
  if (closing === 'running') {
    return (
      <Stack direction="row" gap={1} alignItems="center">
        <Spinner inline />
        <Text>{t('irm.arrival.resolving', 'Resolving it in IRM...')}</Text>
      </Stack>
    );
  }
  if (closing === undefined && settings.irm.credential === 'serviceAccount') {
    return <ByHand group={group} />;
  }
  if (closing === undefined) {
    return <ResolveButton text={t('irm.arrival.resolve-now', 'Resolve it now')} onClick={() => onResolve()} />;
  }
  switch (closing.kind) {
    case 'resolved':
      return <Done text={t('irm.arrival.resolved', 'Resolved in IRM. Nothing is left open.')} />;
    case 'resolvedMeanwhile':
      return <Done text={t('irm.arrival.resolved-meanwhile', 'It was already resolved in IRM.')} />;
    case 'gone':
      return <Done text={t('irm.arrival.gone', 'It was deleted in IRM meanwhile.')} />;
    case 'holdsOthers':
      return (
        <Left text={t('irm.arrival.holds-others', 'Another alert joined the group, so it was left open.')}>
          <ResolveGroupButton onResolve={onResolve} />
          <ByHand group={closing.group} />
        </Left>
      );
    case 'attached':
      return (
        <Left
          text={t(
            'irm.arrival.attached',
            'IRM attached it to another alert group, as it does in maintenance, and resolves both together.'
          )}
        >
          <ByHand group={closing.group} />
        </Left>
      );
    case 'stillOpen':
      return (
        <Left
          text={t(
            'irm.arrival.still-open',
            'IRM accepted the request to resolve it, but still shows it as {{state}}.',
            verbatim({ state: closing.group.state })
          )}
        >
          <ResolveButton text={t('irm.arrival.resolve-again', 'Try again')} onClick={() => onResolve()} />
          <ByHand group={closing.group} />
        </Left>
      );
    case 'unconfirmed':
      return (
        <Left
          text={t(
            'irm.arrival.unconfirmed',
            'IRM accepted the request to resolve it. Whether it is resolved could not be read: {{reason}}.',
            verbatim({ reason: describeIrmError(closing.error).title })
          )}
        >
          <ResolveButton text={t('irm.arrival.look-resolved', 'Check again')} onClick={() => onResolve()} />
          <ByHand group={closing.group} />
        </Left>
      );
    case 'failed':
      return (
        <Left text={t('irm.arrival.not-resolved', 'Not resolved.')}>
          <ByHand group={closing.group} />
          {/* The spinner takes its place at once. */}
          <IrmErrorAlert error={closing.error} onRetry={() => onResolve()} isRetrying={false} />
        </Left>
      );
  }
}

/** For a group that holds alerts of others, which only a person may resolve. */
export const ResolveGroupButton = ({ onResolve }: Pick<Props, 'onResolve'>) => (
  <ResolveButton
    text={t('irm.arrival.resolve-group', 'Resolve the whole group')}
    onClick={() => onResolve({ evenWithOthers: true })}
  />
);

function ResolveButton({ text, onClick }: { text: string; onClick(): void }) {
  return (
    <div>
      <Button size="sm" variant="secondary" icon="check" onClick={onClick}>
        {text}
      </Button>
    </div>
  );
}

function Done({ text }: { text: string }) {
  return (
    <Stack direction="row" gap={0.5} alignItems="center">
      <Icon name="check" />
      <Text>{text}</Text>
    </Stack>
  );
}

function Left({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Text element="p">{text}</Text>
      {children}
    </Stack>
  );
}

function ByHand({ group }: { group: GroupToResolve }) {
  return (
    <Text element="p">
      {t('irm.arrival.by-hand', 'Resolve it in IRM:')} <GroupLink group={group} />
    </Text>
  );
}
