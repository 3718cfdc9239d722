import { SliceOwner, slices } from './slices';

export type ServiceName = SliceOwner | 'gateway';

export interface ServiceShape {
  readonly name: ServiceName;
  /** Where it answers: gRPC for a service, REST for the gateway. */
  readonly port: number;
  /** Hard limit of the container. Fargate's smallest task has 512 MiB: a smaller container leaves the
   *  rest of its task unused, and proves that the service lives within its figure. */
  readonly memoryMiB: number;
  /** What the task is charged for; Fargate takes 512, 1024 or 2048 MiB with a quarter of a core. */
  readonly taskMemoryMiB: 512 | 1024 | 2048;
  readonly taskCPU: 256 | 512;
  /** The services it calls: these addresses it is given, and only these let it in. */
  readonly calls: readonly SliceOwner[];
  /** The 95th percentile of a call's duration that raises an alarm. */
  readonly durationLimitSeconds: number;
}

const small = { memoryMiB: 256, taskMemoryMiB: 512, taskCPU: 256, durationLimitSeconds: 5 } as const;
const large = { memoryMiB: 1024, taskMemoryMiB: 1024, taskCPU: 256, durationLimitSeconds: 30 } as const;
const edge = { ...small, memoryMiB: 512 } as const;
const everyService: readonly SliceOwner[] = Object.keys(slices) as SliceOwner[];

/** One line for each executable. */
export const services: readonly ServiceShape[] = [
  { name: 'ai-suggestion', port: 50051, ...large, calls: ['ingredient-validator'] },
  { name: 'cooking-history', port: 50052, ...small, calls: ['ai-suggestion'] },
  { name: 'rating-handler', port: 50053, ...small, calls: ['ai-suggestion', 'cooking-history', 'ingredient-validator'] },
  { name: 'ingredient-validator', port: 50054, ...small, calls: [] },
  { name: 'gateway', port: 8080, ...edge, calls: everyService },
];

/** `/health` and `/metrics`, the same in every container; never reachable from outside the network. */
export const adminPort = 9090;

/** The default model, and the only one that the role of ai-suggestion may call. */
export const modelID = 'anthropic.claude-3-haiku-20240307-v1:0';

/** Suggestions that a user may ask for in a month. */
export const freeSuggestions = 10;

/** The service that tells people what it cannot decide itself: names of foods that many miss. */
export const alertingService: ServiceName = 'ingredient-validator';

/** The topic that tells people that something is wrong, or waits for them; see `resourceName`. */
export const topicFigure = 'alarms';

/** Whether the service owns a slice of the table; the gateway owns nothing. */
export function ownsSlice(name: ServiceName): name is SliceOwner {
  return name !== 'gateway';
}
