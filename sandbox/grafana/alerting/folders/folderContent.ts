import type { JsonObject } from '../../requestBody';

/** A dashboard; its folder is '' at the top. */
export interface Dashboard {
  id: number;
  uid: string;
  folderUid: string;
  title: string;
  version: number;
  /** The body that was saved, with its uid, id and version. */
  dashboard: JsonObject;
}

export interface LibraryPanel {
  id: number;
  uid: string;
  folderUid: string;
  name: string;
  kind: number;
  model: JsonObject;
}

export interface SavedContent {
  dashboards: Dashboard[];
  panels: LibraryPanel[];
  lastId: number;
}

/** What people keep in folders beside alert rules. */
export interface FolderContent {
  dashboards(): Dashboard[];
  dashboard(uid: string): Dashboard | undefined;
  putDashboard(dashboard: Dashboard): void;
  removeDashboard(uid: string): void;
  panels(): LibraryPanel[];
  putPanel(panel: LibraryPanel): void;
  /** Takes all that lies directly in this folder. */
  clear(folderUid: string): void;
  nextId(): number;
  save(): SavedContent;
  load(saved: SavedContent | undefined): void;
}

export function createFolderContent(): FolderContent {
  let dashboards = new Map<string, Dashboard>();
  let panels = new Map<string, LibraryPanel>();
  let lastId = 0;

  return {
    dashboards: () => [...dashboards.values()],
    dashboard: (uid) => dashboards.get(uid),
    putDashboard: (dashboard) => void dashboards.set(dashboard.uid, dashboard),
    removeDashboard: (uid) => void dashboards.delete(uid),
    panels: () => [...panels.values()],
    putPanel: (panel) => void panels.set(panel.uid, panel),
    clear(folderUid) {
      for (const kept of [dashboards, panels]) {
        kept.forEach((item, uid) => item.folderUid === folderUid && kept.delete(uid));
      }
    },
    nextId: () => (lastId += 1),
    save: () => ({ dashboards: [...dashboards.values()], panels: [...panels.values()], lastId }),
    load(saved) {
      dashboards = new Map(saved?.dashboards.map((each) => [each.uid, each]));
      panels = new Map(saved?.panels.map((each) => [each.uid, each]));
      lastId = saved?.lastId ?? 0;
    },
  };
}
