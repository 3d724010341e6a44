import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { exportDocuments } from '../connection/export/exportDocuments';
import { readExport, type ExportFailure } from '../connection/export/readExport';
import type { ExportDocuments, GrafanaExport } from '../connection/export/types';
import { foundIntegrations } from '../connection/irm/directory';
import type { Connection } from '../connection/ownership/connections';
import type { GrafanaReading } from '../connection/reading/reading';
import { QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';
import { useDirectoryReading, type DirectoryReading, type KnownInIrm } from '../ui/irm/useDirectory';

type FailureOfExport = ExportFailure & { message: string };

export interface ExportReading {
  documents: ExportDocuments | undefined;
  failure: ExportFailure | undefined;
  isReading: boolean;
  retry(): void;
  /** Of the integrations, which are part of the documents as far as they are known. */
  irm: DirectoryReading;
}

/** What Grafana exported, with what was read of the connections when it was asked. */
interface Exported {
  exported: GrafanaExport;
  connections: readonly Connection[];
  reading: GrafanaReading;
}

/**
 * The connections as code. Asked for anew when what was read of them differs from before, never by itself: whoever reads
 * a text does not want it to change below the eyes, and many connections are a long text.
 */
export function useExport(
  connections: readonly Connection[],
  reading: GrafanaReading | undefined,
  withPolicies: boolean
): ExportReading {
  const { grafana, capabilities } = useServices();
  const irm = useDirectoryReading(connections.length > 0);
  const { knownInIrm } = irm;
  const query = useQuery<Exported, QueryFailure<FailureOfExport>>({
    queryKey: ['export', withPolicies, connections.map(({ id, rule }) => [id, rule?.uid])],
    queryFn:
      reading && connections.length > 0
        ? async () => {
            const answer = await readExport(grafana, { connections }, { withPolicies });
            if (!answer.ok) {
              throw new QueryFailure({ ...answer.error, message: answer.error.error.message });
            }
            return { exported: answer.value, connections, reading };
          }
        : skipToken,
    staleTime: 0,
    gcTime: 0,
  });
  const { namespace } = capabilities;
  const documents = useMemo(
    () => query.data && documentsOf(query.data, knownInIrm, organisationOf(namespace)),
    [query.data, knownInIrm, namespace]
  );
  return {
    documents,
    failure: query.error?.error,
    isReading: query.isFetching,
    retry: () => void query.refetch(),
    irm,
  };
}

function documentsOf(
  { exported, connections, reading }: Exported,
  knownInIrm: KnownInIrm,
  organisation: number
): ExportDocuments {
  const irm = foundIntegrations(connections, knownInIrm);
  return exportDocuments(exported, { connections, objects: reading, irm, organisation });
}

/** Namespaces are `default` for the first organisation and `org-2` for the second. */
function organisationOf(namespace: string): number {
  return Number(/^org-(\d+)$/.exec(namespace)?.[1] ?? 1);
}
