import { random } from '../flows/sampling';
import type { World } from './world';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A time in which no beat can arrive; open until the cause is gone. */
export interface Outage {
  kind: 'IRM fails' | 'silence';
  from: number;
  to: number | undefined;
}

interface Trouble {
  at: number;
  happen(): void | Promise<void>;
}

export interface Plan {
  outages: readonly Outage[];
  /** Lets happen what is due. */
  happenUntil(now: number): Promise<void>;
  counts: Readonly<Record<string, number>>;
}

/** What befalls a cluster over some hours, the same for the same seed: one thing after the other, with calm between. */
export function planOf(world: World, hours: number, seed: number): Plan {
  const { clock, grafana } = world;
  const next = random(seed);
  const between = (least: number, most: number) => least + next() * (most - least);
  const outages: Outage[] = [];
  const counts: Record<string, number> = {};
  const troubles: Trouble[] = [];
  const at = (time: number, happen: Trouble['happen']) => troubles.push({ at: time, happen });
  const count = (name: string) => (counts[name] = (counts[name] ?? 0) + 1);

  function kill(begin: number): number {
    const place = Math.floor(next() * grafana.replicas.length);
    const down = between(20 * SECOND, 120 * SECOND);
    at(begin, () => {
      count('kill -9 of a replica');
      grafana.replicas[place]?.restart('kill', down);
    });
    return begin + down;
  }

  function rollingRestart(begin: number): number {
    grafana.replicas.forEach((replica, index) =>
      at(begin + index * 40 * SECOND, () => {
        count('graceful restart of a replica');
        replica.restart('graceful', 20 * SECOND);
      })
    );
    return begin + grafana.replicas.length * 40 * SECOND;
  }

  function irmFails(begin: number): number {
    const end = begin + between(3 * MINUTE, 20 * MINUTE);
    const outage: Outage = { kind: 'IRM fails', from: begin, to: undefined };
    at(begin, () => {
      count('outage: IRM answers 500');
      outages.push(outage);
      world.setIrm(false);
    });
    at(end, () => {
      outage.to = clock.now();
      world.setIrm(true);
    });
    return end;
  }

  function silence(begin: number): number {
    const lasts = between(3 * MINUTE, 20 * MINUTE);
    const outage: Outage = { kind: 'silence', from: begin, to: undefined };
    at(begin, async () => {
      count('outage: silence over the heartbeats');
      outages.push(outage);
      const [startsAt, endsAt] = [clock.now(), clock.now() + lasts].map((time) => new Date(time).toISOString());
      const matchers = [{ name: 'heartbeat', value: 'true', isEqual: true, isRegex: false }];
      const body = { matchers, startsAt, endsAt, createdBy: 'Ada', comment: 'Too noisy' };
      await world.ask('POST', '/api/alertmanager/grafana/api/v2/silences', body);
    });
    at(begin + lasts, () => {
      outage.to = clock.now();
    });
    return begin + lasts;
  }

  function configurationChanges(begin: number): number {
    at(begin, async () => {
      count('an unrelated contact point saved');
      const body = {
        name: `other ${counts['an unrelated contact point saved']}`,
        type: 'email',
        settings: { addresses: 'a@example.net' },
      };
      await world.ask('POST', '/api/v1/provisioning/contact-points', body);
    });
    return begin;
  }

  const kinds = [kill, kill, rollingRestart, configurationChanges, irmFails, silence];
  let time = clock.now() + 3 * MINUTE;
  const end = clock.now() + hours * 60 * MINUTE - 30 * MINUTE;
  for (let turn = 0; time < end; turn += 1) {
    const kind = kinds[turn % kinds.length] ?? kill;
    time = kind(time) + between(4 * MINUTE, 9 * MINUTE);
  }
  troubles.sort((a, b) => a.at - b.at);

  return {
    outages,
    counts,
    async happenUntil(now) {
      for (let trouble = troubles[0]; trouble && trouble.at <= now; trouble = troubles[0]) {
        troubles.shift();
        await trouble.happen();
      }
    },
  };
}
