/** Actions on a connection whose dialog an address can ask for. */
export const ASKABLE_ACTIONS = ['rotate', 'realAlert'] as const;
export type AskableAction = (typeof ASKABLE_ACTIONS)[number];

export const ACTION_PARAMETER = 'action';

/** Address of a connection's page with the dialog of an action open. */
export const withAction = (path: string, action: AskableAction) => `${path}?${ACTION_PARAMETER}=${action}`;
