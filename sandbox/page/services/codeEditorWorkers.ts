/** The code editor of `@grafana/ui` does its work outside the page's thread, in workers that were bundled beside it. */
export function provideCodeEditorWorkers(): void {
  Object.assign(window, {
    MonacoEnvironment: {
      getWorker: (_moduleId: string, label: string) =>
        new Worker(`/public/build/${label === 'json' ? 'json' : 'editor'}.worker.js`, { type: 'module', name: label }),
    },
  });
}
