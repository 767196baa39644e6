/** Which columns the list shows, and in which order. */
import { ActionIcon, Button, Checkbox, Popover, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ColumnId, moveColumn, offeredColumns, toggleColumn } from './columnIds';
import classes from './toolbar.module.css';

interface Props {
  shown: readonly ColumnId[];
  /** Columns to show from now on; null for the standard ones. */
  onChange(columns: ColumnId[] | null): void;
  hasFailed: boolean;
}

export function ColumnChooser({ shown, onChange, hasFailed }: Props) {
  const { t } = useTranslation('devices');
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
        <ul className={classes.columns}>
          {offeredColumns(shown).map((id) => {
            const column = t(`column.${id}`);
            const place = shown.indexOf(id);
            return (
              <li key={id} className={classes.column}>
                <Checkbox
                  size="xs"
                  label={column}
                  checked={place >= 0}
                  disabled={id === 'name'}
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
      </Popover.Dropdown>
    </Popover>
  );
}
