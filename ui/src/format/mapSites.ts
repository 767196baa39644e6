/** Links to a place on common map sites. */
import type { Position } from '@/ipc/generated/contract';

export type MapSite = 'openStreetMap' | 'google' | 'apple' | 'waze';

/** The one that needs no account comes first. */
export const MAP_SITES: readonly MapSite[] = ['openStreetMap', 'google', 'apple', 'waze'];

/** Several decimals less than a metre say nothing. */
const DECIMALS = 5;

/** The place on a map site that shows it to whoever gets the link. */
export function mapLink({ latitude, longitude }: Position, site: MapSite): string {
  const [north, east] = [latitude.toFixed(DECIMALS), longitude.toFixed(DECIMALS)];
  const point = `${north}%2C${east}`;
  return {
    openStreetMap: `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=17/${north}/${east}`,
    google: `https://www.google.com/maps/search/?api=1&query=${point}`,
    apple: `https://maps.apple.com/?ll=${point}&q=${point}`,
    waze: `https://www.waze.com/ul?ll=${point}&navigate=yes`,
  }[site];
}
