/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { render, screen } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from './ErrorBoundary';
import { Loaded } from './Loaded';

/** React tells the console of each error that a boundary catches. */
beforeEach(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

const failing = (name: string, message: string) =>
  lazy(() => Promise.reject(Object.assign(new Error(message), { name })));

test('a part whose file is gone is told in words, and what stands beside it stays', async () => {
  const Part = failing('ChunkLoadError', 'Loading chunk 7 failed.');
  render(
    <>
      <p>Beside</p>
      <Loaded>
        <Part />
      </Loaded>
    </>
  );
  expect(await screen.findByRole('alert')).toHaveTextContent('IRM Connect could not load a part of itself.');
  expect(screen.getByRole('button', { name: 'Reload' })).toBeEnabled();
  expect(screen.getByText('Beside')).toBeVisible();
});

test('any other error is not called so', async () => {
  const Part = failing('TypeError', 'x is not a function');
  render(
    <ErrorBoundary>
      <Loaded>
        <Part />
      </Loaded>
    </ErrorBoundary>
  );
  expect(await screen.findByText('Something went wrong in IRM Connect')).toBeVisible();
  expect(screen.getByText('x is not a function')).toBeVisible();
});

test('a page whose file is gone says so where the browser keeps nothing, too', async () => {
  jest.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  });
  const Page = failing('ChunkLoadError', 'Loading chunk 7 failed.');
  render(
    <ErrorBoundary>
      <Suspense>
        <Page />
      </Suspense>
    </ErrorBoundary>
  );
  expect(await screen.findByRole('alert')).toHaveTextContent('Loading chunk 7 failed.');
  expect(screen.getByRole('button', { name: 'Reload' })).toBeEnabled();
});

test('what is to stand in its place stands there, whatever failed', async () => {
  const Part = failing('TypeError', 'x is not a function');
  render(
    <Loaded instead="In short">
      <Part />
    </Loaded>
  );
  expect(await screen.findByText('In short')).toBeVisible();
});
