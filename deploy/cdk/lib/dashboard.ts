import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { HttpCodeTarget, IApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { Environment, resourceName } from './environments';
import { CallMetrics } from './metrics';
import { services } from './services';

export interface DashboardSources {
  readonly table: ITable;
  readonly loadBalancer: IApplicationLoadBalancer;
}

/** From the way in, through each service, to the table: one row each. */
export function addDashboard(scope: Construct, environment: Environment, sources: DashboardSources): void {
  const dashboard = new Dashboard(scope, 'Dashboard', {
    dashboardName: resourceName(environment, 'dashboard'), defaultInterval: Duration.hours(3),
  });
  const { metrics: entrance } = sources.loadBalancer;
  dashboard.addWidgets(
    new GraphWidget({
      title: 'Requests at the load balancer', width: 12,
      left: [entrance.requestCount(), entrance.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT)],
    }),
    new GraphWidget({
      title: 'Time to answer at the load balancer', width: 12,
      left: [entrance.targetResponseTime({ statistic: 'p50' }), entrance.targetResponseTime({ statistic: 'p95' })],
    }),
  );
  for (const { name, durationLimitSeconds } of services) {
    const metrics = new CallMetrics(environment, name);
    dashboard.addWidgets(
      new GraphWidget({
        title: `${name}: calls and failures`, width: 12, left: [metrics.calls()], right: [metrics.errors()],
      }),
      new GraphWidget({
        title: `${name}: duration`, width: 12, left: [metrics.duration('p50'), metrics.duration('p95')],
        leftAnnotations: [{ value: durationLimitSeconds * 1000, label: 'alarm' }],
      }),
    );
  }
  dashboard.addWidgets(
    new GraphWidget({
      title: 'Table: capacity used', width: 12,
      left: [sources.table.metricConsumedReadCapacityUnits(), sources.table.metricConsumedWriteCapacityUnits()],
    }),
    new GraphWidget({
      title: 'Table: refused', width: 12,
      left: [sources.table.metricUserErrors(), sources.table.metricConditionalCheckFailedRequests()],
    }),
  );
}
