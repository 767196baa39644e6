/** The bar at the bottom: how connection, sign-in, requests and the round through the fleet stand. */
import { Popover, Progress, Text, UnstyledButton } from '@mantine/core';
import {
  IconCircleCheck,
  IconClockPause,
  IconLoader,
  IconPlayerStop,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Connection, StatusView } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import classes from './StatusBar.module.css';
import { StatusDetails } from './StatusDetails';

const ICONS = {
  connecting: IconLoader,
  online: IconCircleCheck,
  waiting: IconClockPause,
  trouble: IconPlugConnectedX,
  stopped: IconPlayerStop,
} as const satisfies Record<Connection, unknown>;

export function StatusBar() {
  const { t } = useTranslation('status');
  const { data: status } = useQuery(viewQuery('status', {}));
  const { data: session } = useQuery(viewQuery('session', {}));
  const account = session?.account;
  if (!status || !account) return <section className={classes.bar} aria-label={t('label')} />;
  const Icon = ICONS[status.connection];
  return (
    <section className={classes.bar} aria-label={t('label')}>
      <span className={classes.account} title={account.baseUrl}>
        {account.userName}
      </span>
      <Popover position="top-start" withArrow shadow="md" width={360} trapFocus>
        <Popover.Target>
          <UnstyledButton
            className={classes.connection}
            data-connection={status.connection}
            aria-label={`${t(`connections.${status.connection}`)}. ${t('details')}`}
          >
            <Icon size={14} aria-hidden />
            {t(`connections.${status.connection}`)}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <StatusDetails status={status} />
        </Popover.Dropdown>
      </Popover>
      <Facts status={status} />
    </section>
  );
}

function Facts({ status }: { status: StatusView }) {
  const { t } = useTranslation('status');
  const formats = useFormats();
  const { sweep } = status;
  return (
    <>
      {status.tokenExpiresAt && (
        <span className={classes.fact} data-when="wide">
          {t('tokenUntil', { time: formats.time(status.tokenExpiresAt) })}
        </span>
      )}
      <span className={classes.fact} data-testid="requests">
        {t('requestsShort', {
          sent: formats.count(status.requestsLastMinute),
          limit: formats.count(status.limitPerMinute),
        })}
      </span>
      {status.apiDailyUsage !== null && (
        <span className={classes.fact} data-when="wide" title={t('usageExplained')}>
          {t('usage')}:{' '}
          {t('usageShort', {
            request: formats.count(status.apiUsage ?? 0),
            daily: formats.count(status.apiDailyUsage),
          })}
        </span>
      )}
      <span className={classes.spacer} />
      {sweep && (
        <span className={classes.fact} title={t('sweepExplained')}>
          <Text span size="xs">
            {t('sweepShort', {
              asked: formats.count(sweep.asked),
              total: formats.count(sweep.total),
            })}
          </Text>
          <Progress
            className={classes.progress}
            size="sm"
            value={sweep.total === 0 ? 0 : (sweep.asked / sweep.total) * 100}
            aria-label={t('sweep')}
          />
        </span>
      )}
    </>
  );
}
