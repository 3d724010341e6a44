import { html } from 'hono/html';
import { GATEWAY } from '../endpoint/faults';
import type { Fault, IrmFault } from '../model';
import type { Html } from './layout';

const defaultSeconds = 10;

const ofIntegration: readonly Fault[] = [
  ...([403, 404, 429, 500] as const).map((status): Fault => ({ kind: 'status', status })),
  { kind: 'slow', seconds: defaultSeconds },
  { kind: 'late', seconds: defaultSeconds },
  { kind: 'redirect' },
  { kind: 'gateway' },
];

const ofIrm: readonly IrmFault[] = [
  { kind: 'error' },
  { kind: 'throttled', seconds: defaultSeconds },
  { kind: 'page' },
  { kind: 'nonsense' },
  { kind: 'slow', seconds: defaultSeconds },
  { kind: 'late', seconds: defaultSeconds },
];

export function faultName(fault: Fault): string {
  switch (fault.kind) {
    case 'status':
      return `Answers ${fault.status}`;
    case 'slow':
      return `Slow by ${fault.seconds} s`;
    case 'late':
      return `Works ${fault.seconds} s late`;
    case 'redirect':
      return 'Redirects';
    case 'gateway':
      return `Behind a gateway: ${GATEWAY.user} / ${GATEWAY.password}`;
  }
}

function irmFaultName(fault: IrmFault): string {
  switch (fault.kind) {
    case 'error':
      return 'API answers 500';
    case 'throttled':
      return `API answers 429, wait ${fault.seconds} s`;
    case 'page':
      return 'API answers with a web page';
    case 'nonsense':
      return 'API answers with other JSON';
    case 'slow':
      return `API slow by ${fault.seconds} s`;
    case 'late':
      return `Deliveries worked on ${fault.seconds} s late`;
  }
}

export function integrationFaultControls(id: string, fault: Fault | null): Html {
  return controls({ address: `/ui/api/integrations/${id}/fault`, faults: ofIntegration, nameOf: faultName, fault });
}

export function irmFaultControls(fault: IrmFault | null): Html {
  return controls({ address: '/ui/api/fault', faults: ofIrm, nameOf: irmFaultName, fault });
}

interface Controls<Each> {
  address: string;
  faults: readonly Each[];
  nameOf(fault: Each): string;
  fault: Each | null;
}

function controls<Each extends Fault | IrmFault>({ address, faults, nameOf, fault }: Controls<Each>): Html {
  const isChosen = (each: Each) => fault !== null && kindOf(each) === kindOf(fault);
  return html`<p class="controls">
    <select aria-label="Fault" data-send="PUT ${address}" data-json>
      <option value='{"kind":"none"}'>None</option>
      ${faults.map((each) => {
        const shown = isChosen(each) && fault ? fault : each;
        return html`<option value="${JSON.stringify(shown)}" ${isChosen(each) ? 'selected' : ''}>
          ${nameOf(shown)}
        </option>`;
      })}
    </select>
    ${fault && 'seconds' in fault ? secondsInput(address, fault) : ''}
  </p>`;
}

/** Two faults are one choice when they differ in their seconds only. */
function kindOf(fault: Fault | IrmFault): string {
  return 'status' in fault ? String(fault.status) : fault.kind;
}

function secondsInput(address: string, { kind, seconds }: { kind: string; seconds: number }): Html {
  return html`<label class="inline">
    Seconds
    <input
      type="number"
      min="0"
      max="300"
      value="${seconds}"
      name="seconds"
      data-send="PUT ${address}"
      data-with="${JSON.stringify({ kind })}"
    />
  </label>`;
}
