/** Which things are listed: all, or those that stand in one way. */
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { ItemState } from '@/ipc/generated/contract';
import classes from './bulk.module.css';

interface Props {
  counts: readonly { state: ItemState; count: number }[];
  chosen: ItemState | null;
  onChoose(state: ItemState | null): void;
}

export function StateChoice({ counts, chosen, onChoose }: Props) {
  const { t } = useTranslation('bulk');
  const formats = useFormats();
  const offered = counts.filter(({ state, count }) => count > 0 || state === chosen);
  if (offered.length < 2) return null;
  const options = [{ state: null, count: null }, ...offered];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a wrapping line.
    <div role="group" aria-label={t('show')} className={classes.states}>
      {options.map(({ state, count }) => (
        <UnstyledButton
          key={state}
          className={classes.stateButton}
          aria-pressed={state === chosen}
          onClick={() => onChoose(state)}
        >
          {t(state === null ? 'all' : `state.${state}`)}
          {count !== null && <span className={classes.stateCount}>{formats.count(count)}</span>}
        </UnstyledButton>
      ))}
    </div>
  );
}
