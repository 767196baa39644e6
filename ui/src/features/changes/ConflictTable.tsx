/** The fields that both changed, as they were, as they are, as they should be; and which one to keep. */
import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import table from '@/components/plainTable.module.css';
import type { GroupConflict, GroupField } from '@/ipc/generated/contract';
import classes from './changes.module.css';
import type { Choices, Side } from './mergeConflicts';

interface Props {
  conflicts: readonly GroupConflict[];
  /** Left out where there is nothing to choose: whoever deletes a group wants none of its fields. */
  choices?: Choices;
  onChoose?(field: GroupField, side: Side): void;
}

export function ConflictTable({ conflicts, choices, onChoose }: Props) {
  const { t } = useTranslation('changes');
  return (
    <table className={table.table} data-testid="conflicts">
      <thead>
        <tr>
          <th scope="col">{t('field.label')}</th>
          <th scope="col">{t('conflict.original')}</th>
          <th scope="col">{t('conflict.theirs')}</th>
          {choices && <th scope="col">{t('conflict.mine')}</th>}
          {choices && <th scope="col">{t('conflict.keep')}</th>}
        </tr>
      </thead>
      <tbody>
        {conflicts.map(({ field, original, theirs, mine }) => (
          <tr key={field} data-field={field}>
            <th scope="row">{t(`field.${field}`)}</th>
            <Cell>{original}</Cell>
            <Cell>{theirs}</Cell>
            {choices && <Cell>{mine}</Cell>}
            {choices && (
              <td>
                <Choice
                  field={field}
                  chosen={choices[field]}
                  onChoose={(side) => onChoose?.(field, side)}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ children }: { children: string }) {
  const { t } = useTranslation('changes');
  return (
    <td>
      <div className={classes.long}>{children || t('empty')}</div>
    </td>
  );
}

interface ChoiceProps {
  field: GroupField;
  chosen: Side | undefined;
  onChoose(side: Side): void;
}

function Choice({ field, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation('changes');
  return (
    <Radio.Group
      aria-label={t('conflict.choice', { field: t(`field.${field}`) })}
      value={chosen ?? null}
      onChange={(value) => onChoose(value === 'mine' ? 'mine' : 'theirs')}
    >
      <Stack gap={4}>
        <Radio size="xs" value="theirs" label={t('conflict.keepTheirs')} />
        <Radio size="xs" value="mine" label={t('conflict.keepMine')} />
      </Stack>
    </Radio.Group>
  );
}
