/**
 * The app's addresses. They live in memory: a desktop window has no address bar, and both
 * `tauri://` and the dev host serve one page only.
 */
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { validateAccessSearch } from './accessSearch';
import { validateDeviceSearch } from './deviceSearch';
import { validateGroupSearch } from './groupSearch';
import { validateHistorySearch } from './historySearch';
import { PageFailed } from './PageFailed';
import { DevicesPage } from './pages/DevicesPage';
import { validateReportSearch } from './reportSearch';
import { Shell } from './Shell';
import { validateUserSearch } from './userSearch';

const root = createRootRoute({ component: Shell });

const devices = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: DevicesPage,
  staticData: { title: 'devices' },
  validateSearch: validateDeviceSearch,
});

const groups = createRoute({
  getParentRoute: () => root,
  path: '/groups',
  component: lazyRouteComponent(() => import('./pages/GroupsPage'), 'GroupsPage'),
  staticData: { title: 'groups' },
  validateSearch: validateGroupSearch,
});

const matrix = createRoute({
  getParentRoute: () => root,
  path: '/groups/matrix',
  component: lazyRouteComponent(() => import('./pages/MatrixPage'), 'MatrixPage'),
  staticData: { title: 'groups' },
});

const history = createRoute({
  getParentRoute: () => root,
  path: '/history',
  component: lazyRouteComponent(() => import('./pages/HistoryPage'), 'HistoryPage'),
  staticData: { title: 'history' },
  validateSearch: validateHistorySearch,
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('./pages/ReportsPage'), 'ReportsPage'),
  staticData: { title: 'reports' },
  validateSearch: validateReportSearch,
});

const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  component: lazyRouteComponent(() => import('./pages/AlertsPage'), 'AlertsPage'),
  staticData: { title: 'alerts' },
});

const access = createRoute({
  getParentRoute: () => root,
  path: '/access',
  component: lazyRouteComponent(() => import('./pages/AccessPage'), 'AccessPage'),
  staticData: { title: 'access' },
  validateSearch: validateAccessSearch,
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./pages/InboxPage'), 'InboxPage'),
  staticData: { title: 'inbox' },
});

const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  component: lazyRouteComponent(() => import('./pages/UsersPage'), 'UsersPage'),
  staticData: { title: 'users' },
  validateSearch: validateUserSearch,
});

const journal = createRoute({
  getParentRoute: () => root,
  path: '/journal',
  component: lazyRouteComponent(() => import('./pages/JournalPage'), 'JournalPage'),
  staticData: { title: 'journal' },
});

const usage = createRoute({
  getParentRoute: () => root,
  path: '/usage',
  component: lazyRouteComponent(() => import('./pages/UsagePage'), 'UsagePage'),
  staticData: { title: 'usage' },
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/SettingsPage'), 'SettingsPage'),
  staticData: { title: 'settings' },
});

export const router = createRouter({
  defaultErrorComponent: PageFailed,
  routeTree: root.addChildren([
    devices,
    history,
    alerts,
    reports,
    groups,
    matrix,
    users,
    access,
    inbox,
    journal,
    usage,
    settings,
  ]),
  history: createMemoryHistory({ initialEntries: ['/'] }),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }

  interface StaticDataRouteOption {
    /** The page's name, by its key among the common texts. */
    title?:
      | 'devices'
      | 'history'
      | 'alerts'
      | 'reports'
      | 'groups'
      | 'users'
      | 'access'
      | 'inbox'
      | 'journal'
      | 'usage'
      | 'settings';
  }
}
