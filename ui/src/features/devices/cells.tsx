/** What stands in a cell of the device list, one component for each kind of value. */
import {
  IconAlertTriangleFilled,
  IconAntennaBarsOff,
  IconCalendarExclamation,
  IconEyeX,
  IconHourglassLow,
  IconStarFilled,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Missing } from '@/components/Missing';
import { Unseen } from '@/components/Unseen';
import { Age } from '@/format/Age';
import { useNow } from '@/format/FormatProvider';
import { OddMark } from '@/format/OddMark';
import { hidesPlace } from '@/format/oddities';
import { OLD_MS, reasonOfAge } from '@/format/positionAge';
import { StatusIcon } from '@/format/StatusIcon';
import type { DeviceRow, StatusSince } from '@/ipc/generated/contract';
import { useCell } from './CellContext';
import classes from './cells.module.css';
import { expiryOf } from './expiry';

/** A town is named without its distance when the device is in it or at its edge. */
const IN_TOWN_M = 1000;

function Unreadable() {
  const { t } = useCell();
  return (
    <span className={classes.unreadable}>
      <IconEyeX size={14} aria-hidden />
      <span className={classes.cut}>{t('cell.unreadable')}</span>
    </span>
  );
}

interface ValueProps {
  row: DeviceRow;
  /** Names on the wire of the fields that the value comes from. */
  wire: readonly string[];
  /** The value; null if there is none. */
  children: ReactNode;
}

/** A value, or why there is none. */
export function Value({ row, wire, children }: ValueProps) {
  const { missing } = useCell();
  if (row.unreadable.some((field) => wire.includes(field))) return <Unreadable />;
  return children ?? <Missing word={missing} />;
}

export function NameCell({ row }: { row: DeviceRow }) {
  const { t, positions } = useCell();
  return (
    <span className={classes.line} title={row.description ?? row.name}>
      {row.unreadable.includes('name') && <Unreadable />}
      <bdi className={classes.cut}>{row.name}</bdi>
      {row.isWatched && (
        <>
          <IconStarFilled size={13} className={classes.watched} aria-hidden />
          <Unseen>{t('cell.watched')}</Unseen>
        </>
      )}
      {row.critical && (
        <>
          <IconAlertTriangleFilled size={15} className={classes.critical} aria-hidden />
          <Unseen>{t('cell.critical')}</Unseen>
        </>
      )}
      {row.oddities.length > 0 && <OddMark words={positions.sign(row.oddities)} />}
    </span>
  );
}

export function StatusCell({ row }: { row: DeviceRow }) {
  const { words } = useCell();
  return row.statusSince ? (
    <LastingStatus row={row} since={row.statusSince} />
  ) : (
    <span className={classes.line} title={words.rule(row.status)}>
      <StatusIcon status={row.status} />
      <span className={classes.cut}>{words.name(row.status)}</span>
    </span>
  );
}

function LastingStatus({ row, since }: { row: DeviceRow; since: StatusSince }) {
  const { words, formats } = useCell();
  const now = useNow();
  const title = `${words.lasting(row.status, since, now)}\n${words.rule(row.status)}`;
  return (
    <span className={classes.line} title={title}>
      <StatusIcon status={row.status} />
      <span className={classes.cut}>{words.name(row.status)}</span>
      <span className={classes.quiet}>{formats.age(now - Date.parse(since.at))}</span>
    </span>
  );
}

/** The age of a moment; old ones are quiet, so that the eye does not take them for news. */
export function AgeCell({ at }: { at: string }) {
  const now = useNow(60_000);
  const isOld = now - Date.parse(at) > OLD_MS;
  return (
    <span className={isOld ? classes.quiet : undefined} data-old={isOld || undefined}>
      <Age at={at} />
    </span>
  );
}

/** The age of a position. An old one has a sign that says whose silence made it old. */
export function PositionAgeCell({ fixAt, askedAt }: { fixAt: string; askedAt: string | null }) {
  const { positions } = useCell();
  const now = useNow(60_000);
  const reason = askedAt && reasonOfAge(Date.parse(fixAt), Date.parse(askedAt), now);
  const words = positions.whyOld(fixAt, askedAt, now);
  if (!reason || !words) return <AgeCell at={fixAt} />;
  const Icon = reason === 'tracker' ? IconAntennaBarsOff : IconHourglassLow;
  return (
    <span className={`${classes.line} ${classes.quiet}`} data-old data-reason={reason}>
      <Icon size={14} aria-hidden />
      <Age at={fixAt} note={words} />
      <Unseen>{words}</Unseen>
    </span>
  );
}

interface PlaceProps {
  row: DeviceRow;
  place: NonNullable<DeviceRow['place']>;
}

export function PlaceCell({ row, place }: PlaceProps) {
  const { t, formats, positions } = useCell();
  const distance = formats.distance(place.distanceM);
  const whole = [place.name, place.region, place.country].filter(Boolean).join(', ');
  return (
    <span className={classes.line} title={t('cell.away', { place: whole, distance })}>
      <bdi className={classes.cut}>{place.name}</bdi>
      {hidesPlace(row.oddities) && <OddMark words={positions.lastGood} />}
      {place.distanceM >= IN_TOWN_M && <span className={classes.quiet}>{distance}</span>}
    </span>
  );
}

export function AlertsCell({ row }: { row: DeviceRow }) {
  const text = row.alerts.join(', ');
  return (
    <span className={classes.line} title={text}>
      <IconAlertTriangleFilled
        size={14}
        className={row.critical ? classes.critical : classes.warning}
        aria-hidden
      />
      <span className={classes.cut}>{text}</span>
    </span>
  );
}

export function ExpiryCell({ expires }: { expires: string }) {
  const { t, formats } = useCell();
  const now = useNow(60_000);
  const endsAt = Date.parse(expires);
  const expiry = expiryOf(endsAt, now);
  const when = formats.fromNow(endsAt - now);
  const date = formats.date(expires);
  if (expiry === 'later') return <span title={when}>{date}</span>;
  return (
    <span className={classes.line} title={date} data-expiry={expiry}>
      <IconCalendarExclamation
        size={15}
        className={expiry === 'past' ? classes.critical : classes.warning}
        aria-hidden
      />
      <span className={classes.cut}>
        {t(expiry === 'past' ? 'cell.expired' : 'cell.expiresSoon', { when })}
      </span>
    </span>
  );
}

export function IgnitionCell({ isOn }: { isOn: boolean }) {
  const { t } = useCell();
  return (
    <span className={isOn ? undefined : classes.quiet}>{t(isOn ? 'cell.on' : 'cell.off')}</span>
  );
}

/** Words one after another, cut where the column ends, whole on hover. */
export function WordsCell({ words }: { words: readonly string[] }) {
  const text = words.join(', ');
  return (
    <bdi className={classes.cut} title={text}>
      {text}
    </bdi>
  );
}
