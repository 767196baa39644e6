/** How long ago something was, ticking, with the exact time on hover. */
import { useFormats, useNow } from './FormatProvider';

export function Age({ at }: { at: string }) {
  const formats = useFormats();
  const now = useNow();
  return (
    <time dateTime={at} title={formats.moment(at)}>
      {formats.age(now - Date.parse(at))}
    </time>
  );
}
