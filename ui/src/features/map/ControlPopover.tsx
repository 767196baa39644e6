/** A button among the map's controls that opens something beside it. */
import { ActionIcon, Popover, type PopoverProps, Tooltip } from '@mantine/core';
import type { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  Icon: typeof IconHelp;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  position: PopoverProps['position'];
  widthPx: number;
  /** Whether what it opens takes the focus itself, since nothing in it does. */
  takesFocus?: boolean;
  children: ReactNode;
}

export function ControlPopover(props: Props) {
  const { title, Icon, isOpen, onOpen, position, widthPx, takesFocus = false, children } = props;
  return (
    <Popover
      opened={isOpen}
      onChange={onOpen}
      {...(position && { position })}
      width={widthPx}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Tooltip label={title} openDelay={400} disabled={isOpen}>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={title}
            onClick={() => onOpen(!isOpen)}
          >
            <Icon size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={title}
        {...(takesFocus && { tabIndex: -1, 'data-autofocus': true })}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
