import { ThemeContext, getThemeById } from '@grafana/data';
import { ThemeChangedEvent, config } from '@grafana/runtime';
import { GlobalStyles } from '@grafana/ui';
import { useEffect, useState, type ReactNode } from 'react';
import { appEvents } from '../services/appEvents';
import { rememberTheme, type ThemeName } from './rememberedTheme';

/** Announces the other theme on the bus, as Grafana does; everything that follows it listens there. */
export function switchTheme(name: ThemeName): void {
  rememberTheme(name);
  const theme = getThemeById(name);
  config.theme2 = theme;
  config.theme = theme.v1;
  config.bootData.user.lightTheme = theme.isLight;
  appEvents.publish(new ThemeChangedEvent(theme));
}

export function PageTheme({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState(config.theme2);
  useEffect(() => {
    const subscription = appEvents.getStream(ThemeChangedEvent).subscribe(({ payload }) => setTheme(payload));
    return () => subscription.unsubscribe();
  }, []);
  useEffect(() => {
    document.body.classList.toggle('theme-light', theme.isLight);
    document.body.classList.toggle('theme-dark', theme.isDark);
  }, [theme]);
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      {children}
    </ThemeContext.Provider>
  );
}
