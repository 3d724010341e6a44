import { failure, success } from '../result';
import { readExport } from './readExport';

test('both forms of a part are asked for at the same time', async () => {
  const asked: string[] = [];
  let answer = () => {};
  const areBothAsked = new Promise<void>((resolve) => (answer = resolve));
  const once = async <T>(form: string, value: T) => {
    if (asked.push(form) === 2) {
      answer();
    }
    await areBothAsked;
    return success(value);
  };
  const grafana = {
    exportFile: () => once('file', {}),
    exportTerraform: () => once('terraform', ''),
    readTree: () => Promise.resolve(failure({ reason: 'forbidden', message: 'no', status: 403 } as const)),
  };
  expect(await readExport(grafana, { connections: [] })).toEqual(success({ file: {}, resources: [] }));
  expect(asked).toEqual(['file', 'terraform']);
});
