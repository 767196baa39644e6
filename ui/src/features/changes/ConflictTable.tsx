/** The fields that both changed, as they were, as they are, as they should be; and which one to keep. */
import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import table from '@/components/plainTable.module.css';
import { FieldValueView } from '@/format/FieldValueView';
import type { Conflict, Field, FieldValue } from '@/ipc/generated/contract';
import classes from './changes.module.css';
import type { Choices, Side } from './mergeConflicts';

interface Props {
  conflicts: readonly Conflict[];
  /** Left out where there is nothing to choose: whoever deletes wants none of its fields. */
  choices?: Choices;
  onChoose?(field: Field, side: Side): void;
}

export function ConflictTable({ conflicts, choices, onChoose }: Props) {
  const { t } = useTranslation('changes');
  const { t: tFields } = useTranslation('fields');
  const { t: tCommon } = useTranslation();
  return (
    <table className={table.table} data-testid="conflicts">
      <thead>
        <tr>
          <th scope="col">{tCommon('field')}</th>
          <th scope="col">{t('conflict.original')}</th>
          <th scope="col">{t('conflict.theirs')}</th>
          {choices && <th scope="col">{t('conflict.mine')}</th>}
          {choices && <th scope="col">{t('conflict.keep')}</th>}
        </tr>
      </thead>
      <tbody>
        {conflicts.map(({ field, original, theirs, mine }) => (
          <tr key={field} data-field={field}>
            <th scope="row">{tFields(`label.${field}`)}</th>
            <Cell field={field} value={original} />
            <Cell field={field} value={theirs} />
            {choices && <Cell field={field} value={mine} />}
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

function Cell({ field, value }: { field: Field; value: FieldValue }) {
  return (
    <td>
      <div className={classes.long}>
        <FieldValueView field={field} value={value} />
      </div>
    </td>
  );
}

interface ChoiceProps {
  field: Field;
  chosen: Side | undefined;
  onChoose(side: Side): void;
}

function Choice({ field, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation('changes');
  const { t: tFields } = useTranslation('fields');
  return (
    <Radio.Group
      aria-label={t('conflict.choice', { field: tFields(`label.${field}`) })}
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
