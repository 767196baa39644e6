/**
 * Names in a row: the first of them, and all once someone asks. There may be thousands for each of
 * many users, which takes the window seconds to lay out.
 */
import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from './FormatProvider';
import { isolated } from './words';

interface Props {
  names: readonly string[];
  /** So many are shown at first. */
  most: number;
}

export function LongNames({ names, most }: Props) {
  const { t } = useTranslation('fields');
  const formats = useFormats();
  const [isAll, setIsAll] = useState(false);
  const rest = isAll ? 0 : Math.max(0, names.length - most);
  const count = { count: rest, total: formats.count(rest) };
  // One text, not an element a name.
  const shown = names
    .slice(0, names.length - rest)
    .map(isolated)
    .join(', ');
  return (
    <>
      {shown}
      {rest > 0 && (
        <>
          {` ${t('access.others', count)} `}
          <Anchor component="button" type="button" inherit onClick={() => setIsAll(true)}>
            {t('access.showAll')}
          </Anchor>
        </>
      )}
    </>
  );
}
