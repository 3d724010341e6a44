import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Box, RadioButtonGroup, Stack, Text, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { wayToIntegrations } from '../../irm/links';
import { Emphasized } from '../../ui/Emphasized';
import { IrmLink } from '../../ui/IrmLink';
import { useServices } from '../../ui/data/services';

type Product = 'cloud' | 'oncall';

/** The way through IRM to the HTTP endpoint, click by click. */
export function IrmClicks() {
  const styles = useStyles2(getStyles);
  const { irmUrl } = useServices().settings;
  const [product, setProduct] = useState<Product>(() => productAt(irmUrl));
  return (
    <Box backgroundColor="secondary" padding={2} borderRadius="default">
      <Stack direction="row" gap={2} alignItems="center" justifyContent="space-between" wrap="wrap">
        <Text element="h3" variant="h5">
          {t('setup.clicks.title', 'Get the endpoint from IRM')}
        </Text>
        <RadioButtonGroup<Product>
          size="sm"
          aria-label={t('setup.clicks.product', 'Product')}
          options={[
            { value: 'cloud', label: t('setup.clicks.cloud', 'Grafana Cloud IRM') },
            { value: 'oncall', label: t('setup.clicks.oncall', 'OnCall') },
          ]}
          value={product}
          onChange={setProduct}
        />
      </Stack>
      <ol className={styles.list}>
        <li>
          <Emphasized>
            {product === 'cloud'
              ? t('setup.clicks.open', 'Sign in to Grafana Cloud and open **Alerts & IRM → IRM → Integrations**.')
              : t(
                  'setup.clicks.open-oncall',
                  'Open the Grafana that OnCall runs in, and there **Alerts & IRM → OnCall → Integrations**.'
                )}
          </Emphasized>{' '}
          <IrmLink />
        </li>
        <li>
          <Emphasized>
            {t(
              'setup.clicks.new',
              'Select **New integration**, then **Alertmanager**, and create it. Or open an existing one.'
            )}
          </Emphasized>
        </li>
        <li>
          <Emphasized>{t('setup.clicks.copy', 'Copy its **HTTP Endpoint**.')}</Emphasized>
        </li>
        <li>{t('setup.clicks.paste', 'Paste it below.')}</li>
      </ol>
    </Box>
  );
}

/** The settings name a stack of Grafana Cloud or its IRM app, or else an OnCall. */
function productAt(irmUrl: string): Product {
  const way = wayToIntegrations(irmUrl);
  return way.kind === 'menu' || way.href.includes('grafana-irm-app') ? 'cloud' : 'oncall';
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: theme.spacing(1, 0, 0),
    paddingInlineStart: theme.spacing(3),
    overflowWrap: 'anywhere',
  }),
});
