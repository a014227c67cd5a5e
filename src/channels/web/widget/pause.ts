/** A wait that can be cut short, when the network is back or the person returns to the tab. */
export class Pause {
  private finish: (() => void) | undefined;

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.finish = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  cutShort(): void {
    this.finish?.();
  }
}
