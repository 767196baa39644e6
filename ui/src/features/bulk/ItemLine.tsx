/** One thing of a plan or of the work: what changes on it, and how it stands. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DeviceLines } from '@/format/DeviceLines';
import { FieldValueView } from '@/format/FieldValueView';
import type { FieldChange, ItemRow } from '@/ipc/generated/contract';
import { useTroubleWords } from '@/ipc/useTroubleWords';
import classes from './bulk.module.css';
import { ItemStateMark } from './ItemStateMark';
import { useWhy } from './useWhy';

interface Props {
  item: ItemRow;
  /** Before it is sent, what waits is the rule and needs no mark. */
  isPlan: boolean;
  onSettle: ((place: number) => void) | undefined;
}

export function ItemLine({ item, isPlan, onSettle }: Props) {
  const { t } = useTranslation('bulk');
  const why = useWhy(item);
  const troubleWords = useTroubleWords();
  const marked = !isPlan || item.state !== 'waiting';
  return (
    <>
      <div className={classes.itemHead}>
        <span className={classes.itemName} title={item.name}>
          <bdi>{item.name}</bdi>
        </span>
        {item.row !== null && (
          <span className={classes.itemKind}>{t('row', { row: item.row })}</span>
        )}
        {item.kind !== 'edit' && <span className={classes.itemKind}>{t(`kind.${item.kind}`)}</span>}
        {marked && <ItemStateMark state={item.state} />}
        {item.state === 'conflicted' && onSettle && (
          <Button
            size="compact-xs"
            variant="light"
            aria-label={t('job.settleOf', { name: item.name })}
            onClick={() => onSettle(item.place)}
          >
            {t('job.settle')}
          </Button>
        )}
      </div>
      {item.kind === 'edit' && item.state !== 'unchanged' && <Fields fields={item.fields} />}
      {why && <p className={classes.words}>{why}</p>}
      {item.trouble && (
        <p className={classes.words}>
          <bdi>{troubleWords(item.trouble)}</bdi>
        </p>
      )}
    </>
  );
}

function Fields({ fields }: { fields: readonly FieldChange[] }) {
  const { t } = useTranslation('fields');
  const { t: tCommon } = useTranslation();
  return fields.map(({ field, before, after, added, removed }) =>
    added.length + removed.length > 0 ? (
      <div key={field}>
        <DeviceLines what="added" devices={added} />
        <DeviceLines what="removed" devices={removed} />
      </div>
    ) : (
      <div key={field} className={classes.field}>
        <span className={classes.fieldName}>{t(`label.${field}`)}</span>
        <span className={classes.before} title={tCommon('before')}>
          <FieldValueView field={field} value={before} />
        </span>
        <span aria-hidden className={classes.arrow} />
        <span title={tCommon('after')}>
          <FieldValueView field={field} value={after} />
        </span>
      </div>
    ),
  );
}
