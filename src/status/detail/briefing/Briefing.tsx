import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { ClipboardButton } from '@grafana/ui';
import { heartbeatUrl } from '../../../connection/endpoint/integrationPath';
import type { Live } from '../parts/useLive';
import { briefingText, HEARTBEAT_URL } from './briefingText';

/** What whoever is called needs to know, as text to paste into a chat or a ticket. */
export default function Briefing({ live }: { live: Live }) {
  const copied = (address: string) => () =>
    briefingText({ live, now: Date.now() + live.data.clockOffset, page: pageForOthers(), address });
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

/**
 * The address of this page, with the organization that Grafana switches to for whoever opens it, and without all else
 * that the browser's own may hold: with `[auth.jwt] url_login` that is a sign-in (docs/facts.md#plugins-and-their-proxy).
 */
function pageForOthers(): string {
  const { origin, pathname } = window.location;
  const { orgId } = config.bootData.user;
  return `${origin}${pathname}${orgId > 0 ? `?orgId=${orgId}` : ''}`;
}
