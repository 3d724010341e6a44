import { useBareOverview, useJudgedOverview, type OverviewOptions, type OverviewReading } from './overviewReading';

/** Every connection as far as Grafana can tell, which is all where IRM's API is not set up. */
export const useOverview = (options?: OverviewOptions): OverviewReading => useJudgedOverview(useBareOverview(options));
