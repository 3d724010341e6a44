import { t } from '@grafana/i18n';
import { ClipboardButton } from '@grafana/ui';
import { heartbeatUrl } from '../../../connection/endpoint/integrationPath';
import type { Live } from '../parts/useLive';
import { briefingText, HEARTBEAT_URL } from './briefingText';

/** What whoever is called needs to know, as text to paste into a chat or a ticket. */
export default function Briefing({ live }: { live: Live }) {
  const page = window.location.href;
  const copied = (address: string) => () =>
    briefingText({ live, now: Date.now() + live.data.clockOffset, page, address });
  return (
    <>
      <ClipboardButton icon="copy" variant="secondary" getText={copied(HEARTBEAT_URL)}>
        {t('status.briefing.copy', 'Copy briefing')}
      </ClipboardButton>
      <ClipboardButton
        variant="secondary"
        fill="text"
        tooltip={t('status.briefing.secret', 'Includes the heartbeat URL with its token. Share it with care.')}
        getText={copied(heartbeatUrl(live.connection.endpoint))}
      >
        {t('status.briefing.copy-with-url', 'Copy with URL')}
      </ClipboardButton>
    </>
  );
}
