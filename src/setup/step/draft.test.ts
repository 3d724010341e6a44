/** @jest-environment jest-fixed-jsdom */
import { EMPTY_DRAFT, forgetDraft, loadDraft, saveDraft } from './draft';

const storage = window.sessionStorage;
beforeEach(() => storage.clear());

test('a draft survives a reload and is forgotten when it is done with', () => {
  const draft = { ...EMPTY_DRAFT, title: 'Production', team: 'Platform' };
  saveDraft(storage, draft);
  expect(loadDraft(storage)).toEqual(draft);
  forgetDraft(storage);
  expect(loadDraft(storage)).toEqual(EMPTY_DRAFT);
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
  expect(() => forgetDraft(broken)).not.toThrow();
  expect(loadDraft(broken)).toEqual(EMPTY_DRAFT);
});
