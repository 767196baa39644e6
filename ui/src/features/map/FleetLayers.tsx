/** What moves on the map: asks for the viewport and hands the answer to the layers. */
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { viewQuery } from '@/ipc/queries';
import { useSettings } from '@/ipc/settings';
import { ChosenLayer } from '@/map/ChosenLayer';
import { ClusterLayer } from '@/map/ClusterLayer';
import { useMap } from '@/map/MapContext';
import { SelectionLayer } from '@/map/SelectionLayer';
import { VehicleLayer } from '@/map/VehicleLayer';
import { isChosen } from '@/table/selection';
import classes from './FleetMap.module.css';
import { MapActionLayer, type MapActionProps } from './MapActionLayer';
import { useFleetFit } from './useFleetFit';
import { useShowSelected } from './useShowSelected';
import { useViewport } from './useViewport';
import { VehicleTooltip } from './VehicleTooltip';

/** Viewports that were passed are soon forgotten. */
const KEPT_MS = 10_000;

export interface FleetLayersProps extends MapActionProps {
  selected: string | null;
  shown: RefObject<string | null>;
}

export function FleetLayers(props: FleetLayersProps) {
  const { filter, selected, onSelect, coveredPx, isInHand, shown, chosen: rows } = props;
  const { t } = useTranslation('map');
  const formats = useFormats();
  const { thresholds } = useSettings();
  const { map } = useMap();
  const viewport = useViewport(map);
  const [hovered, setHovered] = useState<string | null>(null);

  const { data: view, isError } = useQuery({
    ...viewQuery('map_view', { filter, selected, ...viewport }),
    gcTime: KEPT_MS,
  });

  const clusters = view?.clusters ?? NOTHING;
  const chosen = view?.selected ?? null;
  const vehicles = useMemo(
    () => [...(view?.vehicles ?? NOTHING), ...(chosen ? [chosen] : NOTHING)],
    [view?.vehicles, chosen],
  );
  const { fit, fitTo } = useFleetFit({
    map,
    filter,
    revision: view?.revision,
    isInHand,
    coveredPx,
  });
  useShowSelected({ map, selected, vehicle: chosen, shown, isInHand, coveredPx });

  const marked = useMemo(
    () => vehicles.filter(({ id }) => isChosen(rows.selection, id)),
    [vehicles, rows.selection],
  );

  // What the map shows, for those who cannot look at its pixels.
  useEffect(() => {
    const { dataset } = map.getContainer();
    dataset.vehicles = String(vehicles.length);
    dataset.clusters = String(clusters.length);
    dataset.selected = chosen?.id ?? '';
    dataset.zoom = viewport.zoom.toFixed(2);
  }, [map, vehicles, clusters, chosen, viewport.zoom]);

  const underPointer = vehicles.find(({ id }) => id === hovered);
  return (
    <>
      <ClusterLayer clusters={clusters} />
      <ChosenLayer vehicles={marked} />
      <SelectionLayer vehicle={chosen} />
      <VehicleLayer
        vehicles={vehicles}
        selected={chosen?.id ?? null}
        onSelect={onSelect}
        onHover={setHovered}
      />
      <MapActionLayer
        {...props}
        vehicles={vehicles}
        // While the answer about another one is on its way, the former one is still shown.
        vehicle={chosen?.id === selected ? chosen : null}
        onFit={fit}
        onFitTo={fitTo}
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
