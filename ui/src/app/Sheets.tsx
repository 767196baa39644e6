/** Spreadsheets of the users or groups: what a file would do is reviewed like any work on many things. */
import { useTranslation } from 'react-i18next';
import { ImportSummary } from '@/features/sheets/ImportSummary';
import { type Choice, SheetMenu } from '@/features/sheets/SheetMenu';
import type { SheetSubject, UserFilter } from '@/ipc/generated/contract';
import type { Chosen } from '@/table/useSelection';
import { useReviewTask } from './BulkHost';

const EVERYONE: UserFilter = { terms: [], text: '' };
const ALL_GROUPS: readonly Choice[] = [{ label: 'groups', wanted: 'groups' }];

function Sheets({ subject, choices }: { subject: SheetSubject; choices: readonly Choice[] }) {
  const { t } = useTranslation('sheets');
  const review = useReviewTask();
  const things = subject === 'user' ? 'users' : 'groups';
  return (
    <SheetMenu
      subject={subject}
      choices={choices}
      onPlanned={(planned) =>
        review({
          kind: 'ready',
          plan: planned.plan,
          things,
          title: t(`import.${things}`),
          summary: <ImportSummary planned={planned} />,
        })
      }
    />
  );
}

export function GroupSheets() {
  return <Sheets subject="group" choices={ALL_GROUPS} />;
}

export function UserSheets({ chosen, filter }: { chosen: Chosen; filter: UserFilter }) {
  const { selection, count } = chosen;
  const choices: Choice[] = [{ label: 'users', wanted: matching(EVERYONE) }];
  if (filter.text.trim() !== '' || filter.terms.length > 0) {
    choices.unshift({ label: 'matching', wanted: matching(filter) });
  }
  if (count > 0) {
    choices.unshift({
      label: 'chosen',
      wanted:
        selection.kind === 'ids'
          ? { kind: 'ids', ids: [...selection.ids] }
          : { kind: 'matching', filter, except: [...selection.except] },
    });
  }
  return <Sheets subject="user" choices={choices} />;
}

function matching(filter: UserFilter) {
  return { kind: 'matching' as const, filter, except: [] };
}
