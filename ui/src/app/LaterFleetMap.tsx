/**
 * The map, read and drawn after the first rows: it is half of the program, and what people wait for
 * at the start is the list.
 */
import { Center, Loader } from '@mantine/core';
import { type ComponentProps, lazy, Suspense } from 'react';
import { whenPainted } from '@/components/markPainted';
import type { FleetMap as FleetMapType } from '@/features/map/FleetMap';

/** An account without devices never shows a row. */
const PATIENCE_MS = 1_000;

const FleetMap = lazy(async () => {
  await whenPainted('rows-painted', PATIENCE_MS);
  const { FleetMap } = await import('@/features/map/FleetMap');
  return { default: FleetMap };
});

export function LaterFleetMap(props: ComponentProps<typeof FleetMapType>) {
  const coming = (
    <Center h="100%">
      <Loader size="sm" />
    </Center>
  );
  return (
    <Suspense fallback={coming}>
      <FleetMap {...props} />
    </Suspense>
  );
}
