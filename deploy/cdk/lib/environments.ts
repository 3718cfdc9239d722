/** Where the product runs. Everything an environment owns is named `smart-cooking-{env}-{resource}`. */
export type EnvironmentName = 'dev' | 'staging' | 'prod';

export interface Environment {
  readonly name: EnvironmentName;
  /** Keeps data when a stack is deleted, and refuses to delete the table and the user pool at all. */
  readonly keepsData: boolean;
  /** Tasks of each service: at least, and at most when they are busy. */
  readonly tasksMin: number;
  readonly tasksMax: number;
  /** Spare capacity at a third of the price, which AWS may take back with two minutes' notice. */
  readonly usesSpot: boolean;
  /** A managed NAT gateway costs more than the rest of a small environment together. */
  readonly usesManagedNat: boolean;
  readonly logRetentionDays: 7 | 30 | 90;
  /** The bill of one month that alerts people. */
  readonly costLimitUSD: number;
  /** Model calls stop before a month's spend passes this; it is part of `costLimitUSD`. */
  readonly modelBudgetUSD: number;
}

export const environments: readonly Environment[] = [
  {
    name: 'dev', keepsData: false, tasksMin: 1, tasksMax: 2, usesSpot: true, usesManagedNat: false,
    logRetentionDays: 7, costLimitUSD: 50, modelBudgetUSD: 5,
  },
  {
    name: 'staging', keepsData: false, tasksMin: 1, tasksMax: 3, usesSpot: true, usesManagedNat: false,
    logRetentionDays: 30, costLimitUSD: 50, modelBudgetUSD: 5,
  },
  {
    name: 'prod', keepsData: true, tasksMin: 2, tasksMax: 8, usesSpot: false, usesManagedNat: true,
    logRetentionDays: 90, costLimitUSD: 200, modelBudgetUSD: 30,
  },
];

export function resourceName(environment: Environment, resource: string): string {
  return `smart-cooking-${environment.name}-${resource}`;
}
