/**
 * What jsdom lacks and `@grafana/ui` asks for while it is loaded. Import it before anything of Grafana's.
 */
window.matchMedia ??= (query) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
