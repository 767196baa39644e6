/** Says that a search or filter leaves nothing, and leads back to everything. */
import { Button, EmptyState } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';

interface Props {
  title: string;
  hint: string;
  /** The button that takes search and filter away. */
  clear: string;
  onClear(): void;
}

export function NothingMatches({ title, hint, clear, onClear }: Props) {
  return (
    <EmptyState size="sm" icon={<IconFilterOff aria-hidden />} title={title} description={hint}>
      <EmptyState.Actions>
        <Button size="xs" variant="light" onClick={onClear}>
          {clear}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}
