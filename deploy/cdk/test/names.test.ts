import { test } from 'node:test';
import assert = require('node:assert/strict');
import { deployed } from './fixture';

/** The property that names a resource of each type that has a name of its own. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::Budgets::Budget': 'Budget.BudgetName',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::Cognito::UserPool': 'UserPoolName',
  'AWS::Cognito::UserPoolClient': 'ClientName',
  'AWS::Cognito::UserPoolResourceServer': 'Name',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::ECR::Repository': 'RepositoryName',
  'AWS::ECS::Cluster': 'ClusterName',
  'AWS::ECS::Service': 'ServiceName',
  'AWS::ECS::TaskDefinition': 'Family',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'Name',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'Name',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::ServiceDiscovery::PrivateDnsNamespace': 'Name',
  'AWS::SNS::Topic': 'TopicName',
};

for (const { environment, stacks, templates } of deployed) {
  const prefix = `smart-cooking-${environment.name}`;

  test(`${environment.name}: stacks and resources are named after their environment`, () => {
    for (const stack of Object.values(stacks)) {
      assert.match(stack.stackName, new RegExp(`^${prefix}-[a-z]+$`));
    }
    const seen = new Set<string>();
    for (const template of Object.values(templates)) {
      for (const { Type, Properties } of Object.values<any>(template.toJSON()['Resources'])) {
        const path = nameProperties[Type];
        if (!path) continue;
        const name = path.split('.').reduce((value, key) => value[key], Properties);
        assert.match(name, new RegExp(`^${prefix}[-.]`), `${Type} ${name}`);
        seen.add(Type);
      }
    }
    assert.deepEqual([...seen].sort(), Object.keys(nameProperties).sort());
  });

  test(`${environment.name}: no name of an environment appears in another`, () => {
    const others = deployed.map((each) => each.environment.name).filter((name) => name !== environment.name);
    for (const template of Object.values(templates)) {
      const text = JSON.stringify(template.toJSON());
      for (const other of others) assert.equal(text.includes(`smart-cooking-${other}`), false);
    }
  });
}
