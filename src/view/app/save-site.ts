import { serializeSite } from '../../site/serialize';
import { useDocument } from '../../store/document';
import { download } from './download';

/** Saves the open document as a file of the user's. */
export function saveSite(): void {
  const { site, fileName, markSaved } = useDocument.getState();
  download(fileName, new Blob([serializeSite(site)], { type: 'application/json' }));
  markSaved();
}
