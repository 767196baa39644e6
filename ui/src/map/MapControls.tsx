/** Buttons on the map: zoom, north, all that is shown, and what a feature adds. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCompass, IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './MapCanvas.module.css';
import { useMap } from './MapContext';

interface Props {
  onFit(): void;
  /** What is fitted to, if it is not the fleet. */
  fitLabel?: string;
  /** More of them, below. */
  children?: ReactNode;
}

export function MapControls({ onFit, fitLabel, children }: Props) {
  const { t } = useTranslation('map');
  const { map } = useMap();
  const [isTurned, setTurned] = useState(false);

  useEffect(() => {
    const look = () => setTurned(Math.abs(map.getBearing()) > 0.5 || map.getPitch() > 0.5);
    map.on('rotate', look);
    map.on('pitch', look);
    return () => {
      map.off('rotate', look);
      map.off('pitch', look);
    };
  }, [map]);

  const controls = [
    { label: fitLabel ?? t('fit'), Icon: IconFocusCentered, act: onFit },
    { label: t('zoomIn'), Icon: IconPlus, act: () => map.zoomIn() },
    { label: t('zoomOut'), Icon: IconMinus, act: () => map.zoomOut() },
    ...(isTurned
      ? [{ label: t('north'), Icon: IconCompass, act: () => map.resetNorthPitch() }]
      : []),
  ];
  return (
    <div className={classes.controls}>
      {controls.map(({ label, Icon, act }) => (
        <Tooltip key={label} label={label} openDelay={400}>
          <ActionIcon variant="default" size={32} aria-label={label} onClick={act}>
            <Icon size={18} />
          </ActionIcon>
        </Tooltip>
      ))}
      {children}
    </div>
  );
}
