import type { IrmError } from '../../src/connection/irm/irmPort';
import { describeIrmAnswer, describeIrmError } from '../../src/ui/irm/describeIrmError';

const WRONG_ADDRESS = "This is not IRM's API. irm.url is the address that IRM shows under Settings > Admin & API.";

/** Words for a terminal in place of those that send people to the plugin's pages. */
const WORDS: Partial<Record<IrmError['reason'], string>> = {
  tokenRefused:
    'IRM rejected the token. It was deleted, has expired, was mistyped, or is of another stack than irm.stack says.',
  stackUnknown:
    'IRM does not know this stack. irm.stack is the address that IRM knows, for example https://my-stack.grafana.net.',
  forbidden: 'The IRM token lacks a permission: to read integrations.',
  notFound: WRONG_ADDRESS,
  wrongAddress: WRONG_ADDRESS,
  unreachable: 'IRM cannot be reached. Check irm.url, the network and any proxy in between.',
};

/** Why IRM's integrations are not known, and what to do about it. */
export function describeIrmFailure(error: IrmError): string {
  const { title, text } = describeIrmError(error);
  const words = WORDS[error.reason] ?? `${title}. ${text}`;
  return ['Integrations in IRM could not be read.', words, describeIrmAnswer(error)].join(' ').trimEnd();
}
