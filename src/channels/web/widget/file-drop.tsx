import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { fr } from './fr';

interface FileDropProps {
  wanted: boolean;
  onFiles: (files: File[]) => void;
  children: ComponentChildren;
}

/** The frame of the chat, on which files may be let go. Where none are wanted the browser does with them what it does. */
export function FileDrop({ wanted, onFiles, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  /** Entering a child comes before leaving its parent. */
  const depth = useRef(0);
  const isOurs = ({ dataTransfer }: DragEvent) => wanted && dataTransfer?.types.includes('Files') === true;
  const move = (by: number) => (event: DragEvent) => {
    if (!isOurs(event)) return;
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  const onDragOver = (event: DragEvent) => {
    if (isOurs(event)) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  };
  return (
    <section
      class="chat"
      aria-label={fr.chat}
      onDragEnter={move(1)}
      onDragLeave={move(-1)}
      onDragOver={onDragOver}
      onDrop={onDrop}
    >
      {children}
      {over && (
        <p class="drop" aria-hidden="true">
          {fr.dropHere}
        </p>
      )}
    </section>
  );
}
