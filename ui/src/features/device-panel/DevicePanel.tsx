/** Everything that the service says of one device and its last position. */
import { CloseButton, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { DeviceDetail } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import { useSettings } from '@/ipc/settings';
import { AccountFacts } from './AccountFacts';
import classes from './DevicePanel.module.css';
import { LineFacts } from './LineFacts';
import { NoticeList } from './NoticeList';
import { OddNotice } from './OddNotice';
import { PanelHeader } from './PanelHeader';
import { PositionFacts } from './PositionFacts';
import { RawAttributes } from './RawAttributes';
import { UnreadableFields } from './UnreadableFields';
import { VehicleFacts } from './VehicleFacts';
import { ViewersFacts } from './ViewersFacts';

interface Props {
  /** The device; another one is another panel (give it a key). */
  id: string;
  onClose(): void;
  /** Escape within it. */
  onEscape(): void;
  /** What else can be done with the device, beside asking about it. */
  actions: ReactNode;
}

export function DevicePanel({ id, onClose, onEscape, actions }: Props) {
  const { t } = useTranslation('device');
  const { thresholds } = useSettings();
  const query = useQuery(viewQuery('device', { id }));
  const asking = useCommand('ask_device');
  const detail = query.data;

  return (
    <aside
      aria-label={detail ? t('label', { name: detail.row.name }) : t('loading')}
      className={classes.panel}
      data-testid="device-panel"
      data-device={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEscape();
      }}
    >
      {detail ? (
        <>
          <PanelHeader
            row={detail.row}
            thresholds={thresholds}
            isAsking={asking.isPending}
            onAsk={() => asking.mutate({ id })}
            onClose={onClose}
            actions={actions}
          />
          <div role="status" className={classes.spoken}>
            {asking.isSuccess && t('answered')}
          </div>
          {asking.error && <ErrorNotice title={t('askFailed')} error={asking.error.body} />}
          {query.error && <ErrorNotice title={t('old')} error={query.error.body} />}
          <Body detail={detail} />
        </>
      ) : (
        <>
          <CloseButton className={classes.closeAlone} aria-label={t('close')} onClick={onClose} />
          {query.error ? (
            <ErrorNotice
              title={t('failed')}
              error={query.error.body}
              onRetry={() => void query.refetch()}
            />
          ) : (
            <Loader size="sm" role="status" aria-label={t('loading')} className={classes.loader} />
          )}
        </>
      )}
    </aside>
  );
}

function Body({ detail }: { detail: DeviceDetail }) {
  const { t } = useTranslation('device');
  const formats = useFormats();
  const { data: session } = useQuery(viewQuery('session', {}));
  const { row, fix } = detail;
  return (
    <div className={classes.body}>
      <NoticeList
        isCritical={row.critical}
        alerts={fix?.alerts ?? []}
        warnings={fix?.warnings ?? []}
      />
      <OddNotice detail={detail} />
      {(row.status === 'neverReported' || row.status === 'notAsked') && (
        <p className={classes.hint}>{t(`noFix.${row.status}`)}</p>
      )}
      {detail.spentUntil && (
        <p className={classes.hint}>
          {t('spentUntil', { time: formats.moment(detail.spentUntil) })}
        </p>
      )}
      <PositionFacts detail={detail} webAppUrl={session?.account?.webAppUrl ?? null} />
      <VehicleFacts detail={detail} />
      {fix && <LineFacts fix={fix} />}
      <AccountFacts row={row} />
      <ViewersFacts id={row.id} />
      <UnreadableFields fields={row.unreadable} />
      {fix && <RawAttributes fix={fix} />}
    </div>
  );
}
