export type ThemeName = 'light' | 'dark';

const storageKey = 'sandbox.theme';

/** The look asked for in the address, else the one chosen last in this browser, else dark as in Grafana. */
export function rememberedTheme(): ThemeName {
  const asked = new URLSearchParams(location.search).get('theme');
  if (asked === 'light' || asked === 'dark') {
    rememberTheme(asked);
    return asked;
  }
  return localStorage.getItem(storageKey) === 'light' ? 'light' : 'dark';
}

export function rememberTheme(theme: ThemeName): void {
  localStorage.setItem(storageKey, theme);
}
