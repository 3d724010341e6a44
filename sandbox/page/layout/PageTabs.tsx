import { css } from '@emotion/css';
import { locationUtil, type NavModelItem } from '@grafana/data';
import { Tab, TabsBar, toIconName } from '@grafana/ui';

const tabs = css({ marginBottom: 16 });

export function PageTabs({ items }: { items: NavModelItem[] }) {
  return (
    <TabsBar className={tabs}>
      {items
        .filter(({ hideFromTabs }) => !hideFromTabs)
        .map(({ text, url, icon, active, tabCounter, id }) => (
          <Tab
            key={id ?? text}
            label={text}
            href={url && locationUtil.assureBaseUrl(url)}
            active={active}
            counter={tabCounter}
            icon={icon ? toIconName(icon) : undefined}
          />
        ))}
    </TabsBar>
  );
}
