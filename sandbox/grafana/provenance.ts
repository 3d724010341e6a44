import type { Context } from 'hono';

/** What a write through the provisioning API asks for: any value of the header, even `false`, lifts the lock. */
export function wantedProvenance(c: Context): string {
  return c.req.header('X-Disable-Provenance') === undefined ? 'api' : '';
}

/** What is said of a locked policy tree or mute timing, and by the app platform. */
export function invalidProvenance(stored: string, wanted: string) {
  const [SourceProvenance, TargetProvenance] = [stored || 'none', wanted || 'none'];
  return {
    statusCode: 403,
    messageId: 'alerting.notifications.invalidProvenance',
    message: `Resource with provenance status '${SourceProvenance}' cannot be managed via API that handles resources with provenance status '${TargetProvenance}'. You must use appropriate API to manage this resource`,
    extra: { SourceProvenance, TargetProvenance },
  };
}
