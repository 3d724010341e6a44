import { locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';

/** Plain links of plugins change the page without loading it anew, as in Grafana. */
export function followLinksInside(): void {
  document.addEventListener('click', (event) => {
    const anchor = event.target instanceof Element ? event.target.closest('a') : null;
    const href = anchor?.getAttribute('href');
    if (!anchor || !href || anchor.target || event.ctrlKey || event.metaKey || event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    const address = locationUtil.stripBaseFromUrl(href);
    if (/^[a-z][a-z0-9+.-]*:/i.test(address)) {
      location.href = address;
    } else if (address.startsWith('#')) {
      location.hash = address;
    } else {
      locationService.push(address.startsWith('/') ? address : `/${address}`);
    }
  });
}
