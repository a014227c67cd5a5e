/** What the task answers, or a rejection with what `late` says after so many milliseconds. The task itself is not ended; its
 *  timer ends with it. */
export async function within<T>(limitMs: number, task: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), limitMs);
  });
  try {
    return await Promise.race([task, over]);
  } finally {
    clearTimeout(timer);
  }
}
