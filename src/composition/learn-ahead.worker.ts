import { workerData } from 'node:worker_threads';
import { loadEverything } from './content';
import type { LearnRequest } from './learn-ahead';

const { root, day } = workerData as LearnRequest;
loadEverything(root, day);
