import { Match } from 'aws-cdk-lib/assertions';
import { test } from 'node:test';
import assert = require('node:assert/strict');
import { services } from '../lib/services';
import { deployed, properties, resource } from './fixture';

for (const { environment, templates, name } of deployed) {
  const label = environment.name;
  const alarm = (figure: string) =>
    resource(templates.operations, 'AWS::CloudWatch::Alarm', 'AlarmName', name(figure))[1];
  const topicID = () => resource(templates.operations, 'AWS::SNS::Topic', 'TopicName', name('alarms'))[0];

  test(`${label}: ten failed calls in five minutes, twice, raise the alarm of each service`, () => {
    for (const { name: service } of services) {
      const { Namespace, MetricName, Statistic, Threshold, ComparisonOperator, Period, EvaluationPeriods, AlarmActions } =
        alarm(`${service}-errors`);
      assert.deepEqual(
        { Namespace, MetricName, Statistic, Threshold, ComparisonOperator, Period, EvaluationPeriods },
        {
          Namespace: name('calls'), MetricName: `${service}-errors`, Statistic: 'Sum', Threshold: 10,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold', Period: 300, EvaluationPeriods: 2,
        });
      assert.deepEqual(AlarmActions, [{ Ref: topicID() }]);
    }
  });

  test(`${label}: a slow 95th percentile, three times five minutes, raises the alarm of each service`, () => {
    for (const { name: service } of services) {
      const {
        MetricName, ExtendedStatistic, Threshold, ComparisonOperator, Period, EvaluationPeriods, AlarmActions,
      } = alarm(`${service}-duration`);
      const figures = { MetricName, ExtendedStatistic, Threshold, ComparisonOperator, Period, EvaluationPeriods };
      assert.deepEqual(figures, {
        MetricName: `${service}-duration`, ExtendedStatistic: 'p95',
        Threshold: service === 'ai-suggestion' ? 30_000 : 5_000,
        ComparisonOperator: 'GreaterThanThreshold', Period: 300, EvaluationPeriods: 3,
      });
      assert.deepEqual(AlarmActions, [{ Ref: topicID() }]);
    }
  });

  test(`${label}: each alarm watches a metric that the service's log fills`, () => {
    const filled = properties(templates.services, 'AWS::Logs::MetricFilter').flatMap(({ MetricTransformations }) => {
      const [{ MetricNamespace, MetricName, Unit }] = MetricTransformations;
      return `${MetricNamespace} ${MetricName} ${Unit}`;
    });
    const watched = properties(templates.operations, 'AWS::CloudWatch::Alarm')
      .map(({ Namespace, MetricName, Unit }) => `${Namespace} ${MetricName} ${Unit}`);
    assert.equal(watched.length, 2 * services.length);
    assert.deepEqual(watched.sort(), filled.sort());
  });

  test(`${label}: the log's own field names make the metrics`, () => {
    for (const { name: service } of services) {
      const [logID] = resource(templates.services, 'AWS::Logs::LogGroup', 'LogGroupName', name(service));
      templates.services.hasResourceProperties('AWS::Logs::MetricFilter', {
        LogGroupName: { Ref: logID },
        FilterPattern: '{ ($.status = "UNKNOWN") || ($.status = "DEADLINE_EXCEEDED") || ($.status = "INTERNAL") '
          + '|| ($.status = "UNAVAILABLE") || ($.status = "DATA_LOSS") }',
        MetricTransformations: [Match.objectLike({ MetricName: `${service}-errors`, MetricValue: '1' })],
      });
      templates.services.hasResourceProperties('AWS::Logs::MetricFilter', {
        LogGroupName: { Ref: logID },
        FilterPattern: '{ $.durationMs >= 0 }',
        MetricTransformations: [
          Match.objectLike({ MetricName: `${service}-duration`, MetricValue: '$.durationMs' }),
        ],
      });
    }
  });

  const limit = label === 'prod' ? 200 : 50;
  test(`${label}: a month that costs more than ${limit} USD is told`, () => {
    templates.operations.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: {
        BudgetName: name('monthly-cost'), BudgetType: 'COST', TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: limit, Unit: 'USD' },
      },
      NotificationsWithSubscribers: ['FORECASTED', 'ACTUAL'].map((kind) => ({
        Notification: {
          NotificationType: kind, ComparisonOperator: 'GREATER_THAN', Threshold: 100, ThresholdType: 'PERCENTAGE',
        },
        Subscribers: [{ SubscriptionType: 'SNS', Address: { Ref: topicID() } }],
      })),
    });
    templates.operations.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({
        Action: 'sns:Publish', Principal: { Service: 'budgets.amazonaws.com' },
      })]) },
    });
  });

  test(`${label}: the dashboard shows every service`, () => {
    const [, dashboard] = resource(
      templates.operations, 'AWS::CloudWatch::Dashboard', 'DashboardName', name('dashboard'));
    const body = JSON.stringify(dashboard['DashboardBody']);
    for (const { name: service } of services) {
      assert.ok(body.includes(`${service}-errors`) && body.includes(`${service}-duration`), service);
    }
  });

  test(`${label}: a log is kept for ${environment.logRetentionDays} days`, () => {
    const groups = properties(templates.services, 'AWS::Logs::LogGroup');
    assert.deepEqual(
      groups.map(({ RetentionInDays }) => RetentionInDays), services.map(() => environment.logRetentionDays));
  });
}
