/** One condition of the filter: pressed, it turns into its opposite; its cross takes it away. */
import { CloseButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { partsOf, readChip } from './chips';
import classes from './filter.module.css';
import type { Lexicon } from './lexicon';

interface Props {
  chip: string;
  lexicon: Lexicon;
  onTurn(): void;
  onRemove(): void;
}

export function FilterChip({ chip, lexicon, onTurn, onRemove }: Props) {
  const { t } = useTranslation('users');
  const { isNot, rest } = partsOf(chip, lexicon);
  const isUnclear = readChip(chip, lexicon) === null;
  const turn = t('filter.turn', { chip: rest });
  return (
    <li className={classes.chip} data-not={isNot || undefined} data-chip={chip}>
      <button
        type="button"
        className={classes.turn}
        aria-pressed={isNot}
        aria-label={turn}
        title={isUnclear ? t('filter.unclear') : turn}
        onClick={onTurn}
      >
        {isUnclear && <IconHelpCircle size={14} className={classes.unclear} aria-hidden />}
        {isNot && <span className={classes.not}>{t('filter.not')}</span>}
        <bdi>{rest}</bdi>
      </button>
      <CloseButton size="xs" aria-label={t('filter.remove', { chip })} onClick={onRemove} />
      {isUnclear && (
        <span role="status" className={classes.hidden}>
          {t('filter.unclear')}
        </span>
      )}
    </li>
  );
}
