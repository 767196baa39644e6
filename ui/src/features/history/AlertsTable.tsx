/** The alerts that the positions tell of, each where it began. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { useAlertWords } from '@/format/useAlertWords';
import type { RouteAlert } from '@/ipc/generated/contract';
import classes from './history.module.css';
import { MomentTable } from './MomentTable';
import { secondsOf } from './moments';
import type { Playback } from './playback';
import { useSumCells } from './useSumCells';

interface Props {
  playback: Playback;
  alerts: readonly RouteAlert[];
  onAlert(number: number): void;
}

export function AlertsTable({ alerts, onAlert, playback }: Props) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const words = useAlertWords();
  const cells = useSumCells();
  if (alerts.length === 0) return <p className={classes.text}>{t('tables.none.alerts')}</p>;
  return (
    <>
      <MomentTable
        playback={playback}
        label={t('column.alerts')}
        columns={[
          { title: t('column.number') },
          { title: t('column.time') },
          { title: t('column.alert') },
          { title: t('column.trip') },
          { title: t('column.place') },
        ]}
        rows={alerts.map(({ number, start, trip, code, text }) => ({
          key: String(number),
          name: formats.count(number),
          action: t('tables.showAlert', { number }),
          onChoose: () => onAlert(number),
          span: [secondsOf(start.at), secondsOf(start.at)] as const,
          cells: [
            formats.moment(start.at),
            <bdi key="what">{words(code, text)}</bdi>,
            trip === null ? t('tables.standing') : formats.count(trip),
            cells.place(start),
          ],
        }))}
      />
      <p className={classes.hint}>{t('tables.alertNote')}</p>
    </>
  );
}
