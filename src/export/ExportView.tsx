import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { Alert, Button, Stack, Text, useStyles2 } from '@grafana/ui';
import type { ExportDocument } from '../connection/export/types';
import { CopyButton } from '../ui/CopyButton';
import { useServices } from '../ui/data/services';
import { CodeBlock } from './CodeBlock';
import { describeNote } from './describeNote';
import { download } from './download';
import { instructionsFor, type ExportFormat } from './instructions';

/** One form of the export: what to know, the code, and what to do with it. */
export function ExportView({ format, document }: { format: ExportFormat; document: ExportDocument }) {
  const styles = useStyles2(getStyles);
  const { fileName, notes, text } = document;
  const { settings } = useServices();
  // Where this browser found Grafana: `root_url` is often left as it is by default.
  const places = { grafana: window.location.origin + config.appSubUrl, irm: settings.irm.apiUrl };
  return (
    <Stack direction="column" gap={3}>
      {notes.length > 0 && (
        <Alert severity="warning" title={t('export.notes', 'Before you use it')}>
          <ul className={styles.notes}>
            {notes.map((note) => (
              <li key={describeNote(note)}>{describeNote(note)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <section className={styles.section}>
        <div className={styles.head}>
          <Text element="h2" variant="h5">
            {fileName}
          </Text>
          <Stack direction="row" gap={1}>
            <CopyButton text={text} what={fileName} size="md" />
            <Button icon="download-alt" variant="secondary" onClick={() => download(fileName, text)}>
              {t('export.download', 'Download')}
            </Button>
          </Stack>
        </div>
        <CodeBlock text={text} label={fileName} />
      </section>
      <section className={styles.section}>
        <Text element="h2" variant="h5">
          {t('export.steps', 'How to use it')}
        </Text>
        <ol className={styles.steps}>
          {instructionsFor(format, document, places).map((step) => (
            <li key={step.text}>
              <div className={styles.step}>
                <Text element="p">{step.text}</Text>
                <CodeBlock text={step.commands} label={step.text} />
              </div>
            </li>
          ))}
        </ol>
      </section>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  notes: css({ margin: 0, paddingInlineStart: theme.spacing(2.5) }),
  section: css({ display: 'grid', gap: theme.spacing(1.5), gridTemplateColumns: 'minmax(0, 1fr)' }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    alignItems: 'center',
    justifyContent: 'space-between',
  }),
  steps: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    paddingInlineStart: theme.spacing(2.5),
  }),
  step: css({ display: 'grid', gap: theme.spacing(1), gridTemplateColumns: 'minmax(0, 1fr)' }),
});
