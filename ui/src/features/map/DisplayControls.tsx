/** Buttons on the map that say what it shows: with or without the silent, and in words. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAntennaBarsOff, IconListDetails } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceFilter } from '@/ipc/generated/contract';
import { hidesSilent, toggleSilent } from './silent';

interface Props {
  filter: DeviceFilter;
  onFilter(filter: DeviceFilter): void;
  /** Id of the list, and whether it is open. */
  listId: string;
  isListOpen: boolean;
  onList(): void;
  listButton: RefObject<HTMLButtonElement | null>;
}

export function DisplayControls(props: Props) {
  const { filter, onFilter, listId, isListOpen, onList, listButton } = props;
  const { t } = useTranslation('map');
  const isHidden = hidesSilent(filter.statuses);
  return (
    <>
      <Tooltip label={t('hideSilent')} openDelay={400}>
        <ActionIcon
          variant={isHidden ? 'filled' : 'default'}
          size={32}
          aria-label={t('hideSilent')}
          aria-pressed={isHidden}
          onClick={() => onFilter({ ...filter, statuses: toggleSilent(filter.statuses) })}
        >
          <IconAntennaBarsOff size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('list.open')} openDelay={400} disabled={isListOpen}>
        <ActionIcon
          ref={listButton}
          variant={isListOpen ? 'filled' : 'default'}
          size={32}
          aria-label={t('list.open')}
          aria-expanded={isListOpen}
          aria-controls={isListOpen ? listId : undefined}
          onClick={onList}
        >
          <IconListDetails size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
