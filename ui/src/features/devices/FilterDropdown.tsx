/** A button of the toolbar that opens what the list can be narrowed to, with a field to find it. */
import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './toolbar.module.css';

interface Props {
  /** What is chosen, or what can be. */
  label: string;
  icon: ReactNode;
  /** Whether anything is chosen. */
  isNarrowed: boolean;
  /** What is typed to find something. */
  search: string;
  searchLabel: string;
  /** What takes all of the choice away. */
  clearLabel: string;
  widthPx: number;
  onSearch(text: string): void;
  onOpened?(isOpened: boolean): void;
  /** An option was chosen or taken away, by its value. */
  onToggle(option: string): void;
  onClear(): void;
  /** The options. */
  children: ReactNode;
}

export function FilterDropdown(props: Props) {
  const { label, icon, isNarrowed, search, searchLabel, clearLabel, widthPx, children } = props;
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      props.onSearch('');
      props.onOpened?.(false);
    },
    onDropdownOpen: () => {
      combobox.focusSearchInput();
      props.onOpened?.(true);
    },
  });
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={props.onToggle}
      width={widthPx}
      position="bottom-start"
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          size="xs"
          variant={isNarrowed ? 'light' : 'default'}
          leftSection={icon}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          className={classes.groupButton}
          onClick={() => combobox.toggleDropdown()}
        >
          {label}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => props.onSearch(event.currentTarget.value)}
          placeholder={searchLabel}
          aria-label={searchLabel}
        />
        <Combobox.Options mah={340} style={{ overflowY: 'auto' }} aria-multiselectable>
          {children}
        </Combobox.Options>
        {isNarrowed && (
          <Combobox.Footer>
            <Button size="compact-xs" variant="subtle" onClick={props.onClear}>
              {clearLabel}
            </Button>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface OptionProps {
  value: string;
  isChosen: boolean;
  /** How many devices have it. */
  count?: string;
  children: ReactNode;
}

export function FilterOption({ value, isChosen, count, children }: OptionProps) {
  return (
    <Combobox.Option value={value} active={isChosen} className={classes.group}>
      <IconCheck size={14} aria-hidden data-hidden={!isChosen || undefined} />
      <span className={classes.groupName}>
        <bdi>{children}</bdi>
      </span>
      {count !== undefined && <span className={classes.groupCount}>{count}</span>}
    </Combobox.Option>
  );
}
