import { useQuery } from '@tanstack/react-query';
import { exportDocuments } from '../connection/export/exportDocuments';
import { readExport, type ExportFailure } from '../connection/export/readExport';
import type { ExportDocuments, GrafanaExport } from '../connection/export/types';
import type { IrmIntegration } from '../connection/irm/irmPort';
import type { Connection } from '../connection/ownership/connections';
import type { GrafanaReading } from '../connection/reading/reading';
import { QueryFailure } from '../ui/data/queryFailure';
import { useServices } from '../ui/data/services';
import { useDirectory } from '../ui/irm/useDirectory';

type FailureOfExport = ExportFailure & { message: string };

export interface ExportReading {
  documents: ExportDocuments | undefined;
  failure: ExportFailure | undefined;
  isReading: boolean;
  retry(): void;
}

/**
 * The connections as code. Asked for anew when what was read of them differs from before, never by itself: whoever reads
 * a text does not want it to change below the eyes.
 */
export function useExport(
  connections: readonly Connection[],
  reading: GrafanaReading | undefined,
  withPolicies: boolean
): ExportReading {
  const { grafana, capabilities } = useServices();
  const knownInIrm = useDirectory(connections.length > 0);
  const query = useQuery<GrafanaExport, QueryFailure<FailureOfExport>>({
    queryKey: ['export', withPolicies, connections.map(({ id, rule }) => [id, rule?.uid])],
    queryFn: async () => {
      const answer = await readExport(grafana, { connections }, { withPolicies });
      if (!answer.ok) {
        throw new QueryFailure({ ...answer.error, message: answer.error.error.message });
      }
      return answer.value;
    },
    enabled: connections.length > 0,
    staleTime: 0,
    gcTime: 0,
  });
  const irm = new Map<string, IrmIntegration>();
  for (const connection of connections) {
    const known = knownInIrm(connection);
    if (known?.kind === 'found') {
      irm.set(connection.id, known.integration);
    }
  }
  const subject = reading && {
    ...{ connections, objects: reading, irm },
    organisation: organisationOf(capabilities.namespace),
  };
  return {
    documents: query.data && subject && exportDocuments(query.data, subject),
    failure: query.error?.error,
    isReading: query.isFetching,
    retry: () => void query.refetch(),
  };
}

/** Namespaces are `default` for the first organisation and `org-2` for the second. */
function organisationOf(namespace: string): number {
  return Number(/^org-(\d+)$/.exec(namespace)?.[1] ?? 1);
}
