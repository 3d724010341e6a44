import { t } from '@grafana/i18n';
import type { Endpoint } from '../../connection/model';
import { verbatim } from '../../ui/verbatim';

/** In what the addresses of one integration differ, a sentence for each part. */
export function describeDifferences(pasted: Endpoint, connected: Endpoint): string[] {
  const here = new URL(pasted.base);
  const there = new URL(connected.base);
  const differences: string[] = [];
  if (here.protocol !== there.protocol) {
    differences.push(
      t(
        'setup.endpoint.twin.scheme',
        'That one uses {{there}}, this one {{here}}.',
        verbatim({ there: there.protocol.replace(':', ''), here: here.protocol.replace(':', '') })
      )
    );
  } else if (here.host !== there.host) {
    differences.push(
      t(
        'setup.endpoint.twin.host',
        'That one writes the host as {{there}}, this one as {{here}}.',
        verbatim({ there: there.host, here: here.host })
      )
    );
  }
  if (pasted.type !== connected.type) {
    differences.push(
      t(
        'setup.endpoint.twin.type',
        'That one is of type {{there}}, this one of type {{here}}. IRM takes alerts under one of them only.',
        verbatim({ there: connected.type, here: pasted.type })
      )
    );
  }
  if (here.pathname !== there.pathname) {
    differences.push(
      t(
        'setup.endpoint.twin.path',
        'The path in front of /integrations/ is {{there}} there and {{here}} here.',
        verbatim({ there: there.pathname, here: here.pathname })
      )
    );
  }
  return differences;
}
