/** What a person does on the map: its buttons and keys, the menu, choosing, following, marked places. */
import { Button, Paper } from '@mantine/core';
import { IconSquareDashed } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, errorBodyOf } from '@/ipc/client';
import type { Bounds, DeviceFilter, Vehicle } from '@/ipc/generated/contract';
import { useMap } from '@/map/MapContext';
import { MapControls } from '@/map/MapControls';
import { PointLayer } from '@/map/PointLayer';
import { selectionOf } from '@/table/selection';
import type { Chosen } from '@/table/useSelection';
import type { Outcome } from './ActionMenu';
import { CoordinatesControl } from './CoordinatesControl';
import { FollowNote } from './FollowNote';
import { KeyboardHelp } from './KeyboardHelp';
import classes from './MapActions.module.css';
import { PlaceCard } from './PlaceCard';
import type { MarkedPlace, MenuTarget } from './places';
import { RectangleSelect } from './RectangleSelect';
import { SelectMenu } from './SelectMenu';
import { uncoveredBounds } from './uncovered';
import { useFollow } from './useFollow';
import { useMapMenu } from './useMapMenu';
import { useShowPlace } from './useShowPlace';

export interface MapActionProps {
  filter: DeviceFilter;
  coveredPx: number;
  isFollowing: boolean;
  /** The devices that are chosen in the list. */
  chosen: Chosen;
  place: MarkedPlace | null;
  /** The place that the map has moved to; outlives a change of style, as does `isInHand`. */
  reached: RefObject<MarkedPlace | null>;
  isInHand: RefObject<boolean>;
  /** Whether a rectangle is being drawn, or about to. */
  isDrawing: boolean;
  onDraw(isDrawing: boolean): void;
  onSelect(id: string): void;
  onMark(place: MarkedPlace | null): void;
  onMenu(target: MenuTarget): void;
  onStopFollowing(): void;
  onOutcome(outcome: Outcome): void;
}

interface Props extends MapActionProps {
  /** The vehicles that stand alone on the map. */
  vehicles: readonly Vehicle[];
  /** The one whose panel is open. */
  vehicle: Vehicle | null;
  onFit(): void;
  onFitTo(bounds: Bounds): void;
  /** More buttons. */
  controls: ReactNode;
}

export function MapActionLayer(props: Props) {
  const { filter, coveredPx, isFollowing, chosen, place, reached, isInHand, isDrawing } = props;
  const { vehicles, vehicle, onDraw, onMark, onStopFollowing, onOutcome } = props;
  const { t } = useTranslation('mapActions');
  const { map } = useMap();
  const [opened, setOpened] = useState<'goTo' | 'keys' | null>(null);

  useMapMenu({ map, vehicles, selected: vehicle, coveredPx, onMenu: props.onMenu });
  useFollow({ map, vehicle, isFollowing, isInHand, coveredPx, onStop: onStopFollowing });
  useShowPlace({ map, place, reached, isInHand, coveredPx });

  const failed = (thrown: unknown) =>
    onOutcome({ failed: t('select.failed'), error: errorBodyOf(thrown) });
  const choose = (bounds: Bounds, add: boolean) => {
    onDraw(false);
    call('devices_in_bounds', { filter, bounds }).then((ids) => {
      if (ids.length === 0) {
        onOutcome({ said: t('select.none') });
        return;
      }
      if (!add) chosen.clear();
      chosen.choose(ids, true);
    }, failed);
  };
  const chooseShown = () => choose(uncoveredBounds(map, coveredPx), false);
  const fitChosen = () => {
    onStopFollowing();
    call('selection_bounds', selectionOf(chosen.selection, filter)).then(
      (bounds) => (bounds ? props.onFitTo(bounds) : onOutcome({ said: t('select.noPosition') })),
      failed,
    );
  };
  useMapKeys({
    'Ctrl+a': chooseShown,
    g: () => setOpened('goTo'),
    '?': () => setOpened('keys'),
  });

  return (
    <>
      <PointLayer position={place?.position ?? null} />
      <RectangleSelect isOn={isDrawing} onRectangle={choose} />
      <MapControls
        onFit={() => {
          onStopFollowing();
          props.onFit();
        }}
      >
        <SelectMenu
          count={chosen.count}
          onDraw={() => onDraw(true)}
          onShown={chooseShown}
          onFit={fitChosen}
          onClear={chosen.clear}
        />
        <CoordinatesControl
          isOpen={opened === 'goTo'}
          onOpen={(isOpen) => setOpened(isOpen ? 'goTo' : null)}
          onMark={onMark}
        />
        <KeyboardHelp
          isOpen={opened === 'keys'}
          onOpen={(isOpen) => setOpened(isOpen ? 'keys' : null)}
        />
        {props.controls}
      </MapControls>
      <div className={classes.over}>
        <div role="status" className={classes.modes}>
          {isFollowing && <FollowNote name={vehicle?.name} onStop={onStopFollowing} />}
          {isDrawing && <DrawingNote onCancel={() => onDraw(false)} />}
        </div>
        {place && (
          <PlaceCard filter={filter} place={place} onMark={onMark} onOpen={props.onSelect} />
        )}
      </div>
    </>
  );
}

function DrawingNote({ onCancel }: { onCancel(): void }) {
  const { t } = useTranslation('mapActions');
  return (
    <Paper withBorder shadow="sm" className={classes.mode} data-testid="drawing">
      <IconSquareDashed size={16} aria-hidden />
      <span>{t('select.drawing')}</span>
      <Button size="compact-xs" variant="light" onClick={onCancel}>
        {t('select.cancel')}
      </Button>
    </Paper>
  );
}

/** Keys of the focused map beside those that move it. */
function useMapKeys(actions: Record<string, () => void>): void {
  const { map } = useMap();
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const canvas = map.getCanvas();
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey) return;
      const held = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
      const act = latest.current[held + event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    canvas.addEventListener('keydown', onKey);
    return () => canvas.removeEventListener('keydown', onKey);
  }, [map]);
}
