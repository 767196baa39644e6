/** The positions that came after a command: when, how fast, where. */
import { useTranslation } from 'react-i18next';
import type { LaterFix } from '@/ipc/generated/contract';
import { coordinatesText } from './coordinates';
import { useFormats, useNow } from './FormatProvider';
import classes from './LaterFixes.module.css';

/** After this nobody looks any more. */
const LOOKED_FOR_MS = 9 * 60_000;

interface Props {
  /** When the command was sent. */
  sentAt: string;
  fixes: readonly LaterFix[];
}

export function LaterFixes({ sentAt, fixes }: Props) {
  const { t } = useTranslation('commands');
  const formats = useFormats();
  const now = useNow();
  const isOver = now - Date.parse(sentAt) > LOOKED_FOR_MS;
  return (
    <section className={classes.section} aria-label={t('later.title')}>
      <h3 className={classes.title}>{t('later.title')}</h3>
      {fixes.length === 0 ? (
        <p className={classes.hint}>{t(isOver ? 'later.none' : 'later.waiting')}</p>
      ) : (
        <ul className={classes.list}>
          {fixes.map((fix) => (
            <li key={fix.at}>
              <time dateTime={fix.at}>{formats.moment(fix.at)}</time>{' '}
              {t('later.line', {
                speed: fix.speedKmh === null ? t('preflight.noSpeed') : formats.speed(fix.speedKmh),
                place: fix.place?.name ?? coordinatesText(fix),
              })}
              {fix.ignition !== null &&
                `, ${t(fix.ignition ? 'later.ignitionOn' : 'later.ignitionOff')}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
