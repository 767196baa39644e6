/** What stands in a cell of the users' table, one component for each kind of value. */

import { IconBroadcast, IconCalendarExclamation, IconEyeX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Missing } from '@/components/Missing';
import { Unseen } from '@/components/Unseen';
import { useNow } from '@/format/FormatProvider';
import { StandingMark } from '@/format/StandingMark';
import type { UserRow } from '@/ipc/generated/contract';
import { useCell } from './CellContext';
import classes from './cells.module.css';

/** An end that is nearer than this is loud. */
const SOON_MS = 30 * 24 * 3_600_000;

interface ValueProps {
  row: UserRow;
  /** The name on the wire of the field that the value comes from. */
  wire: string;
  /** The value; null if there is none. */
  children: ReactNode;
}

/** A value, or why there is none. */
export function Value({ row, wire, children }: ValueProps) {
  const { t, missing } = useCell();
  if (row.unreadable.includes(wire)) {
    return (
      <span className={classes.unreadable}>
        <IconEyeX size={14} aria-hidden />
        <span className={classes.cut}>{t('cell.unreadable')}</span>
      </span>
    );
  }
  return children ?? <Missing word={missing} />;
}

/** A text, cut where the column ends, whole on hover. */
export function TextCell({ text }: { text: string }) {
  return (
    <bdi className={classes.cut} title={text}>
      {text}
    </bdi>
  );
}

export function NameCell({ row }: { row: UserRow }) {
  const { t } = useCell();
  return (
    <span className={classes.line} title={row.name}>
      <bdi className={classes.cut}>{row.name}</bdi>
      {row.unreadable.length > 0 && (
        <span className={classes.warning} title={t('incomplete')}>
          <IconEyeX size={14} aria-hidden />
          <Unseen>{t('incomplete')}</Unseen>
        </span>
      )}
    </span>
  );
}

export function StateCell({ row }: { row: UserRow }) {
  return <StandingMark standing={row.standing} />;
}

/** How many devices, and why; no limit is said, since it is not the same as none. */
export function SeesCell({ row }: { row: UserRow }) {
  const { t, formats } = useCell();
  const { devices, group, device } = row.sight;
  if (devices === null) {
    return (
      <span className={classes.cut} title={t('cell.allHint')}>
        {t('cell.all')}
      </span>
    );
  }
  const by = [group, device?.name].filter((name) => name != null).join(', ');
  const count = devices === 0 ? t('cell.nothing') : undefined;
  const counted = count ?? t('cell.seen', { count: devices, total: formats.count(devices) });
  return (
    <span className={classes.line} title={`${counted} (${by})`}>
      <span className={devices === 0 ? classes.critical : undefined}>{counted}</span>
      <bdi className={classes.cutQuiet}>{by}</bdi>
    </span>
  );
}

export function PrivilegesCell({ row }: { row: UserRow }) {
  const { t } = useCell();
  const text = row.form.privileges.join(', ');
  return (
    <span className={classes.line} title={text}>
      {row.commands && (
        <span className={classes.warning} title={t('cell.commands')}>
          <IconBroadcast size={14} aria-hidden />
          <Unseen>{t('cell.commands')}</Unseen>
        </span>
      )}
      <bdi className={classes.cut}>{text}</bdi>
    </span>
  );
}

/** How long ago something was, with the exact time on hover. */
export function AgoCell({ at }: { at: string }) {
  const { formats } = useCell();
  const now = useNow(60_000);
  return (
    <time dateTime={at} title={formats.moment(at)} className={classes.cut}>
      {formats.fromNow(Date.parse(at) - now)}
    </time>
  );
}

/** The day on which something begins or ends; what is over or near is told from now. */
export function ExpiryCell({ at }: { at: string }) {
  const { formats } = useCell();
  const now = useNow(60_000);
  const left = Date.parse(at) - now;
  const date = formats.date(at);
  const fromNow = formats.fromNow(left);
  if (left > SOON_MS) {
    return (
      <time dateTime={at} title={`${formats.moment(at)} (${fromNow})`} className={classes.cut}>
        {date}
      </time>
    );
  }
  return (
    <span className={classes.line} title={`${formats.moment(at)} (${fromNow})`}>
      <IconCalendarExclamation
        size={15}
        className={left < 0 ? classes.critical : classes.warning}
        aria-hidden
      />
      <time dateTime={at} className={classes.cut}>
        {date} · {fromNow}
      </time>
    </span>
  );
}

export function DateCell({ at }: { at: string }) {
  const { formats } = useCell();
  return (
    <time dateTime={at} title={formats.moment(at)} className={classes.cut}>
      {formats.date(at)}
    </time>
  );
}
