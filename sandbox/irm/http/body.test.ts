import { testIrm } from '../testIrm';

/** Texts that OnCall refuses (tried on one of January 2026), though what is in them is JSON. */
const refused = {
  'a byte order mark': ['\ufeff{}', 'Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)'],
  'bytes that are no UTF-8': [
    Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    "'utf-8' codec can't decode byte 0xff in position 2: invalid start byte",
  ],
} as const;

test.each(Object.entries(refused))('a message with %s is refused', async (_name, [body, reason]) => {
  const { irm, create, stop } = testIrm();
  const headers = { 'Content-Type': 'application/json' };
  const response = await irm.fetch(new Request(create().endpoint, { method: 'POST', headers, body }));
  expect([response.status, await response.json()]).toEqual([400, { detail: `JSON parse error - ${reason}` }]);
  stop();
});
