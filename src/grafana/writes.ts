import type { Served } from './served';
import type { Transport } from '../transport/transport';
import { contactPointWrites } from './writeContactPoint';
import { folderWrites } from './writeFolder';
import { ruleWrites } from './writeRule';

/** All that changes a connection, loaded together: a plan that has begun never misses the code for its next step. */
export const connectionWrites = (transport: Transport, namespace: string, served: Served) => ({
  ...contactPointWrites(transport, namespace, served),
  ...folderWrites(transport),
  ...ruleWrites(transport, namespace, served),
});
