/** How much was changed and not sent yet, and the ways on: to the review, or back. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { countCells, type Gathered } from './gathered';
import classes from './matrix.module.css';

interface Props {
  gathered: Gathered;
  /** Why the last step did nothing. */
  refusal: string | null;
  onUndo(): void;
  onDiscard(): void;
  onReview(): void;
}

export function GatheredBar({ gathered, refusal, onUndo, onDiscard, onReview }: Props) {
  const { t } = useTranslation('matrix');
  const formats = useFormats();
  const cells = countCells(gathered);
  const words = (count: number) => ({ count, total: formats.count(count) });
  return (
    <div className={classes.gathered}>
      <span role="status" data-testid="gathered">
        {refusal ? (
          <strong className={classes.refusal}>{refusal}</strong>
        ) : cells === 0 ? (
          t('hint')
        ) : (
          t('gathered', {
            cells: t('cells', words(cells)),
            groups: t('groups', words(gathered.size)),
          })
        )}
      </span>
      {cells > 0 && (
        <span className={classes.gatheredButtons}>
          <Button size="xs" variant="default" onClick={onUndo}>
            {t('undo')}
          </Button>
          <Button size="xs" variant="default" onClick={onDiscard}>
            {t('discard')}
          </Button>
          <Button size="xs" onClick={onReview}>
            {t('review')}
          </Button>
        </span>
      )}
    </div>
  );
}
