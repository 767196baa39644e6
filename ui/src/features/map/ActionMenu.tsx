/** The menu of a vehicle, on the map and in the list, and of a point of the map. */
import { Menu } from '@mantine/core';
import {
  IconCheckbox,
  IconCopy,
  IconCurrentLocation,
  IconExternalLink,
  IconEye,
  IconFocus2,
  IconLink,
  IconListDetails,
  IconRadar2,
  IconRefresh,
  IconRoute,
  IconTerminal2,
} from '@tabler/icons-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { coordinatesText } from '@/format/coordinates';
import { MAP_SITES, mapLink } from '@/format/mapSites';
import { call, errorBodyOf } from '@/ipc/client';
import type { ErrorBody, Position } from '@/ipc/generated/contract';
import { platform } from '@/platform';
import classes from './MapActions.module.css';
import type { MarkedPlace, MenuTarget, NamedVehicle } from './places';

/** What became of an action. */
export type Outcome = { said: string } | { failed: string; error: ErrorBody | null };

export interface MapActions {
  followed: string | null;
  isChosen(id: string): boolean;
  onChoose(id: string, chosen: boolean): void;
  onOpen(id: string): void;
  onFollow(id: string | null): void;
  onMark(place: MarkedPlace): void;
  onHistory(id: string): void;
  onViewers(id: string): void;
  onCommand(id: string): void;
  onOutcome(outcome: Outcome): void;
}

interface Props {
  /** Another object opens it anew. */
  target: MenuTarget;
  actions: MapActions;
}

export function ActionMenu({ target, actions }: Props) {
  const { t } = useTranslation('mapActions');
  const anchor = useRef<HTMLSpanElement>(null);
  // Who had the focus gets it back, unless what was chosen takes it.
  const former = useRef<Element | null>(null);

  useLayoutEffect(() => {
    former.current = document.activeElement;
    // The menu opens where its anchor is asked for one, and that is how a menu of a place is opened.
    anchor.current?.dispatchEvent(
      new MouseEvent('contextmenu', {
        bubbles: true,
        cancelable: true,
        clientX: target.at.x,
        clientY: target.at.y,
      }),
    );
  }, [target]);

  const { vehicle, position } = target;
  return (
    <Menu
      position="bottom-start"
      offset={2}
      width={260}
      // As tall as it is, it may have room neither below nor above.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 } }}
      returnFocus={false}
      // The focus begins on the first action: a menu may hold nothing that is none.
      withInitialFocusPlaceholder={false}
      // Not by keys: the one that opens it is still on its way when it is there already.
      clickOutsideEvents={['mousedown', 'touchstart']}
      onClose={() => {
        if (former.current instanceof HTMLElement) former.current.focus({ preventScroll: true });
      }}
    >
      <Menu.ContextMenu>
        <span ref={anchor} hidden />
      </Menu.ContextMenu>
      <Menu.Dropdown
        aria-label={vehicle ? t('menu.vehicle', { name: vehicle.name }) : t('menu.point')}
        data-testid="map-menu"
        className={classes.menu}
        // The key that opened it may ask the browser for its own menu a moment later.
        onContextMenu={(event) => event.preventDefault()}
      >
        <Menu.Label>
          <bdi>{vehicle?.name ?? (position && coordinatesText(position))}</bdi>
        </Menu.Label>
        {vehicle && <VehicleItems vehicle={vehicle} actions={actions} />}
        {position && <PositionItems target={target} position={position} actions={actions} />}
        {vehicle && <AccountItems vehicle={vehicle} actions={actions} />}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ItemProps {
  Icon: typeof IconCopy;
  onClick(): void;
  children: ReactNode;
}

function Item({ Icon, onClick, children }: ItemProps) {
  return (
    <Menu.Item leftSection={<Icon size={16} aria-hidden />} onClick={onClick}>
      {children}
    </Menu.Item>
  );
}

interface VehicleProps {
  vehicle: NamedVehicle;
  actions: MapActions;
}

function VehicleItems({ vehicle: { id, name }, actions }: VehicleProps) {
  const { t } = useTranslation('mapActions');
  const isFollowed = actions.followed === id;
  const ask = () => {
    call('ask_device', { id }).then(
      () => actions.onOutcome({ said: t('asked', { name }) }),
      (thrown) =>
        actions.onOutcome({ failed: t('askFailed', { name }), error: errorBodyOf(thrown) }),
    );
  };
  return (
    <>
      <Item Icon={IconListDetails} onClick={() => actions.onOpen(id)}>
        {t('menu.open')}
      </Item>
      <Item Icon={IconCurrentLocation} onClick={() => actions.onFollow(isFollowed ? null : id)}>
        {t(isFollowed ? 'menu.unfollow' : 'menu.follow')}
      </Item>
      <Item Icon={IconRefresh} onClick={ask}>
        {t('menu.ask')}
      </Item>
      <Item Icon={IconRoute} onClick={() => actions.onHistory(id)}>
        {t('menu.history')}
      </Item>
      <Item Icon={IconTerminal2} onClick={() => actions.onCommand(id)}>
        {t('menu.command')}
      </Item>
    </>
  );
}

interface PositionProps {
  target: MenuTarget;
  position: Position;
  actions: MapActions;
}

function PositionItems({ target, position, actions }: PositionProps) {
  const { t } = useTranslation('mapActions');
  const { vehicle, onCentre } = target;
  const copy = (text: string, said: string) => {
    platform.copyText(text).then(
      () => actions.onOutcome({ said }),
      () => actions.onOutcome({ failed: t('copyFailed'), error: null }),
    );
  };
  const sites = useTranslation('share').t;
  const openSite = (url: string) => {
    platform
      .openExternal(url)
      .catch(() => actions.onOutcome({ failed: t('openFailed'), error: null }));
  };
  return (
    <>
      <Item
        Icon={IconRadar2}
        onClick={() => actions.onMark({ position, vehicle, isListed: true, isWanted: false })}
      >
        {t(vehicle ? 'menu.nearestOthers' : 'menu.nearestHere')}
      </Item>
      {onCentre && (
        <Item Icon={IconFocus2} onClick={onCentre}>
          {t('menu.centre')}
        </Item>
      )}
      <Menu.Divider />
      <Item
        Icon={IconCopy}
        onClick={() => copy(coordinatesText(position), t('copied.coordinates'))}
      >
        {t('menu.copyCoordinates')}
      </Item>
      <Item
        Icon={IconLink}
        onClick={() => copy(mapLink(position, 'openStreetMap'), t('copied.link'))}
      >
        {t('menu.copyLink')}
      </Item>
      <Item Icon={IconExternalLink} onClick={() => openSite(mapLink(position, 'openStreetMap'))}>
        {t('menu.openSite')}
      </Item>
      <Menu.Sub>
        <Menu.Sub.Target>
          <Menu.Sub.Item leftSection={<IconExternalLink size={16} aria-hidden />}>
            {sites('others')}
          </Menu.Sub.Item>
        </Menu.Sub.Target>
        <Menu.Sub.Dropdown>
          {MAP_SITES.slice(1).map((site) => (
            <Menu.Item key={site} onClick={() => openSite(mapLink(position, site))}>
              {sites(`site.${site}`)}
            </Menu.Item>
          ))}
        </Menu.Sub.Dropdown>
      </Menu.Sub>
    </>
  );
}

function AccountItems({ vehicle: { id }, actions }: VehicleProps) {
  const { t } = useTranslation('mapActions');
  const isChosen = actions.isChosen(id);
  return (
    <>
      <Menu.Divider />
      <Item Icon={IconCheckbox} onClick={() => actions.onChoose(id, !isChosen)}>
        {t(isChosen ? 'menu.unselect' : 'menu.select')}
      </Item>
      <Item Icon={IconEye} onClick={() => actions.onViewers(id)}>
        {t('menu.viewers')}
      </Item>
    </>
  );
}
