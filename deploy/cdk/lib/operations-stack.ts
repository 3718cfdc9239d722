import { CfnParameter, Duration, Stack, StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { addDashboard } from './dashboard';
import { Environment, resourceName } from './environments';
import { CallMetrics } from './metrics';
import { ServiceShape, services, topicFigure } from './services';

export interface OperationsStackProps extends StackProps {
  readonly table: ITable;
  readonly loadBalancer: IApplicationLoadBalancer;
}

/** What tells people that something is wrong, and where they look. */
export class OperationsStack extends Stack {
  private readonly topic: Topic;

  constructor(scope: Construct, private readonly target: Environment, props: OperationsStackProps) {
    super(scope, resourceName(target, 'operations'), props);
    const email = new CfnParameter(this, 'AlarmEmail', {
      type: 'String', allowedPattern: '[^@ ]+@[^@ ]+', description: 'Who is told',
    });
    this.topic = new Topic(this, 'Alarms', { topicName: resourceName(target, topicFigure), enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(email.valueAsString));

    for (const shape of services) this.addAlarms(shape);
    this.addBudget();
    addDashboard(this, target, props);
  }

  private addAlarms(shape: ServiceShape): void {
    const metrics = new CallMetrics(this.target, shape.name);
    const errors = new Alarm(this, `${shape.name}-errors`, {
      alarmName: resourceName(this.target, `${shape.name}-errors`),
      alarmDescription: `${shape.name}: 10 or more failed calls in 5 minutes, twice in a row`,
      metric: metrics.errors(),
      threshold: 10,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 2,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    const duration = new Alarm(this, `${shape.name}-duration`, {
      alarmName: resourceName(this.target, `${shape.name}-duration`),
      alarmDescription: `${shape.name}: p95 above ${shape.durationLimitSeconds} s for 15 minutes`,
      metric: metrics.duration('p95'),
      threshold: Duration.seconds(shape.durationLimitSeconds).toMilliseconds(),
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    for (const alarm of [errors, duration]) {
      alarm.addAlarmAction(new SnsAction(this.topic));
      alarm.addOkAction(new SnsAction(this.topic));
    }
  }

  /** The whole bill of the account, since each environment lives in its own: a filter by tag would count
   *  nothing until somebody has activated the tag for billing. */
  private addBudget(): void {
    this.topic.grantPublish(new ServicePrincipal('budgets.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
    }));
    const subscribers = [{ subscriptionType: 'SNS', address: this.topic.topicArn }];
    new CfnBudget(this, 'MonthlyCost', {
      budget: {
        budgetName: resourceName(this.target, 'monthly-cost'),
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: this.target.costLimitUSD, unit: 'USD' },
      },
      notificationsWithSubscribers: ['FORECASTED', 'ACTUAL'].map((notificationType) => ({
        notification: {
          notificationType, comparisonOperator: 'GREATER_THAN', threshold: 100, thresholdType: 'PERCENTAGE',
        },
        subscribers,
      })),
    });
  }
}
