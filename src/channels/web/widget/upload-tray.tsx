import { fr } from './fr';
import { fileSize } from './file-size';
import type { Upload } from './uploads';

interface UploadTrayProps {
  uploads: Upload[];
  onRetry: (upload: Upload) => void;
  onRemove: (upload: Upload) => void;
}

/** Files on their way, each with how far it has come, a way to call it off, and its own word when it was not taken. */
export function UploadTray({ uploads, ...remedies }: UploadTrayProps) {
  return (
    <ul class="tray" aria-label={fr.uploads} hidden={uploads.length === 0}>
      {uploads.map((upload) => (
        <Item key={upload.key} upload={upload} {...remedies} />
      ))}
    </ul>
  );
}

function Item({ upload, onRetry, onRemove }: { upload: Upload } & Omit<UploadTrayProps, 'uploads'>) {
  const { key, file } = upload;
  const sending = upload.kind === 'sending';
  return (
    <li>
      <p class="file" id={`file-${key}`}>
        {fileSize(file.name, file.size)}
      </p>
      {sending ? <Progress share={upload.share} labelledBy={`file-${key}`} /> : null}
      <p class="failure" role="alert">
        {sending ? null : upload.reason}
      </p>
      <div class="buttons">
        {!sending && upload.mayRetry && (
          <button type="button" class="quiet" onClick={() => onRetry(upload)}>
            {fr.retry}
            <span class="hidden"> {file.name}</span>
          </button>
        )}
        <button type="button" class="quiet" onClick={() => onRemove(upload)}>
          {sending ? fr.cancelUpload : fr.removeUpload}
          <span class="hidden"> {file.name}</span>
        </button>
      </div>
    </li>
  );
}

function Progress({ share, labelledBy }: { share: number; labelledBy: string }) {
  const percent = Math.round(share * 100);
  return (
    <progress max={100} value={percent} aria-labelledby={labelledBy} aria-valuetext={fr.percent(percent)}>
      {fr.percent(percent)}
    </progress>
  );
}
