import { Duration } from 'aws-cdk-lib';
import { Metric, Unit } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Environment, resourceName } from './environments';
import type { ServiceName } from './services';

/** Statuses that are the fault of a service, not of its caller. */
export const failureStatuses = ['UNKNOWN', 'DEADLINE_EXCEEDED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS'] as const;

/** What the access log says, as metrics: CloudWatch reads them off the JSON lines that each call leaves.
 *
 *      {"timestamp":"…","level":"info","message":"…","requestId":"…","service":"gateway",
 *       "method":"/package.Service/Method","status":"OK","durationMs":1.25}
 *
 *  Two figures for a service, without dimensions, so that an alarm sees all of its calls. */
export class CallMetrics {
  constructor(private readonly environment: Environment, private readonly service: ServiceName) {}

  /** Calls that failed by our fault. */
  errors(): Metric {
    return this.metric('errors', { statistic: 'Sum', unit: Unit.COUNT });
  }

  /** A percentile (`p95`) of the milliseconds that a call took. */
  duration(statistic: string): Metric {
    return this.metric('duration', { statistic, unit: Unit.MILLISECONDS });
  }

  /** All calls: every one leaves a duration. */
  calls(): Metric {
    return this.metric('duration', { statistic: 'SampleCount', label: 'calls' });
  }

  addFilters(logGroup: LogGroup): void {
    new MetricFilter(logGroup, 'Errors', {
      logGroup,
      ...this.names('errors'),
      filterPattern: FilterPattern.any(
        ...failureStatuses.map((status) => FilterPattern.stringValue('$.status', '=', status))),
      metricValue: '1',
      defaultValue: 0,
      unit: Unit.COUNT,
    });
    new MetricFilter(logGroup, 'Duration', {
      logGroup,
      ...this.names('duration'),
      filterPattern: FilterPattern.numberValue('$.durationMs', '>=', 0),
      metricValue: '$.durationMs',
      unit: Unit.MILLISECONDS,
    });
  }

  private names(figure: string): { metricNamespace: string; metricName: string } {
    return {
      metricNamespace: resourceName(this.environment, 'calls'), metricName: `${this.service}-${figure}`,
    };
  }

  private metric(figure: string, options: { statistic: string; unit?: Unit; label?: string }): Metric {
    const { metricNamespace, metricName } = this.names(figure);
    return new Metric({ namespace: metricNamespace, metricName, period: Duration.minutes(5), ...options });
  }
}
