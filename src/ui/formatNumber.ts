import { config } from '@grafana/runtime';

/** A number for people, by the language of Grafana: 10,000 or 10.000. */
export const formatNumber = (value: number) => value.toLocaleString(config.bootData?.user?.language || 'en-US');
