import { useState } from 'react';
import * as v from 'valibot';
import { kept } from './data/kept';
import { useServices } from './data/services';

const saidToBeOwn = kept('session', 'irmconnect.no-cloud', v.boolean(), 'grafana');

/**
 * Whether this is Grafana Cloud, as far as can be told: a Grafana of one's own may look like it, as its namespace can be
 * set to `stacks-7`. `goOn` says in this browser session that it is none; a browser that keeps nothing asks again with
 * the next page.
 */
export function useCloudChoice() {
  const { capabilities } = useServices();
  const [isOwn, setIsOwn] = useState(() => saidToBeOwn.read() === true);
  const goOn = () => {
    setIsOwn(true);
    saidToBeOwn.write(true);
  };
  return { isCloud: capabilities.isCloud && !isOwn, goOn };
}
