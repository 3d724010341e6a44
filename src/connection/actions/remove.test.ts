import { endpointUrl } from '../endpoint/integrationPath';
import { refused } from '../health/testing/scene';
import { connectionWithId } from '../ownership/connections';
import { isBlocked } from '../plan/types';
import type { GrafanaObjects } from '../reading/reading';
import type { ContactPointUses, Surroundings } from '../reading/uses';
import { endpoint, heartbeatRule, integration } from '../testing/fixtures';
import { actions, change, changeRule, FOLDER, id, made, objects, reasons, surroundings } from '../testing/planning';
import { namesToRemove, planFolderRemoval, planRemoval, type RemovalOptions } from './remove';

const ALERTS = 'IRM Production';
const BEATS = 'IRM Production heartbeat';
const onCall = { uid: 'r9', title: 'Disk full', folder: 'Infra' };
const used = (name: string, uses: Partial<ContactPointUses>): Partial<Surroundings> => ({
  uses: new Map([[name, { policies: [], rules: [], ...uses }]]),
});

function connection(found: GrafanaObjects) {
  const one = connectionWithId(id, found);
  if (!one) {
    throw new Error('no connection');
  }
  return one;
}

const removalOf = (found: GrafanaObjects, around: Partial<Surroundings> = {}, options: RemovalOptions = {}) =>
  planRemoval(connection(found), found, surroundings(around), options);
const removal = (...given: Parameters<typeof removalOf>) => removalOf(...given).plan;

describe('planning a removal', () => {
  it('takes away what the plugin made, the rule first', () => {
    expect(actions(removal(made()))).toEqual([
      'delete rule',
      'delete heartbeatContactPoint',
      'delete alertContactPoint',
      'delete folder',
    ]);
    expect(removal(made()).obstacles).toEqual([]);
    expect(removalOf(made()).consequences).toEqual([{ code: 'resetHeartbeat' }]);
  });

  it('keeps what people made by hand, unless they say otherwise', () => {
    const twin = integration({ uid: 'twin', name: 'Twin', url: endpointUrl(endpoint) });
    const found = objects({ ...made(), integrations: [...made().integrations, twin] });
    expect(removal(found).steps.at(-2)).toMatchObject({ action: 'keep', uid: 'twin' });
    expect(removalOf(found).consequences).toContainEqual({ code: 'handMadeStays', names: ['Twin'] });
    expect(removal(found, {}, { includeHandMade: true }).steps.at(-2)).toMatchObject({ action: 'delete', uid: 'twin' });
    expect(namesToRemove(connection(found))).toEqual([BEATS, ALERTS, 'Twin']);
  });

  it('takes only its own rule out of a group that others use', () => {
    const plan = removal({ ...made(), rules: [...made().rules, heartbeatRule({ group: `irmc-${id}` })] });
    expect(actions(plan)).toEqual(expect.arrayContaining(['delete rule', 'keep folder']));
    expect(plan.obstacles).toEqual([]);
  });

  it('is not planned on rules that could not be read', () => {
    const plan = removal(objects({ ...made(), rules: [], problems: { rules: refused('timeout') } }));
    expect(reasons(plan)).toContain('notRead');
    expect(isBlocked(plan)).toBe(true);
  });

  it('cannot delete a rule that a file keeps, and says that a contact point of a file comes back', () => {
    const rule = removal(changeRule(made(), { provenance: 'file' }));
    expect(rule.obstacles).toMatchObject([
      { reason: 'keptElsewhere', object: 'rule', blocking: true, isRemoval: true },
    ]);
    const point = removal(change(made(), `irmc-${id}`, { provenance: 'file' }));
    expect(actions(point)).toContain('delete alertContactPoint');
    expect(point.obstacles).toMatchObject([{ reason: 'keptElsewhere', blocking: false, isRemoval: true }]);
  });
});

describe('a contact point that others use', () => {
  it.each<[string, Partial<ContactPointUses>]>([
    ['a policy', { policies: ['team="a" › severity="page"'] }],
    ['the default policy', { policies: [''] }],
    ['a rule elsewhere', { rules: [onCall] }],
  ])('stays for %s, which is named, and the rest goes', (_, uses) => {
    const plan = removal(made(), used(ALERTS, uses));
    expect(actions(plan)).toEqual([
      'delete rule',
      'delete heartbeatContactPoint',
      'keep alertContactPoint',
      'delete folder',
    ]);
    expect(plan.obstacles).toEqual([
      {
        object: 'alertContactPoint',
        blocking: false,
        reason: 'inUse',
        name: ALERTS,
        uses: { policies: [], rules: [], ...uses },
      },
    ]);
    expect(isBlocked(plan)).toBe(false);
  });

  it('goes when only the rule that goes with it uses it', () => {
    const own = { uid: 'r1', title: BEATS, folder: FOLDER.title };
    expect(removal(made(), used(BEATS, { rules: [own] })).obstacles).toEqual([]);
    const both = removal(made(), used(BEATS, { rules: [own, onCall] }));
    expect(both.obstacles).toMatchObject([{ reason: 'inUse', name: BEATS, uses: { rules: [onCall] } }]);
  });

  it('loses our integration all the same when others stay under its name', () => {
    const mail = integration({ uid: 'mail', name: ALERTS, type: 'email', url: '' });
    const plan = removal(
      objects({ ...made(), integrations: [...made().integrations, mail] }),
      used(ALERTS, { policies: ['team="a"'] })
    );
    expect(actions(plan)).toContain('delete alertContactPoint');
    expect(plan.steps.map(({ uid }) => uid)).not.toContain('mail');
    expect(plan.obstacles).toEqual([]);
  });

  it('may be used by policies that nobody let us see', () => {
    expect(reasons(removal(made(), { policiesAreHidden: true }))).toEqual(['policiesHidden']);
  });
});

describe('the folder', () => {
  it('stays while other rules are in it, of whatever kind', () => {
    expect(actions(removal({ ...made(), rules: [...made().rules, heartbeatRule()] }))).toContain('keep folder');
    const recording = { uid: 'x', folderUid: FOLDER.uid, group: 'g', title: 'Recording' };
    expect(actions(removal({ ...made(), otherRules: [recording] }))).toContain('keep folder');
  });

  it('stays while dashboards or subfolders are in it, and says how many', () => {
    const plan = removal(made(), { folder: { alertRules: 0, others: 1 } });
    expect(actions(plan)).toContain('keep folder');
    expect(plan.obstacles).toEqual([{ object: 'folder', blocking: false, reason: 'folderNotEmpty', others: 1 }]);
  });

  it('stays when nobody may look into it', () => {
    const plan = removal(made(), { folder: undefined, folderIsHidden: true });
    expect(actions(plan)).toContain('keep folder');
    expect(plan.obstacles).toMatchObject([{ reason: 'folderNotEmpty', others: undefined }]);
  });

  it('can be taken away afterwards, when it was left behind empty', () => {
    expect(actions(planFolderRemoval(objects(), surroundings()))).toEqual(['delete folder']);
    const filled = surroundings({ folder: { alertRules: 0, others: 2 } });
    expect(actions(planFolderRemoval(objects(), filled))).toEqual(['keep folder']);
    expect(actions(planFolderRemoval(made(), surroundings()))).toEqual(['keep folder']);
  });
});
