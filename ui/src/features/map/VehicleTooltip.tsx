/** What the pointer rests on: name, status, the two clocks, and what is odd. */
import { Paper } from '@mantine/core';
import { IconMapPinQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@/format/FormatProvider';
import { ODD_SHADES } from '@/format/oddities';
import { StatusIcon } from '@/format/StatusIcon';
import { cssShade } from '@/format/status';
import { usePositionWords } from '@/format/usePositionWords';
import { useStatusWords } from '@/format/useStatusWords';
import type { Thresholds, Vehicle } from '@/ipc/generated/contract';
import { useMap } from '@/map/MapContext';
import classes from './FleetMap.module.css';

/** Nearer to the upper edge than this it stands below the vehicle, in pixels. */
const ROOM_ABOVE_PX = 190;

interface Props {
  vehicle: Vehicle;
  thresholds: Thresholds;
}

export function VehicleTooltip({ vehicle, thresholds }: Props) {
  const { t } = useTranslation('map');
  const { map } = useMap();
  const words = useStatusWords(thresholds);
  const positions = usePositionWords();
  const now = useNow();
  const { x, y } = map.project([vehicle.longitude, vehicle.latitude]);
  const { oddities, fixAt, askedAt } = vehicle;
  const whyOld = positions.whyOld(fixAt, askedAt, now);
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
      {positions.clocks(vehicle, now).map((clock) => (
        <span key={clock}>{clock}</span>
      ))}
      {whyOld && <span className={classes.quiet}>{whyOld}</span>}
      {oddities.length > 0 && (
        <span className={classes.tooltipStatus}>
          <IconMapPinQuestion size={14} color={cssShade(ODD_SHADES)} aria-hidden />
          {positions.sign(oddities)}
        </span>
      )}
      {vehicle.critical && <strong className={classes.critical}>{t('critical')}</strong>}
    </Paper>
  );
}
