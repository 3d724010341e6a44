/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { EMPTY_DRAFT, loadDraft, saveDraft } from './draft';

const storage = window.sessionStorage;
beforeEach(() => storage.clear());

test('a draft survives a reload', () => {
  const draft = { ...EMPTY_DRAFT, title: 'Production', description: 'Alerts' };
  saveDraft(storage, draft);
  expect(loadDraft(storage)).toEqual(draft);
});

test('a draft of an earlier version, and one full of emoji, are kept', () => {
  const { origin, type, title, description } = EMPTY_DRAFT;
  const former = { origin, type, title, description, team: '', integrationIsThere: true };
  storage.setItem('irmconnect.draft', JSON.stringify(former));
  expect(loadDraft(storage)).toEqual(EMPTY_DRAFT);
  const draft = { ...EMPTY_DRAFT, description: '🔥'.repeat(250) };
  saveDraft(storage, draft);
  expect(loadDraft(storage)).toEqual(draft);
});

test('nothing but the known fields is ever stored', () => {
  const withToken = { ...EMPTY_DRAFT, endpoint: 'https://irm/integrations/v1/alertmanager/secret/' };
  saveDraft(storage, withToken);
  expect(JSON.stringify({ ...storage })).not.toContain('secret');
});

test.each(['', 'not json', '{"origin":"elsewhere"}', 'null'])('what cannot be read (%s) counts as no draft', (text) => {
  storage.setItem('irmconnect.draft', text);
  expect(loadDraft(storage)).toEqual(EMPTY_DRAFT);
});

test('a browser that stores nothing is no trouble', () => {
  const broken = {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => {
      throw new Error('denied');
    },
  } as Partial<Storage> as Storage;
  expect(() => saveDraft(broken, EMPTY_DRAFT)).not.toThrow();
  expect(loadDraft(broken)).toEqual(EMPTY_DRAFT);
});
