import type { Ref } from 'preact';
import { fr } from './fr';

interface LauncherProps {
  button: Ref<HTMLButtonElement>;
  open: boolean;
  unread: number;
  onPress: () => void;
}

/** The way in: its name is written on it, and what has not been read is part of that name. */
export function Launcher({ button, open, unread, onPress }: LauncherProps) {
  return (
    <button
      ref={button}
      type="button"
      class="main launcher"
      aria-expanded={open}
      aria-haspopup="dialog"
      onClick={onPress}
    >
      <Bubble />
      <span>{open ? fr.launcherClose : fr.launcher}</span>
      {unread > 0 && (
        <>
          <span class="badge" aria-hidden="true">
            {unread > 9 ? '9+' : unread}
          </span>
          <span class="hidden">{fr.unread(unread)}</span>
        </>
      )}
    </button>
  );
}

function Bubble() {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
    >
      <path d="M4 5h16v11H11l-5 4v-4H4z" stroke-width="2" stroke-linejoin="round" />
      <path d="M8 9h8M8 12h5" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}
