/** What somebody wants of the plugin, in words that no API changes. The endpoint says of which connection. */
export type Wish = { endpoint: string } & (
  | { do: 'connect' | 'connectWhole'; name: string; isLocked?: boolean }
  | {
      do:
        | 'heartbeat'
        | 'pause'
        | 'resume'
        | 'drill'
        | 'testArrives'
        | 'beginDrill'
        | 'repair'
        | 'adopt'
        | 'remove'
        | 'expireSilence'
        | 'test';
    }
  /** By the notification policies, or straight to the contact point; followed to its end. */
  | { do: 'realAlert'; isDirect: boolean }
  /** The alert groups that a lost test left open in IRM; also those that hold other alerts. */
  | { do: 'resolveLeft'; evenWithOthers: boolean }
  /** Seconds. */
  | { do: 'timing'; interval: number }
  | { do: 'rename'; names: { alertContactPoint: string; heartbeatContactPoint: string } }
  | { do: 'rotate'; to: string }
  | { do: 'route'; choice: RoutingChoice }
  /** Beside the plugin, on Grafana's own page. */
  | { do: 'editPolicies' }
  /** In IRM, through its API. */
  | { do: 'createIntegration'; name: string; chainId: string }
);

/** Which alerts a connection is to get. `instead` gets what the default policy sent to the connection. */
export type RoutingChoice =
  | { kind: 'everything' }
  | { kind: 'label'; name: string; value: string; goesOn: boolean }
  | { kind: 'rule'; uid: string; follows?: boolean }
  | { kind: 'nothing'; instead: string };

/** One line of what a page lists after a run. */
export interface Claim {
  is: 'in place' | 'removed' | 'not done' | 'uncertain';
  object: 'contactPoint' | 'folder' | 'rule';
  /** What was to be done to it; `keep` was not to be touched. */
  action: 'create' | 'update' | 'keep' | 'delete';
  name: string;
}

/** What the page says once it has come to rest. */
export interface Said {
  /** `refused`: nothing was tried, a right or an obstacle is in the way. `nothing`: there is nothing to be done. */
  told: 'done' | 'failed' | 'refused' | 'nothing';
  /** The reason of the error, the obstacles, or `up to date`, `gone`, `not offered`. */
  why: string;
  says: readonly Claim[];
  /** Whether the same button can be pressed once more. */
  isOfferedAgain: boolean;
  /** As the plugin has it, to look at. */
  outcome?: unknown;
}

export interface Person {
  /** Opens the page, reads as it does, makes the plan and carries it out. */
  wish(wish: Wish): Promise<Said>;
  /** Presses the same button once more. */
  again(): Promise<Said>;
  /** Takes back what was done, the last first. */
  undo(): Promise<Said>;
}
