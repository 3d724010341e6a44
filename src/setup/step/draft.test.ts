/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { EMPTY_DRAFT, loadDraft, saveDraft } from './draft';

const storage = window.sessionStorage;
beforeEach(() => storage.clear());

test('a draft survives a reload', () => {
  const draft = { ...EMPTY_DRAFT, title: 'Production', description: 'Alerts' };
  saveDraft(draft);
  expect(loadDraft()).toEqual(draft);
});

test('a draft of an earlier version, and one full of emoji, are kept', () => {
  const { origin, type, title, description } = EMPTY_DRAFT;
  const former = { origin, type, title, description, team: '', integrationIsThere: true };
  storage.setItem('irmconnect.draft::default', JSON.stringify(former));
  expect(loadDraft()).toEqual(EMPTY_DRAFT);
  const draft = { ...EMPTY_DRAFT, description: '🔥'.repeat(250) };
  saveDraft(draft);
  expect(loadDraft()).toEqual(draft);
});

test('nothing but the known fields is ever stored', () => {
  const withToken = { ...EMPTY_DRAFT, endpoint: 'https://irm/integrations/v1/alertmanager/secret/' };
  saveDraft(withToken);
  expect(JSON.stringify({ ...storage })).not.toContain('secret');
});

test.each(['', 'not json', '{"origin":"elsewhere"}', 'null'])('what cannot be read (%s) counts as no draft', (text) => {
  storage.setItem('irmconnect.draft::default', text);
  expect(loadDraft()).toEqual(EMPTY_DRAFT);
});

test('a browser that stores nothing is no trouble', () => {
  const storages = [jest.spyOn(Storage.prototype, 'getItem'), jest.spyOn(Storage.prototype, 'setItem')];
  storages.forEach((storage) =>
    storage.mockImplementation(() => {
      throw new Error('denied');
    })
  );
  expect(() => saveDraft(EMPTY_DRAFT)).not.toThrow();
  expect(loadDraft()).toEqual(EMPTY_DRAFT);
  storages.forEach((storage) => storage.mockRestore());
});
