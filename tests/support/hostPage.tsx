import type { PluginPageProps } from '@grafana/runtime';

/** The frame that a host puts around a page: what stands in its header can be pressed, too. */
export function HostPage({ actions, children }: PluginPageProps) {
  return (
    <div>
      {actions}
      {children}
    </div>
  );
}
