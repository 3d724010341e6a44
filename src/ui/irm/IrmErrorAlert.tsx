import { lazy } from 'react';
import { Loaded } from '../Loaded';
import type { IrmTrouble } from './IrmErrorWords';

const IrmErrorWords = lazy(() => import('./IrmErrorWords'));

/** Trouble with IRM's API. The words are loaded with it: Grafana, which has them, answers where IRM does not. */
export const IrmErrorAlert = (trouble: IrmTrouble) => (
  <Loaded>
    <IrmErrorWords {...trouble} />
  </Loaded>
);
