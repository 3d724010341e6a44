import { useState } from 'react';
import { useServices } from './data/services';

const KEY = 'irmconnect.no-cloud';

/**
 * Whether this is Grafana Cloud, as far as can be told: a Grafana of one's own may look like it, as its namespace can be
 * set to `stacks-7`. `goOn` says in this browser session that it is none.
 */
export function useCloudChoice() {
  const { capabilities } = useServices();
  const [isOwn, setIsOwn] = useState(() => window.sessionStorage.getItem(KEY) !== null);
  const goOn = () => {
    setIsOwn(true);
    try {
      window.sessionStorage.setItem(KEY, 'yes');
    } catch {
      // It is asked again with the next page.
    }
  };
  return { isCloud: capabilities.isCloud && !isOwn, goOn };
}
