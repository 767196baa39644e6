/** Nothing but a word: the least that a window can show. */
import { markPainted } from '@/components/markPainted';

markPainted('painted');
