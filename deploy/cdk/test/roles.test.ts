import { test } from 'node:test';
import assert = require('node:assert/strict');
import { modelID, ownsSlice, services } from '../lib/services';
import { SliceOwner, slices } from '../lib/slices';
import { deployed, EnvironmentTemplates, list, properties, Properties, resource } from './fixture';

const owners = Object.keys(slices) as SliceOwner[];
const itemActions = [
  'BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem',
].map((action) => `dynamodb:${action}`);

/** Every statement that the template gives to the role. */
function statements({ templates }: EnvironmentTemplates, roleName: string): Properties[] {
  const [roleID, role] = resource(templates.services, 'AWS::IAM::Role', 'RoleName', roleName);
  assert.deepEqual(list(role['ManagedPolicyArns']), [], `${roleName} takes no managed policy`);
  assert.deepEqual(list(role['Policies']), [], `${roleName} has no inline policy that this test does not see`);
  return properties(templates.services, 'AWS::IAM::Policy')
    .filter((policy) => list(policy['Roles']).some((reference: any) => reference.Ref === roleID))
    .flatMap((policy) => list(policy['PolicyDocument'].Statement) as Properties[]);
}

function isOfService(statement: Properties, service: string): boolean {
  return list<string>(statement['Action']).some((action) => action === '*' || action.startsWith(`${service}:`));
}

/** Whether IAM would let a request with these partition keys pass one of the statements. */
function allows(granted: readonly Properties[], action: string, keys: readonly string[]): boolean {
  return granted.some((statement) => {
    if (!list<string>(statement['Action']).includes(action)) return false;
    const condition = statement['Condition'] ?? {};
    const patterns = list<string>(condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']);
    const needsKeys = condition['Null']?.['dynamodb:LeadingKeys'] === 'false';
    if (keys.length === 0) return !needsKeys;
    return keys.every((key) => patterns.some((pattern) => pattern.endsWith('*')
      ? key.startsWith(pattern.slice(0, -1)) : key === pattern));
  });
}

test('no prefix of a slice begins with a prefix of another', () => {
  const all = owners.flatMap((owner) => slices[owner]);
  for (const [index, prefix] of all.entries()) {
    assert.match(prefix, /^[A-Z]+#$/);
    assert.deepEqual(all.filter((other, at) => at !== index && other.startsWith(prefix)), []);
  }
});

test('every service but the gateway owns a slice', () => {
  assert.deepEqual(services.map(({ name }) => name).filter(ownsSlice).sort(), [...owners].sort());
});

for (const environment of deployed) {
  const { templates, stacks, name } = environment;
  const tableARN = stacks.services.resolve(stacks.table.table.tableArn);
  const label = environment.environment.name;

  for (const owner of owners) {
    test(`${label}: the role of ${owner} is confined to its slice of the table and the indexes`, () => {
      const granted = statements(environment, name(`${owner}-task`))
        .filter((each) => isOfService(each, 'dynamodb'));
      assert.equal(granted.length, 2);
      for (const statement of granted) {
        assert.equal(statement['Effect'], 'Allow');
        assert.deepEqual(statement['Condition'], {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': slices[owner].map((prefix) => `${prefix}*`) },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        });
      }
      assert.deepEqual(granted.map(({ Action, Resource }) => [[...list<string>(Action)].sort(), Resource]), [
        [itemActions, tableARN],
        [['dynamodb:Query'], { 'Fn::Join': ['', [tableARN, '/index/*']] }],
      ]);
    });

    test(`${label}: ${owner} reaches its own keys and nobody else's`, () => {
      const granted = statements(environment, name(`${owner}-task`));
      for (const other of owners) {
        for (const prefix of slices[other]) {
          for (const action of itemActions) {
            assert.equal(allows(granted, action, [`${prefix}1`]), other === owner, `${action} of ${prefix}1`);
          }
          const own = slices[owner].map((ownPrefix) => `${ownPrefix}1`);
          assert.equal(allows(granted, 'dynamodb:BatchGetItem', [...own, `${prefix}1`]), other === owner);
        }
      }
      assert.equal(allows(granted, 'dynamodb:Query', []), false, 'a request without keys');
      assert.equal(allows(granted, 'dynamodb:Scan', []), false, 'a scan');
    });
  }

  test(`${label}: the gateway's role may do nothing`, () => {
    assert.deepEqual(statements(environment, name('gateway-task')), []);
  });

  test(`${label}: ai-suggestion alone may invoke a model, and that one only`, () => {
    for (const { name: service } of services) {
      const granted = statements(environment, name(`${service}-task`));
      const model = granted.filter((statement) => isOfService(statement, 'bedrock'));
      if (service !== 'ai-suggestion') {
        assert.deepEqual(model, []);
        continue;
      }
      assert.equal(model.length, 1);
      assert.equal(model[0]?.['Action'], 'bedrock:InvokeModel');
      assert.match(JSON.stringify(model[0]?.['Resource']), new RegExp(`::foundation-model/${modelID}"]]}$`));
    }
  });

  test(`${label}: ingredient-validator alone may tell people, by their topic only`, () => {
    const [, topic] = resource(templates.operations, 'AWS::SNS::Topic', 'TopicName', name('alarms'));
    for (const { name: service } of services) {
      const others = statements(environment, name(`${service}-task`))
        .filter((statement) => !isOfService(statement, 'dynamodb') && !isOfService(statement, 'bedrock'));
      if (service !== 'ingredient-validator') {
        assert.deepEqual(others, []);
        continue;
      }
      assert.deepEqual(others.map(({ Action }) => Action), ['sns:Publish']);
      assert.match(JSON.stringify(others[0]?.['Resource']), new RegExp(`:${topic['TopicName']}"]]}$`));
    }
  });

  test(`${label}: the role that starts a task reads its own secret and no item`, () => {
    for (const { name: service } of services) {
      const granted = statements(environment, name(`${service}-execution`));
      assert.deepEqual(granted.filter((statement) => isOfService(statement, 'dynamodb')), []);
      const secrets = granted.filter((statement) => isOfService(statement, 'secretsmanager'));
      const own = ownsSlice(service) ? [stacks.identity.secrets.get(service)?.secretArn] : [];
      assert.deepEqual(secrets.flatMap(({ Resource }) => list(Resource)), stacks.services.resolve(own));
    }
  });

  test(`${label}: every task runs under the roles of its own service`, () => {
    for (const { name: service } of services) {
      const [, task] = resource(templates.services, 'AWS::ECS::TaskDefinition', 'Family', name(service));
      for (const [property, role] of [['TaskRoleArn', 'task'], ['ExecutionRoleArn', 'execution']] as const) {
        const [roleID] = resource(templates.services, 'AWS::IAM::Role', 'RoleName', name(`${service}-${role}`));
        assert.deepEqual(task[property], { 'Fn::GetAtt': [roleID, 'Arn'] });
      }
    }
  });

  test(`${label}: nothing in the environment may do everything`, () => {
    for (const template of Object.values(templates)) {
      for (const policy of properties(template, 'AWS::IAM::Policy')) {
        for (const statement of list<Properties>(policy['PolicyDocument'].Statement)) {
          assert.deepEqual(list<string>(statement['Action']).filter((action) => action.endsWith('*')), []);
          if (list(statement['Resource']).includes('*')) {
            // The one call of a registry that knows no resource.
            assert.equal(statement['Action'], 'ecr:GetAuthorizationToken');
          }
        }
      }
    }
  });
}
