import * as v from 'valibot';
import { integrationForm, integrationFromWire } from './integration';
import { pageFromWire, pageOf } from './page';

const named = { id: 'CABC', name: 'Production', type: 'alertmanager', link: null, heartbeat: null };

it('shows an integration without a name by its id, and those beside it', () => {
  const results = [{ ...named, id: 'COLD', name: null }, named];
  const page = v.parse(pageOf(integrationForm), { count: 2, next: null, results });
  expect(pageFromWire(page, integrationFromWire).items).toMatchObject([
    { id: 'COLD', name: 'COLD' },
    { id: 'CABC', name: 'Production' },
  ]);
});
