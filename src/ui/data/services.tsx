import { createContext, useContext } from 'react';
import type { Services } from './createServices';

const ServicesContext = createContext<Services | undefined>(undefined);

export const ServicesProvider = ServicesContext.Provider;

/** The clients and facts that pages work with. Throws outside of the plugin's root. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) {
    throw new Error('useServices needs a ServicesProvider above it');
  }
  return services;
}
