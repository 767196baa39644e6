/** What moves on the map: asks for the viewport and hands the answer to the layers. */
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { coordinatesText } from '@/format/coordinates';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceFilter } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { useSettings } from '@/ipc/settings';
import { ChosenLayer } from '@/map/ChosenLayer';
import { ClusterLayer } from '@/map/ClusterLayer';
import { LeaderLayer } from '@/map/LeaderLayer';
import { useMap } from '@/map/MapContext';
import { NameLayer } from '@/map/NameLayer';
import { SelectionLayer } from '@/map/SelectionLayer';
import { spread } from '@/map/spread';
import { TrailLayer } from '@/map/TrailLayer';
import { VehicleLayer } from '@/map/VehicleLayer';
import { isChosen } from '@/table/selection';
import { DisplayControls } from './DisplayControls';
import classes from './FleetMap.module.css';
import { MapActionLayer, type MapActionProps } from './MapActionLayer';
import { MapAnnouncer } from './MapAnnouncer';
import { MapList } from './MapList';
import { useFleetFit } from './useFleetFit';
import { useShowSelected } from './useShowSelected';
import { useViewport } from './useViewport';
import { VehicleTooltip } from './VehicleTooltip';

/** Viewports that were passed are soon forgotten. */
const KEPT_MS = 10_000;

export interface FleetLayersProps extends MapActionProps {
  selected: string | null;
  onFilter(filter: DeviceFilter): void;
  /** Whether the words for what the map shows are open; outlives a change of style. */
  isListOpen: boolean;
  onListOpen(isOpen: boolean): void;
  shown: RefObject<string | null>;
}

export function FleetLayers(props: FleetLayersProps) {
  const { filter, selected, onSelect, onFilter, coveredPx, isInHand, shown, chosen: rows } = props;
  const { isListOpen, onListOpen: setListOpen } = props;
  const { t } = useTranslation('map');
  const formats = useFormats();
  const { thresholds } = useSettings();
  const { map } = useMap();
  const viewport = useViewport(map);
  const [hovered, setHovered] = useState<string | null>(null);
  const listId = useId();
  const listButton = useRef<HTMLButtonElement>(null);

  const {
    data: view,
    isError,
    isPlaceholderData,
  } = useQuery({
    ...viewQuery('map_view', { filter, selected, ...viewport }),
    gcTime: KEPT_MS,
  });

  const clusters = view?.clusters ?? NOTHING;
  const chosen = view?.selected ?? null;
  const vehicles = useMemo(
    () => [...(view?.vehicles ?? NOTHING), ...(chosen ? [chosen] : NOTHING)],
    [view?.vehicles, chosen],
  );
  const drawn = useMemo(() => spread(vehicles, viewport.zoom), [vehicles, viewport.zoom]);
  const drawnById = (id: string | null) => drawn.vehicles.find((vehicle) => vehicle.id === id);
  const { fit, fitTo } = useFleetFit({
    map,
    filter,
    revision: view?.revision,
    isInHand,
    coveredPx,
  });
  useShowSelected({ map, selected, vehicle: chosen, shown, isInHand, coveredPx });

  const marked = useMemo(
    () => drawn.vehicles.filter(({ id }) => isChosen(rows.selection, id)),
    [drawn, rows.selection],
  );

  // What the map shows, for those who cannot look at its pixels.
  useEffect(() => {
    const { dataset } = map.getContainer();
    dataset.vehicles = String(vehicles.length);
    dataset.clusters = String(clusters.length);
    dataset.selected = chosen?.id ?? '';
    dataset.selectedAt = chosen ? coordinatesText(chosen) : '';
    dataset.odd = String(vehicles.filter(({ oddities }) => oddities.length > 0).length);
    dataset.zoom = viewport.zoom.toFixed(2);
    dataset.spread = String(drawn.leaders.length);
    dataset.trails = String(vehicles.filter(({ trail }) => trail.length > 0).length);
  }, [map, vehicles, clusters, chosen, viewport.zoom, drawn]);

  // Which state of the fleet is on the screen, once it is drawn.
  const revision = view?.revision;
  useEffect(() => {
    if (revision === undefined) return;
    const tell = () => {
      map.getContainer().dataset.painted = String(revision);
    };
    map.once('idle', tell);
    return () => {
      map.off('idle', tell);
    };
  }, [map, revision]);

  const closeList = () => {
    setListOpen(false);
    listButton.current?.focus();
  };
  const underPointer = drawnById(hovered);
  return (
    <>
      <TrailLayer vehicles={vehicles} selected={chosen?.id ?? null} />
      <LeaderLayer leaders={drawn.leaders} />
      <NameLayer vehicles={drawn.vehicles} selected={chosen?.id ?? null} />
      <ClusterLayer clusters={clusters} />
      <ChosenLayer vehicles={marked} />
      <SelectionLayer vehicle={drawnById(chosen?.id ?? null) ?? null} />
      <VehicleLayer vehicles={drawn.vehicles} onSelect={onSelect} onHover={setHovered} />
      <MapActionLayer
        {...props}
        // Where they are, not where they are drawn: coordinates are copied and places marked by it.
        vehicles={vehicles}
        // While the answer about another one is on its way, the former one is still shown.
        vehicle={chosen?.id === selected ? chosen : null}
        onFit={fit}
        onFitTo={fitTo}
        controls={
          <DisplayControls
            filter={filter}
            onFilter={onFilter}
            listId={listId}
            isListOpen={isListOpen}
            onList={() => setListOpen(!isListOpen)}
            listButton={listButton}
          />
        }
      />
      {isListOpen && (
        <MapList
          id={listId}
          filter={filter}
          selected={selected}
          zoom={viewport.zoom}
          onSelect={onSelect}
          onGo={() => {
            isInHand.current = true;
          }}
          onClose={closeList}
        />
      )}
      <MapAnnouncer
        vehicles={vehicles}
        clusters={clusters}
        isOutdated={isPlaceholderData || !view}
      />
      {underPointer && <VehicleTooltip vehicle={underPointer} thresholds={thresholds} />}
      <div className={classes.notes} role="status">
        {isError && <span className={classes.note}>{t('failed.view')}</span>}
        {view && view.unplaced > 0 && (
          <span className={classes.note}>
            {t('unplaced', { count: view.unplaced, total: formats.count(view.unplaced) })}
          </span>
        )}
      </div>
    </>
  );
}

const NOTHING: never[] = [];
