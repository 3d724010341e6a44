import i18next from 'i18next';

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

/** What keeps an element from being seen or clicked, which is all that tests ask of styles. */
const HIDES = /display:none|visibility:|opacity:|pointer-events:/;
/** What never holds of an element in jsdom: that it is a part of another one, or below the pointer. */
const NEVER_HOLDS = /::|:(before|after|hover|active)\b|-placeholder\b/;

function mayHide(rule: string): boolean {
  const [selectors = '', ...content] = rule.replace(/\s/g, '').split('{');
  const isOfAnElement = selectors.split(',').some((selector) => !NEVER_HOLDS.test(selector));
  return isOfAnElement && !/^@.*keyframes/.test(selectors) && HIDES.test(content.join('{'));
}

/**
 * jsdom compares an element with every rule of the page each time that its style is asked for, as every click and every
 * search by role does. Rules that hide nothing are left out.
 */
if (typeof window !== 'undefined') {
  const insert = CSSStyleSheet.prototype.insertRule;
  CSSStyleSheet.prototype.insertRule = function (this: CSSStyleSheet, rule: string, index?: number) {
    return mayHide(rule) ? insert.call(this, rule, index) : 0;
  };
}

/** Texts are those of the source, so nothing is looked for in more languages than the one that is shown. */
if (typeof window !== 'undefined') {
  i18next.on('initialized', (options) => Object.assign(options, { load: 'currentOnly', fallbackLng: false }));
}

/** Icons are files of Grafana's server; fetched ones would arrive at any time and change nothing that a test looks at. */
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

/** The frame of a page is the host's, which the package only lets the host itself put in place. */
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual<object>('@grafana/runtime'),
  PluginPage: jest.requireActual<{ HostPage: unknown }>('./hostPage').HostPage,
}));
