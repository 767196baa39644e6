/**
 * Draws a rectangle over vehicles: by dragging with Shift at any time, or by any drag while the mode for it
 * is on. On a map that was turned it is a rectangle of the world, and is drawn as one.
 */
import type { LngLat, Map as MapLibreMap } from 'maplibre-gl';
import {
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Bounds } from '@/ipc/generated/contract';
import { useMap } from '@/map/MapContext';
import { boundsBetween } from '@/map/viewport';
import classes from './MapActions.module.css';

/** A drag that is shorter was a click, in pixels. */
const LEAST_PX = 5;

/** How long after a drag its click may come. */
const CLICK_MS = 300;

interface Props {
  /** Whether any drag draws. */
  isOn: boolean;
  /** `add`: to what is chosen already. */
  onRectangle(bounds: Bounds, add: boolean): void;
}

interface Drag {
  from: LngLat;
  to: LngLat;
}

interface Start {
  pointerId: number;
  clientX: number;
  clientY: number;
}

export function RectangleSelect({ isOn, onRectangle }: Props) {
  const { map } = useMap();
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef(onRectangle);
  latest.current = onRectangle;
  const ending = useRef<(() => void) | null>(null);
  useEffect(() => () => ending.current?.(), []);

  const begin = useCallback(
    (start: Start) => {
      ending.current?.();
      const from = worldAt(map, start);
      const move = (event: PointerEvent) => {
        if (event.pointerId === start.pointerId) setDrag({ from, to: worldAt(map, event) });
      };
      const end = () => {
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', up);
        window.removeEventListener('pointercancel', end);
        window.removeEventListener('keydown', key, true);
        ending.current = null;
        setDrag(null);
      };
      const up = (event: PointerEvent) => {
        if (event.pointerId !== start.pointerId) return;
        end();
        const [width, height] = [event.clientX - start.clientX, event.clientY - start.clientY];
        if (Math.hypot(width, height) < LEAST_PX) return;
        swallowClick();
        const bounds = edgesOf({ from, to: worldAt(map, event) });
        latest.current(boundsBetween(bounds), event.ctrlKey || event.metaKey);
      };
      const key = (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        end();
      };
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', up);
      window.addEventListener('pointercancel', end);
      window.addEventListener('keydown', key, true);
      ending.current = end;
    },
    [map],
  );

  useEffect(() => {
    const canvas = map.getCanvasContainer();
    let pointerId = 0;
    const remember = (event: PointerEvent) => {
      pointerId = event.pointerId;
    };
    const press = (event: MouseEvent) => {
      if (!event.shiftKey || event.button !== 0) return;
      // Before the map sees it, which would move.
      event.stopPropagation();
      event.preventDefault();
      map.getCanvas().focus({ preventScroll: true });
      begin({ pointerId, clientX: event.clientX, clientY: event.clientY });
    };
    canvas.addEventListener('pointerdown', remember, true);
    canvas.addEventListener('mousedown', press, true);
    return () => {
      canvas.removeEventListener('pointerdown', remember, true);
      canvas.removeEventListener('mousedown', press, true);
    };
  }, [map, begin]);

  const corners = drag && cornersOnScreen(map, drag);
  return (
    <>
      {isOn && (
        <div
          className={classes.drawingGround}
          onPointerDown={(event: ReactPointerEvent) => {
            if (event.button !== 0) return;
            // The focus stays with the map, where Escape ends the mode.
            event.preventDefault();
            begin(event);
          }}
        />
      )}
      {corners && (
        <svg className={classes.rectangle} aria-hidden>
          <polygon points={corners.join(' ')} />
        </svg>
      )}
    </>
  );
}

function worldAt(map: MapLibreMap, { clientX, clientY }: Pick<Start, 'clientX' | 'clientY'>) {
  const { left, top } = map.getCanvas().getBoundingClientRect();
  return map.unproject([clientX - left, clientY - top]);
}

function edgesOf({ from, to }: Drag) {
  return {
    west: Math.min(from.lng, to.lng),
    east: Math.max(from.lng, to.lng),
    south: Math.min(from.lat, to.lat),
    north: Math.max(from.lat, to.lat),
  };
}

function cornersOnScreen(map: MapLibreMap, drag: Drag): string[] {
  const { west, south, east, north } = edgesOf(drag);
  const corners: [number, number][] = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
  ];
  return corners.map((corner) => {
    const { x, y } = map.project(corner);
    return `${x},${y}`;
  });
}

/**
 * A drag may end with a click, which means nothing to a vehicle that happens to be there. It may end without
 * one too, when what was pressed is gone by then: the click of a next press is that press's own.
 */
function swallowClick() {
  const swallowing = new AbortController();
  const stop = () => swallowing.abort();
  const within = { capture: true, once: true, signal: swallowing.signal };
  window.addEventListener('click', (event) => event.stopPropagation(), within);
  window.addEventListener('pointerdown', stop, within);
  window.addEventListener('keydown', stop, within);
  window.setTimeout(stop, CLICK_MS);
}
