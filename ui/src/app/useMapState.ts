/** What is going on between list, map and panel: a vehicle that is followed, a marked place, an open menu. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useOpenCommand } from '@/app/CommandHost';
import type { MapActions, Outcome } from '@/features/map/ActionMenu';
import type { MarkedPlace, MenuTarget } from '@/features/map/places';
import { isChosen } from '@/table/selection';
import type { Chosen } from '@/table/useSelection';

interface Options {
  /** The device whose panel is open. */
  device: string | null;
  setDevice(id: string | null): void;
  chosen: Chosen;
  /** Brings the map into sight, where only one of list and map has room. */
  showMap(): void;
}

export function useMapState({ device, setDevice, chosen, showMap }: Options) {
  const navigate = useNavigate();
  const openCommand = useOpenCommand();
  const [followed, setFollowed] = useState<string | null>(null);
  const [place, setPlace] = useState<MarkedPlace | null>(null);
  const [menu, setMenu] = useState<MenuTarget | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  // Another device, or none, ends it: coming back to the page must not move the map by itself.
  useEffect(() => setFollowed((before) => (before === device ? before : null)), [device]);

  // The panel of a vehicle that is followed is open: that is what makes the service be asked often.
  const follow = useCallback(
    (id: string | null) => {
      setFollowed(id);
      if (id === null) return;
      setPlace(null);
      setDevice(id);
      showMap();
    },
    [setDevice, showMap],
  );
  const mark = useCallback(
    (next: MarkedPlace | null) => {
      setPlace(next);
      if (!next) return;
      setFollowed(null);
      showMap();
    },
    [showMap],
  );
  const isFollowing = followed !== null && followed === device;
  const { selection, choose } = chosen;
  const actions = useMemo<MapActions>(
    () => ({
      followed: isFollowing ? followed : null,
      isChosen: (id) => isChosen(selection, id),
      onChoose: (id, isIn) => choose([id], isIn),
      onOpen: setDevice,
      onFollow: follow,
      onMark: mark,
      onHistory: (id) => void navigate({ to: '/history', search: { device: id } }),
      onViewers: (id) => void navigate({ to: '/access', search: { open: id } }),
      onCommand: (id) => openCommand({ kind: 'ids', ids: [id] }),
      onOutcome: setOutcome,
    }),
    [isFollowing, followed, selection, choose, setDevice, follow, mark, navigate, openCommand],
  );
  return { isFollowing, place, menu, outcome, actions, setMenu, setOutcome };
}
