import { environment } from './support/environment';
import { test } from './support/fixtures';
import { signIn } from './support/grafana';
import { expectConnection, walk } from './support/walk';

test('an administrator connects an integration, sees a test alert arrive and the first beat leave', async ({
  page,
  integration,
}) => {
  await signIn(page, environment.admin);
  expectConnection(await walk(page, integration), integration);
});
