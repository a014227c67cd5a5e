import type { CheckMemory } from '../knowledge/checked-before';
import { projectCache } from './project-cache';

const NOTHING = Buffer.alloc(0);

/** Which content was found sound, as empty files: a server that starts again on the same content does not check it again. */
export function checkFiles(root: string): CheckMemory {
  const cache = projectCache(root, 'sound');
  const isSound = (key: string) => cache.read(key, () => true) === true;
  return {
    isSound,
    keepSound(key) {
      if (!isSound(key)) cache.write(key, NOTHING);
    },
  };
}
