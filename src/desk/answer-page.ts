import type { Response } from 'express';

/** Sends a whole page. */
export function answerPage(response: Response, status: number, page: string): void {
  response.status(status).type('html').send(page);
}
