import type { EndpointProblem } from '../../connection/endpoint/readAddress';
import { describeProblem } from './describeEndpoint';

/** Why what was entered is not an HTTP endpoint, as a part that is loaded on demand. */
export default function ProblemText({ problem }: { problem: EndpointProblem }) {
  return describeProblem(problem);
}
