/** What can be typed next into the filter, each with what it means. */
import { Combobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@/format/FormatProvider';
import { viewQuery } from '@/ipc/queries';
import { isTyped } from './chips';
import classes from './filter.module.css';
import { type KnownValues, suggestionsFor } from './suggestions';
import { useLexicon } from './useLexicon';

const DAY_MS = 86_400_000;

/** What the account has; nothing is suggested where it can't be read. */
function useKnownValues(): KnownValues {
  const groups = useQuery(viewQuery('groups', {})).data;
  const choices = useQuery(viewQuery('user_choices', {})).data;
  return useMemo(
    () => ({
      group: groups?.map(({ name }) => name) ?? [],
      privilege: choices?.privileges ?? [],
      tag: choices?.tags ?? [],
    }),
    [groups, choices],
  );
}

export const Suggestions = memo(function Suggestions({ text }: { text: string }) {
  const { t } = useTranslation('users');
  const { lexicon, words } = useLexicon();
  const values = useKnownValues();
  const today = useNow(DAY_MS);
  const found = suggestionsFor(
    text.trim(),
    { lexicon, words, values, today: new Date(today) },
    (explained) => t(`chip.explain.${explained}`),
  );
  const isWords = text.trim() !== '' && !isTyped(text, lexicon);
  return (
    <Combobox.Dropdown hidden={found.length === 0 && !isWords}>
      <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label={t('filter.label')}>
        {found.map(({ text: suggested, explained }) => (
          <Combobox.Option key={suggested} value={suggested} className={classes.option}>
            <code>{suggested}</code>
            {explained && (
              <span className={classes.explained}>{t(`chip.explain.${explained}`)}</span>
            )}
          </Combobox.Option>
        ))}
      </Combobox.Options>
      {isWords && <Combobox.Footer fz="xs">{t('filter.plain')}</Combobox.Footer>}
    </Combobox.Dropdown>
  );
});
