// i18next thanks its sponsor once per process, which here is once per test file.
Object.assign(globalThis, { __i18next_supportNoticeShown: true });

// What pages are looked at with takes a tenth of a second to load, and most files have no page.
if (typeof document !== 'undefined') {
  jest.requireActual('./setupPage');
}
