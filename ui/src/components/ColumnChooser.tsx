/** Which columns a table shows, and in which order. */
import { ActionIcon, Button, Checkbox, Popover, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './ColumnChooser.module.css';
import { moveColumn, offeredColumns, toggleColumn } from './columnOrder';

interface Props<T extends string> {
  /** All there are; the first one always stays. */
  all: readonly T[];
  shown: readonly T[];
  nameOf(id: T): string;
  /** Columns to show from now on; null for the standard ones. */
  onChange(columns: T[] | null): void;
  hasFailed?: boolean;
}

export function ColumnChooser<T extends string>(props: Props<T>) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconColumns3 size={15} aria-hidden />}
          aria-haspopup="dialog"
        >
          {t('columns.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('columns.title')}>
        <Columns {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Apart from what opens it, so that it costs nothing while it is closed. */
function Columns<T extends string>({ all, shown, nameOf, onChange, hasFailed }: Props<T>) {
  const { t } = useTranslation();
  return (
    <>
      <ul className={classes.columns}>
        {offeredColumns(shown, all).map((id) => {
          const column = nameOf(id);
          const place = shown.indexOf(id);
          return (
            <li key={id} className={classes.column}>
              <Checkbox
                size="xs"
                label={column}
                checked={place >= 0}
                disabled={id === all[0]}
                onChange={() => onChange(toggleColumn(shown, id))}
              />
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                disabled={place < 2}
                aria-label={t('columns.earlier', { column })}
                onClick={() => onChange(moveColumn(shown, id, -1))}
              >
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                disabled={place < 1 || place === shown.length - 1}
                aria-label={t('columns.later', { column })}
                onClick={() => onChange(moveColumn(shown, id, 1))}
              >
                <IconArrowDown size={14} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      {hasFailed && (
        <Text role="alert" fz="xs" c="red" mt="xs">
          {t('columns.failed')}
        </Text>
      )}
      <Button size="compact-xs" variant="subtle" mt="xs" onClick={() => onChange(null)}>
        {t('columns.reset')}
      </Button>
    </>
  );
}
