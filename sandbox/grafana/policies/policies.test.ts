import { testGrafana } from '../testGrafana';

const POLICIES = '/api/v1/provisioning/policies';
const TREES = '/apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/routingtrees';
const EDITABLE = { 'X-Disable-Provenance': 'true' };

interface Tree {
  metadata: { name: string; resourceVersion: string };
  spec: { defaults: { receiver: string }; routes: object[] };
}

const KIND = { kind: 'RoutingTree', apiVersion: 'notifications.alerting.grafana.app/v0alpha1' };

function world() {
  const { as } = testGrafana();
  const editor = as('editor', EDITABLE);
  const tree = async () => ((await editor('GET', TREES)).body as { items: Tree[] }).items[0] as Tree;
  const replace = (body: object, login: 'editor' | 'viewer' = 'editor') =>
    as(login)('PUT', `${TREES}/user-defined`, { ...KIND, ...body });
  return { as, editor, tree, replace };
}

test('fields that nothing is done with stay in the tree', async () => {
  const { editor } = world();
  const tree = { receiver: 'empty', routes: [{ receiver: 'empty', match: { a: 'b' }, match_re: { c: 'd' } }] };
  expect((await editor('PUT', POLICIES, tree)).status).toBe(202);
  expect((await editor('GET', POLICIES)).body).toEqual(tree);
});

test.each([
  [{ receiver: 'empty', object_matchers: [['a', '=', 'b']] }, 'root route must not have any matchers'],
  [{ receiver: 'empty', group_by: ['...', 'a'] }, 'cannot have wildcard group_by'],
  [{ receiver: 'empty', group_by: ['a', 'a'] }, 'duplicated label'],
  [{ receiver: 'empty', group_interval: '0s' }, 'group_interval cannot be zero'],
  [{ receiver: 'empty', routes: [{ repeat_interval: '0s' }] }, 'repeat_interval cannot be zero'],
])('%j is refused', async (tree, problem) => {
  const { editor } = world();
  const answer = await editor('PUT', POLICIES, tree);
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringContaining(problem)]);
});

test('a matcher that is no pattern, or of no known kind, is refused', async () => {
  const { editor } = world();
  for (const matcher of [
    ['a', '=~', '('],
    ['a', '~', 'b'],
  ]) {
    const tree = { receiver: 'empty', routes: [{ object_matchers: [matcher] }] };
    expect((await editor('PUT', POLICIES, tree)).status).toBe(400);
  }
});

test('a tree of the app platform takes the place of the one that it was made from, and of no other', async () => {
  const { editor, tree, replace } = world();
  const read = await tree();
  const routes = [{ receiver: 'empty', matchers: [{ label: 'a', type: '=', value: 'b' }], continue: true }];
  expect((await replace({ ...read, spec: { ...read.spec, routes } })).status).toBe(200);
  expect((await editor('GET', POLICIES)).body).toMatchObject({
    routes: [{ receiver: 'empty', object_matchers: [['a', '=', 'b']], continue: true }],
  });
  expect((await replace(read)).status).toBe(409);
});

test('the app platform has one writing of matchers, whichever a policy was saved in', async () => {
  const { editor, tree } = world();
  const [one, two] = [
    { receiver: 'empty', match: { a: 'b' } },
    { matchers: ['e!~"f"'], match_re: { c: 'd.*' } },
  ];
  await editor('PUT', POLICIES, { receiver: 'empty', routes: [one, two] });
  expect((await tree()).spec.routes).toEqual([
    { receiver: 'empty', continue: false, matchers: [{ label: 'a', type: '=', value: 'b' }] },
    {
      continue: false,
      matchers: [
        { label: 'e', type: '!~', value: 'f' },
        { label: 'c', type: '=~', value: 'd.*' },
      ],
    },
  ]);
});

test('and is refused to Viewers, when locked, and with a contact point that is not there', async () => {
  const { as, tree, replace } = world();
  expect((await replace(await tree(), 'viewer')).status).toBe(403);
  const missing = { ...(await tree()), spec: { defaults: { receiver: 'nope' }, routes: [] } };
  expect((await replace(missing)).body).toMatchObject({
    message: expect.stringContaining("'nope' does not exist") as string,
  });
  await as('admin')('PUT', POLICIES, { receiver: 'empty' });
  expect((await replace(await tree())).status).toBe(403);
});

test('null counts as not said, and a quotation mark at either end of a value is taken away', async () => {
  const { editor } = world();
  const route = { receiver: 'empty', group_by: null, object_matchers: [['a', '=', '""b"']], routes: null };
  expect((await editor('PUT', POLICIES, { receiver: 'empty', routes: [route] })).status).toBe(202);
  const stored = { receiver: 'empty', object_matchers: [['a', '=', '"b']] };
  expect((await editor('GET', POLICIES)).body).toEqual({ receiver: 'empty', routes: [stored] });
});

test.each(['1s1h', '5', ''])('%j is no duration', async (group_interval) => {
  const { editor } = world();
  expect((await editor('PUT', POLICIES, { receiver: 'empty', group_interval })).status).toBe(400);
});

test('a regular expression that the stand-in cannot evaluate is refused in every writing', async () => {
  const { editor } = world();
  for (const matchers of [
    { object_matchers: [['a', '=~', '(?i:b)']] },
    { matchers: ['a=~"(?i:b)"'] },
    { match_re: { a: '(?i:b)' } },
  ]) {
    expect((await editor('PUT', POLICIES, { receiver: 'empty', routes: [matchers] })).status).toBe(400);
  }
});
