/** The columns of the list of alerts. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { coordinatesText } from '@/format/coordinates';
import { useFormats } from '@/format/FormatProvider';
import page from '@/format/pastPage.module.css';
import type { PastAlertRow } from '@/ipc/generated/contract';
import { type ColumnSpec, columnsOf } from '@/table/columnsOf';
import classes from './alerts.module.css';
import { useKindWords } from './words';

export const ALERT_COLUMNS = ['time', 'name', 'what', 'place'] as const;
type AlertColumn = (typeof ALERT_COLUMNS)[number];

const SPECS: Readonly<Record<AlertColumn, ColumnSpec<PastAlertRow>>> = {
  time: {
    size: 190,
    cell: function When({ row }) {
      const formats = useFormats();
      return formats.moment(row.at);
    },
  },
  name: {
    size: 200,
    meta: { grows: true },
    cell: ({ row: { device } }) => (
      <bdi className={page.cut} title={device.name}>
        {device.name}
      </bdi>
    ),
  },
  what: {
    size: 280,
    meta: { grows: true },
    cell: function What({ row }) {
      const words = useKindWords();
      return (
        <span className={classes.what} title={row.text ?? undefined}>
          <IconAlertTriangle size={15} className={classes.sign} aria-hidden />
          <span className={page.cut}>{words.alert(row)}</span>
        </span>
      );
    },
  },
  place: {
    size: 220,
    cell: function Where({ row }) {
      const { t } = useTranslation('alerts');
      const place = row.near ? t('near', { place: row.near.name }) : coordinatesText(row);
      return (
        <span className={page.cut} title={coordinatesText(row)}>
          {place}
        </span>
      );
    },
  },
};

function HeaderText({ id }: { id: AlertColumn }) {
  const { t } = useTranslation('alerts');
  return t(`column.${id}`);
}

export const alertColumns = columnsOf(ALERT_COLUMNS, SPECS, HeaderText);
