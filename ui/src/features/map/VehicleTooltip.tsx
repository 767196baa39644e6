/** What the pointer rests on: name, status, age of the position. */
import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats, useNow } from '@/format/FormatProvider';
import { StatusIcon } from '@/format/StatusIcon';
import { useStatusWords } from '@/format/useStatusWords';
import type { Thresholds, Vehicle } from '@/ipc/generated/contract';
import { useMap } from '@/map/MapContext';
import classes from './FleetMap.module.css';

/** Nearer to the upper edge than this it stands below the vehicle, in pixels. */
const ROOM_ABOVE_PX = 110;

interface Props {
  vehicle: Vehicle;
  thresholds: Thresholds;
}

export function VehicleTooltip({ vehicle, thresholds }: Props) {
  const { t } = useTranslation('map');
  const { map } = useMap();
  const formats = useFormats();
  const words = useStatusWords(thresholds);
  const now = useNow();
  const { x, y } = map.project([vehicle.longitude, vehicle.latitude]);
  const age = formats.age(now - Date.parse(vehicle.fixAt));
  return (
    <Paper
      withBorder
      role="tooltip"
      className={classes.tooltip}
      // A place on the map is physical: it does not turn with the direction of the text.
      style={{
        transform: `translate(${x}px, ${y}px) translate(-50%, ${y < ROOM_ABOVE_PX ? '22px' : 'calc(-100% - 18px)'})`,
      }}
    >
      <bdi className={classes.tooltipName}>{vehicle.name}</bdi>
      <span className={classes.tooltipStatus}>
        <StatusIcon status={vehicle.status} size={14} />
        {words.name(vehicle.status)}
      </span>
      <span>{t('positionAge', { age })}</span>
      {vehicle.critical && <strong className={classes.critical}>{t('critical')}</strong>}
    </Paper>
  );
}
