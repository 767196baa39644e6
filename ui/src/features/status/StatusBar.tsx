/** The bar at the bottom: how connection, sign-in, requests and the round through the fleet stand. */
import { Popover, Progress, UnstyledButton } from '@mantine/core';
import {
  IconCircleCheck,
  IconClockPause,
  IconLoader,
  IconPlayerStop,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { AccountView, Connection, StatusView } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { PauseLeft, TokenLeft } from './Remaining';
import classes from './StatusBar.module.css';
import { StatusDetails } from './StatusDetails';
import { useStatusTexts } from './useStatusTexts';

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
  return (
    <section className={classes.bar} aria-label={t('label')}>
      {status && account && (
        <>
          <span className={classes.account} title={`${account.userName}, ${account.baseUrl}`}>
            {account.userName}
          </span>
          <ConnectionButton status={status} account={account} />
          <Facts status={status} />
        </>
      )}
    </section>
  );
}

interface ConnectionProps {
  status: StatusView;
  account: AccountView;
}

/** The connection in a word; opens everything that the bar says, in whole sentences. */
function ConnectionButton({ status, account }: ConnectionProps) {
  const { t } = useTranslation('status');
  const word = t(`connections.${status.connection}`);
  const Icon = ICONS[status.connection];
  return (
    <Popover position="top-start" withArrow shadow="md" width={360} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.connection}
          data-connection={status.connection}
          title={t(`explained.${status.connection}`)}
          aria-label={`${word}. ${t('details')}`}
        >
          <Icon size={14} aria-hidden />
          {word}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('details')}>
        <StatusDetails status={status} account={account} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Facts({ status }: { status: StatusView }) {
  const { t } = useTranslation('status');
  const formats = useFormats();
  const texts = useStatusTexts(status);
  const { pausedUntil, tokenExpiresAt } = status;
  return (
    <>
      {pausedUntil && (
        <span className={classes.fact} data-testid="pause">
          <PauseLeft until={pausedUntil} />
        </span>
      )}
      {tokenExpiresAt && (
        <span
          className={classes.fact}
          data-room="wide"
          title={t('tokenUntil', { time: formats.moment(tokenExpiresAt) })}
        >
          <TokenLeft until={tokenExpiresAt} />
        </span>
      )}
      <Link
        to="/usage"
        className={classes.factLink}
        data-testid="requests"
        title={`${texts.limit} ${t('toUsage')}`}
      >
        {texts.requests}
      </Link>
      {texts.usage && (
        <span className={classes.fact} data-room="widest" title={t('usageExplained')}>
          {t('usage')}: {texts.usage}
        </span>
      )}
      <span className={classes.spacer} />
      {texts.sweep && (
        <span className={classes.fact} data-testid="sweep" title={t('sweepExplained')}>
          {texts.sweep.text}
          <Progress
            className={classes.progress}
            size="sm"
            value={texts.sweep.percent}
            aria-label={t('sweep')}
          />
        </span>
      )}
    </>
  );
}
