/** What a browser has and jsdom lacks, as far as Grafana's components ask for it. Import it before them. */
if (typeof window !== 'undefined') {
  // What a page keeps for the next one is not for the next test.
  afterEach(() => window.localStorage.clear());
  window.matchMedia ??= (media: string) =>
    ({
      media,
      matches: false,
      onchange: null,
      addEventListener: () => {},
      removeEventListener: () => {},
      dispatchEvent: () => false,
    }) as Partial<MediaQueryList> as MediaQueryList;
  // Copying goes through the clipboard API only where the page was loaded securely.
  window.isSecureContext ??= true;
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  // Nothing is ever scrolled into view, as nothing has a place on a screen.
  Element.prototype.scrollIntoView ??= () => {};
  window.IntersectionObserver ??= class {
    readonly root = null;
    readonly rootMargin = '';
    readonly thresholds = [];
    observe() {}
    unobserve() {}
    disconnect() {}
    takeRecords() {
      return [];
    }
  };
  // Long lists show only what fits, so elements get a size.
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 400, 400);
  const canvas: { prototype: { getContext: unknown } } = HTMLCanvasElement;
  canvas.prototype.getContext = () => ({ font: '', measureText: (text: string) => ({ width: text.length * 7 }) });
}

/** Icons are files of Grafana's server; fetched ones would arrive at any time and change nothing that a test looks at. */
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

/** The frame of a page is the host's, which the package only lets the host itself put in place. */
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  PluginPage: jest.requireActual<{ HostPage: unknown }>('./hostPage').HostPage,
}));
