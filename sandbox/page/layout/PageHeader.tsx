import { css } from '@emotion/css';
import type { GrafanaTheme2, NavModelItem } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';

type PageHeaderProps = Pick<PluginPageProps, 'actions' | 'info' | 'renderTitle' | 'subTitle'> & { item: NavModelItem };

export function PageHeader({ item, actions, info = [], renderTitle, subTitle = item.subTitle }: PageHeaderProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.header}>
      <div className={styles.row}>
        <div className={styles.title}>
          {item.img && <img src={item.img} alt="" className={styles.image} />}
          {renderTitle ? renderTitle(item.text) : <h1>{item.text}</h1>}
        </div>
        {info.map(({ label, value }) => (
          <div key={label}>
            <div className={styles.label}>{label}</div>
            {value}
          </div>
        ))}
        <div className={styles.actions}>{actions}</div>
      </div>
      {subTitle && <div className={styles.subTitle}>{subTitle}</div>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), marginBottom: theme.spacing(2) }),
  row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: theme.spacing(1, 3) }),
  title: css({ display: 'flex', flex: 1, minWidth: 200, h1: { marginBottom: 0 } }),
  image: css({ width: 32, height: 32, marginRight: theme.spacing(2) }),
  label: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  actions: css({ display: 'flex', gap: theme.spacing(1) }),
  subTitle: css({ color: theme.colors.text.secondary }),
});
