/**
 * A rule in no group, which the newer rule API makes. The older ones show it in a group of this name, two hundred
 * characters long, in which they take this one rule only (app-platform-rules.json, "how the old API shows it").
 */
export const ungroupedName = (uid: string): string => `no_group_for_rule_${uid}`.padEnd(200, '*');

/** What stands for the group of such a rule: its own name, which the plugin calls as it would call the group. */
export const groupFromWire = (group: string, uid: string): string => (group === ungroupedName(uid) ? uid : group);
