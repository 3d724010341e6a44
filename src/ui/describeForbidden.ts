import { t } from '@grafana/i18n';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { verbatim } from './verbatim';
import { withoutFullStop } from './withoutFullStop';

/** Who lacks what, and who can give it: the person who looks, or the plugin's service account. */
export function describeForbidden({ message, serviceAccountAt }: GrafanaError): Record<'title' | 'text', string> {
  if (/^plugin proxy route access denied/i.test(message)) {
    // The plugin's routes are closed to a role below Editor, which the person had when they opened the page.
    return {
      title: t('ui.grafana-error.role-changed.title', 'Your role in this organization has changed'),
      text: t(
        'ui.grafana-error.role-changed.text',
        'Only Editors and Admins use the service account of IRM Connect. Your role changed, or your session ended, while this page was open. Reload the page to see what you can do now.'
      ),
    };
  }
  if (/protected fields/i.test(message)) {
    return {
      title: t('ui.grafana-error.protected.title', 'The URL of this contact point is protected'),
      text: t(
        'ui.grafana-error.protected.text',
        'Only an Admin or the account that created the contact point can change its URL.'
      ),
    };
  }
  const [, named = message] = /permissions needed: (.+)/i.exec(message) ?? [];
  const missing = verbatim({ message: withoutFullStop(named) });
  return serviceAccountAt === undefined
    ? {
        title: t('ui.grafana-error.forbidden.title', 'You lack a permission'),
        text: t(
          'ui.grafana-error.forbidden.text',
          'Missing permission: {{message}}. Ask an Admin for it, or for the Editor role.',
          missing
        ),
      }
    : {
        title: t('ui.grafana-error.account-forbidden.title', "The plugin's service account lacks a permission"),
        text: t(
          'ui.grafana-error.account-forbidden.text',
          'Missing permission: {{message}}. An Admin can give the service account the Editor role.',
          missing
        ),
      };
}
