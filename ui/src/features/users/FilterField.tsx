/** The filter as it is typed: conditions become chips, and what is no chip yet counts at once. */
import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '@/components/useTyped';
import { turned } from './chips';
import { FilterChip } from './FilterChip';
import classes from './filter.module.css';
import { Suggestions } from './Suggestions';
import { useLexicon } from './useLexicon';

export interface TypedFilter {
  chips: readonly string[];
  text: string;
}

interface Props extends TypedFilter {
  onChange(filter: TypedFilter): void;
}

export function FilterField({ chips, text, onChange }: Props) {
  const { t } = useTranslation('users');
  const { lexicon } = useLexicon();
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useHotkeys([['/', () => input.current?.focus()]]);

  const [typed, setTyped] = useTyped(text);
  // What could be typed next comes after the rows of what is typed.
  const told = useDeferredValue(typed);
  const change = (next: TypedFilter) => {
    setTyped(next.text);
    onChange(next);
  };
  const add = (chip: string) => {
    const added = chip.trim();
    change({ chips: added && !chips.includes(added) ? [...chips, added] : chips, text: '' });
    combobox.resetSelectedOption();
  };
  const replace = (place: number, chip: string | null) => {
    const next = chips.flatMap((old, at) => (at === place ? (chip ?? []) : old));
    change({ chips: [...new Set(next)], text: typed });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isEnter = event.key === 'Enter' && combobox.getSelectedOptionIndex() === -1;
    if ((isEnter || event.key === ',') && typed.trim() !== '') {
      event.preventDefault();
      add(typed);
      if (isEnter) combobox.closeDropdown();
    } else if (event.key === 'Backspace' && typed === '' && chips.length > 0) {
      replace(chips.length - 1, null);
    } else if (event.key === 'Escape' && (combobox.dropdownOpened || typed !== '')) {
      // The panel beside it closes with the next one.
      event.stopPropagation();
      if (!combobox.dropdownOpened) change({ chips, text: '' });
    }
  };

  return (
    <Combobox
      store={combobox}
      width={540}
      position="bottom-start"
      onOptionSubmit={(value) => {
        const isWhole = !value.endsWith(':') && value !== '-';
        if (isWhole) {
          add(value);
          combobox.closeDropdown();
        } else change({ chips, text: value });
      }}
    >
      <Combobox.DropdownTarget>
        <PillsInput
          size="xs"
          className={classes.field}
          leftSection={<IconFilter size={15} aria-hidden />}
          onClick={() => input.current?.focus()}
        >
          <Pill.Group gap={4}>
            {chips.length > 0 && (
              <ul aria-label={t('filter.chips')} className={classes.chips}>
                {chips.map((chip, place) => (
                  <FilterChip
                    key={chip}
                    chip={chip}
                    lexicon={lexicon}
                    onTurn={() => replace(place, turned(chip, lexicon))}
                    onRemove={() => {
                      replace(place, null);
                      input.current?.focus();
                    }}
                  />
                ))}
              </ul>
            )}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                ref={input}
                role="combobox"
                aria-label={t('filter.label')}
                aria-keyshortcuts="/"
                placeholder={chips.length === 0 ? t('filter.placeholder') : ''}
                value={typed}
                onChange={(event) => {
                  change({ chips, text: event.currentTarget.value });
                  combobox.openDropdown();
                  combobox.resetSelectedOption();
                }}
                onFocus={() => combobox.openDropdown()}
                onClick={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onKeyDown={onKeyDown}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Suggestions text={told} />
    </Combobox>
  );
}
