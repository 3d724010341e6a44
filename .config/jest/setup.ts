import '@testing-library/jest-dom';
import { configure } from '@testing-library/dom';

// A busy machine takes its time; nothing waits longer than it has to.
configure({ asyncUtilTimeout: 10_000 });

// i18next thanks its sponsor once per process, which here is once per test file.
Object.assign(globalThis, { __i18next_supportNoticeShown: true });
