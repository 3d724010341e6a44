export interface Case {
  connections: number;
  /** Alert rules beside those of the heartbeats. */
  rules: number;
}

/** Contact points beside those of the connections, in every case. */
export const OTHER_CONTACT_POINTS = 1000;

const CONNECTIONS = [1, 10, 100, 500];
const RULES = [0, 2000, 10_000];

/** A sample, and a real server, on which making 10,000 rules takes longer than measuring, see one number of them. */
export function casesOf(isSample: boolean, isReal: boolean, connections: readonly number[] | undefined): Case[] {
  const wanted = connections ?? (isSample ? [100, 500] : CONNECTIONS);
  return (isSample || isReal ? [2000] : RULES).flatMap((rules) =>
    wanted.map((count) => ({ connections: count, rules }))
  );
}

/** Every connection that the bench makes is called so. */
export const CONNECTION_NAME = 'IRM Service';

/** In as many digits as the most that there can be, as in the sandbox. */
export const connectionName = (number: number) =>
  `${CONNECTION_NAME} ${String(number).padStart(String(Math.max(...CONNECTIONS)).length, '0')}`;

export const nameOf = ({ connections, rules }: Case) => `${connections} among ${rules} rules`;

/** What a page may cost with so many connections. */
export const budgetsOf = ({ connections }: Case) => ({
  requests: 5,
  routingPerMinute: 2,
  /** Milliseconds of scripting in 10 s, ticks and one refresh included. */
  scripting: connections <= 100 ? 100 : 200,
  /** Milliseconds of the main thread's work from a key to the drawn answer. */
  key: 50,
  /** Bytes by which the heap may have grown over all refreshes: what the engine keeps for itself, no more. */
  heapMb: 2,
});
