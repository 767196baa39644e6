/** Above the list: search, filters, columns, and how many devices came through. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnChooser } from '@/components/ColumnChooser';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceFilter, RowsPage } from '@/ipc/generated/contract';
import { useChangeSettings } from '@/ipc/settings';
import { COLUMN_IDS, shownColumns } from './columnIds';
import { GroupFilter } from './GroupFilter';
import { OddFilter } from './OddFilter';
import { SearchBox } from './SearchBox';
import { StatusFilter } from './StatusFilter';
import { TagFilter } from './TagFilter';
import classes from './toolbar.module.css';

interface Props {
  filter: DeviceFilter;
  onFilter(filter: DeviceFilter): void;
  page: RowsPage | undefined;
  /** More buttons. */
  tools: ReactNode;
}

export function DeviceToolbar({ filter, onFilter, page, tools }: Props) {
  const { t } = useTranslation('devices');
  const { settings, change, error } = useChangeSettings();
  return (
    <div className={classes.toolbar}>
      <div className={classes.line}>
        <div className={classes.search}>
          <SearchBox text={filter.text} onChange={(text) => onFilter({ ...filter, text })} />
        </div>
        <GroupFilter
          chosen={filter.groups}
          onChange={(groups) => onFilter({ ...filter, groups })}
        />
        <TagFilter chosen={filter.tags} onChange={(tags) => onFilter({ ...filter, tags })} />
        <ColumnChooser
          all={COLUMN_IDS}
          nameOf={(id) => t(`column.${id}`)}
          shown={shownColumns(settings.deviceColumns)}
          onChange={(deviceColumns) => change({ deviceColumns })}
          hasFailed={error !== null}
        />
        {tools}
      </div>
      <div className={classes.line}>
        <StatusFilter
          chosen={filter.statuses}
          counts={page?.counts}
          thresholds={settings.thresholds}
          onChange={(statuses) => onFilter({ ...filter, statuses })}
        >
          <OddFilter
            isOn={filter.odd}
            count={page?.odd}
            onChange={(odd) => onFilter({ ...filter, odd })}
          />
        </StatusFilter>
        {page && <ResultCount matched={page.matched} total={page.total} />}
      </div>
    </div>
  );
}

function ResultCount({ matched, total }: { matched: number; total: number }) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  return (
    <span role="status" className={classes.results} data-testid="result-count">
      {matched === total
        ? t('results.all', { count: total, total: formats.count(total) })
        : t('results.some', { matched: formats.count(matched), total: formats.count(total) })}
    </span>
  );
}
