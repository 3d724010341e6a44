import { t } from '@grafana/i18n';
import type { HeartbeatProblem } from '../../connection/endpoint/readHeartbeatUrl';
import { describeAddressProblem } from '../../ui/describeAddressProblem';

/** What is wrong with a pasted heartbeat address, in a sentence. */
export function describeHeartbeatProblem(problem: HeartbeatProblem): string {
  switch (problem) {
    case 'alertAddress':
      return t(
        'setup.heartbeat.problem.alert-address',
        'This is the HTTP endpoint for alerts. A heartbeat sent there would open an alert group: the heartbeat endpoint ends with heartbeat/.'
      );
    case 'otherIntegration':
      return t(
        'setup.heartbeat.problem.other-integration',
        'This is not the heartbeat endpoint of this integration. Heartbeats sent there would not count for this connection.'
      );
    default:
      return describeAddressProblem(problem);
  }
}
