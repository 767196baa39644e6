/** What is around every page: the way between pages, lasting problems, the status bar. */
import {
  IconAlertTriangle,
  IconChartBar,
  IconEye,
  IconHistory,
  IconInbox,
  IconMap2,
  IconReportAnalytics,
  IconRoute,
  IconSettings,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link, Outlet, useMatches } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from '@/features/session/AccountMenu';
import { SignInAgain } from '@/features/session/SignInAgain';
import { KeepingNotice } from '@/features/status/KeepingNotice';
import { ProblemBanner } from '@/features/status/ProblemBanner';
import { StatusBar } from '@/features/status/StatusBar';
import { FormatProvider } from '@/format/FormatProvider';
import { useWindowSeen } from '@/ipc/useWindowSeen';
import { BulkHost } from './BulkHost';
import { CommandHost } from './CommandHost';
import { InboxCount } from './InboxCount';
import classes from './Shell.module.css';
import { TowerIcon } from './TowerIcon';
import { UnreadAlerts } from './UnreadAlerts';
import { usePageTitle } from './usePageTitle';

export function Shell() {
  const { t } = useTranslation();
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title });
  usePageTitle(t(title ?? 'devices'));
  useWindowSeen();
  return (
    <FormatProvider>
      <BulkHost>
        {(bar) => (
          <div className={classes.shell}>
            <a href="#content" className="skip-link">
              {t('skipToContent')}
            </a>
            <header className={classes.header}>
              <span className={classes.brand}>
                <TowerIcon />
                <span>{t('appName')}</span>
              </span>
              <nav className={classes.nav} aria-label={t('menu')}>
                <Link
                  to="/"
                  search={{}}
                  className={classes.link}
                  activeOptions={{ includeSearch: false, exact: true }}
                >
                  <IconMap2 size={16} aria-hidden />
                  {t('devices')}
                </Link>
                <Link
                  to="/history"
                  className={classes.link}
                  activeOptions={{ includeSearch: false }}
                >
                  <IconRoute size={16} aria-hidden />
                  {t('history')}
                </Link>
                <Link
                  to="/alerts"
                  className={classes.link}
                  activeOptions={{ includeSearch: false }}
                >
                  <IconAlertTriangle size={16} aria-hidden />
                  {t('alerts')}
                </Link>
                <Link
                  to="/reports"
                  className={classes.link}
                  activeOptions={{ includeSearch: false }}
                >
                  <IconReportAnalytics size={16} aria-hidden />
                  {t('reports')}
                </Link>
                <Link
                  to="/groups"
                  className={classes.link}
                  activeOptions={{ includeSearch: false }}
                >
                  <IconUsersGroup size={16} aria-hidden />
                  {t('groups')}
                </Link>
                <Link to="/users" className={classes.link} activeOptions={{ includeSearch: false }}>
                  <IconUser size={16} aria-hidden />
                  {t('users')}
                </Link>
                <Link
                  to="/access"
                  className={classes.link}
                  activeOptions={{ includeSearch: false }}
                >
                  <IconEye size={16} aria-hidden />
                  {t('access')}
                </Link>
                <Link to="/inbox" className={classes.link}>
                  <IconInbox size={16} aria-hidden />
                  {t('inbox')}
                  <InboxCount />
                </Link>
                <Link to="/journal" className={classes.link}>
                  <IconHistory size={16} aria-hidden />
                  {t('journal')}
                </Link>
                <Link to="/usage" className={classes.link}>
                  <IconChartBar size={16} aria-hidden />
                  {t('usage')}
                </Link>
                <Link to="/settings" className={classes.link}>
                  <IconSettings size={16} aria-hidden />
                  {t('settings')}
                </Link>
              </nav>
              <UnreadAlerts />
              <AccountMenu />
            </header>
            <ProblemBanner signInAgain={<SignInAgain />} />
            <KeepingNotice />
            {bar}
            <main id="content" className={classes.content} tabIndex={-1}>
              <CommandHost>
                <Outlet />
              </CommandHost>
            </main>
            <StatusBar />
          </div>
        )}
      </BulkHost>
    </FormatProvider>
  );
}
