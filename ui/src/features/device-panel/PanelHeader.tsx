/** The top of the panel: which device, what it does, how old that is, and the button to ask. */
import { Button, CloseButton, Tooltip } from '@mantine/core';
import { IconEyeX, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats, useNow } from '@/format/FormatProvider';
import { hidesPlace } from '@/format/oddities';
import { StatusIcon } from '@/format/StatusIcon';
import { usePositionWords } from '@/format/usePositionWords';
import { useStatusWords } from '@/format/useStatusWords';
import type { DeviceRow, Thresholds } from '@/ipc/generated/contract';
import classes from './DevicePanel.module.css';
import { WatchButton } from './WatchButton';

interface Props {
  row: DeviceRow;
  thresholds: Thresholds;
  isAsking: boolean;
  onAsk(): void;
  onClose(): void;
  /** More buttons. */
  actions: ReactNode;
}

export function PanelHeader(props: Props) {
  const { row, thresholds, isAsking, onAsk, onClose, actions } = props;
  const { t } = useTranslation('device');
  return (
    <header className={classes.header}>
      <div className={classes.titleLine}>
        <h2 className={classes.title}>
          <bdi>{row.name}</bdi>
        </h2>
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </div>
      {row.unreadable.includes('name') && (
        <p className={classes.nameUnreadable}>
          <IconEyeX size={14} aria-hidden />
          {t('nameUnreadable')}
        </p>
      )}
      <StatusLine row={row} thresholds={thresholds} />
      <dl className={classes.clocks}>
        <Clock
          id="fix"
          label={t(hidesPlace(row.oddities) && row.position ? 'goodFixClock' : 'fixClock')}
          at={row.fixAt}
        />
        <Clock id="asked" label={t('askedClock')} at={row.askedAt} />
      </dl>
      <WhyOld row={row} />
      <div className={classes.headerButtons}>
        <Button
          size="xs"
          variant="light"
          leftSection={<IconRefresh size={15} aria-hidden />}
          loading={isAsking}
          onClick={onAsk}
        >
          {t('askNow')}
        </Button>
        <WatchButton row={row} />
        {actions}
      </div>
    </header>
  );
}

function StatusLine({ row, thresholds }: { row: DeviceRow; thresholds: Thresholds }) {
  const words = useStatusWords(thresholds);
  const now = useNow();
  const { status, statusSince } = row;
  return (
    <Tooltip
      label={words.rule(status)}
      multiline
      maw={300}
      events={{ hover: true, focus: true, touch: true }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the rule must be reachable by keyboard. */}
      <p className={classes.status} tabIndex={0} data-status={status}>
        <StatusIcon status={status} size={18} />
        {statusSince ? words.lasting(status, statusSince, now) : words.name(status)}
      </p>
    </Tooltip>
  );
}

/** Which of the two clocks makes the position old. */
function WhyOld({ row: { fixAt, askedAt } }: { row: DeviceRow }) {
  const words = usePositionWords();
  const now = useNow();
  const why = fixAt && words.whyOld(fixAt, askedAt, now);
  return why && <p className={classes.hint}>{why}</p>;
}

function Clock({ id, label, at }: { id: string; label: string; at: string | null }) {
  const { t } = useTranslation('device');
  const formats = useFormats();
  const now = useNow();
  return (
    <div className={classes.clock} data-clock={id}>
      <dt>{label}</dt>
      <dd>
        {at ? (
          <Tooltip label={formats.moment(at)} events={{ hover: true, focus: true, touch: true }}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time must be reachable by keyboard. */}
            <time dateTime={at} tabIndex={0}>
              {t('ago', { age: formats.age(now - Date.parse(at)) })}
            </time>
          </Tooltip>
        ) : (
          t('never')
        )}
      </dd>
    </div>
  );
}
