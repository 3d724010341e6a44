import type { Player } from './player';

/** What happened between recorded steps without being recorded: time passed, something was changed. */
interface Interlude {
  /** Undefined: for both versions. */
  version?: string;
  file: string;
  /** Comes before this step; undefined: before the first one of the file. */
  step?: string;
  play(player: Player): Promise<void>;
}

const SINK = 'http://127.0.0.1:18099';
const SECOND = 1000;

/** Gives a contact point another address, waits as the recording did. */
function heartbeatTo(url: string): Interlude['play'] {
  return async (player) => {
    await player.quietly('PUT', '/api/v1/provisioning/contact-points/irm-a-hb', {
      uid: 'irm-a-hb',
      name: 'IRM A heartbeat',
      type: 'webhook',
      settings: { url },
      disableResolveMessage: true,
    });
    await player.advance(100 * SECOND);
  };
}

const INTERLUDES: Interlude[] = [
  { file: 'folders', play: (player) => player.advance(10 * SECOND) },
  { file: 'state', play: (player) => player.advance(90 * SECOND) },
  { file: 'state-failing', step: '403', play: heartbeatTo(`${SINK}/403/`) },
  {
    version: '12.4.0',
    file: 'state-failing',
    step: '500',
    async play(player) {
      await player.quietly('POST', '/api/v1/provisioning/contact-points', {
        uid: 'rt',
        name: 'RT',
        type: 'webhook',
        settings: { url: 'http://127.0.0.1:18080/integrations/v1/alertmanager/oZ6ybSq0rIENriKNfxcaqVfA1/' },
      });
    },
  },
  { file: 'state-failing', step: '500', play: heartbeatTo(`${SINK}/500/`) },
  { file: 'state-failing', step: 'refused', play: heartbeatTo('http://127.0.0.1:1/') },
  {
    file: 'ruler',
    step: 'receiver status right after: saving a rule through this API loads the contact point',
    play: (player) => player.advance(SECOND / 2),
  },
  {
    file: 'app-platform',
    play: heartbeatTo(`${SINK}/integrations/v1/alertmanager/Tok3nA/heartbeat/`),
  },
];

export function interludesBefore(version: string, file: string, step: string, isFirst: boolean): Interlude[] {
  return INTERLUDES.filter(
    (interlude) =>
      interlude.file === file &&
      (interlude.version === undefined || interlude.version === version) &&
      (interlude.step === undefined ? isFirst : interlude.step === step)
  );
}
