import { test } from 'node:test';
import assert = require('node:assert/strict');
import { adminPort, ownsSlice, services, ServiceName } from '../lib/services';
import { deployed, EnvironmentTemplates, list, properties, Properties, resource } from './fixture';

function container({ templates, name }: EnvironmentTemplates, service: ServiceName): Properties {
  const [, task] = resource(templates.services, 'AWS::ECS::TaskDefinition', 'Family', name(service));
  const containers = list<Properties>(task['ContainerDefinitions']);
  assert.equal(containers.length, 1);
  return containers[0] ?? {};
}

/** What lets traffic into the security group with this name: pairs of source and port. */
function ingress({ templates, name }: EnvironmentTemplates, service: ServiceName): string[] {
  const [groupID, group] = resource(templates.services, 'AWS::EC2::SecurityGroup', 'GroupName', name(service));
  const separate = properties(templates.services, 'AWS::EC2::SecurityGroupIngress')
    .filter((rule) => rule['GroupId']['Fn::GetAtt'][0] === groupID);
  const names = new Map(Object.entries(templates.services.findResources('AWS::EC2::SecurityGroup'))
    .map(([id, { Properties }]) => [id, Properties.GroupName ?? 'load balancer']));
  return [...list<Properties>(group['SecurityGroupIngress']), ...separate].map((rule) => {
    assert.equal(rule['FromPort'], rule['ToPort']);
    return `${names.get(rule['SourceSecurityGroupId']?.['Fn::GetAtt'][0])} ${rule['FromPort']}`;
  }).sort();
}

for (const environment of deployed) {
  const { templates, name } = environment;
  const label = environment.environment.name;

  test(`${label}: five services run, each within its memory`, () => {
    templates.services.resourceCountIs('AWS::ECS::Service', 5);
    const limits = {
      'ai-suggestion': 1024, 'cooking-history': 256, 'rating-handler': 256, 'ingredient-validator': 256, gateway: 512,
    };
    for (const { name: service } of services) {
      const { Memory, ReadonlyRootFilesystem, HealthCheck } = container(environment, service);
      assert.equal(Memory, limits[service]);
      assert.equal(ReadonlyRootFilesystem, true);
      assert.deepEqual(HealthCheck.Command, ['CMD', '/usr/local/bin/healthcheck']);
    }
  });

  test(`${label}: a service is told the addresses of those it calls, and only these`, () => {
    for (const { name: service, calls, port } of services) {
      const variables = list<Properties>(container(environment, service)['Environment']);
      const told = new Map(variables.map(({ Name, Value }) => [Name, Value]));
      for (const { name: target, port: targetPort } of services) {
        const address = `${target}.smart-cooking-${label}.internal:${targetPort}`;
        const isCalled = calls.some((called) => called === target);
        const variable = `SMART_COOKING_${target.toUpperCase().replace(/-/g, '_')}`;
        assert.equal(told.get(variable), isCalled ? address : undefined);
      }
      assert.equal(told.get('SMART_COOKING_ENV'), label);
      assert.equal(told.get('SMART_COOKING_LISTEN'), `0.0.0.0:${port}`);
      assert.equal(told.get('SMART_COOKING_ADMIN_LISTEN'), `0.0.0.0:${adminPort}`);
      assert.equal(told.has('SMART_COOKING_TABLE'), ownsSlice(service));
      assert.equal(told.get('SMART_COOKING_MODEL'), service === 'ai-suggestion' ? 'bedrock' : undefined);
      assert.equal(told.get('SMART_COOKING_FREE_SUGGESTIONS'), service === 'ai-suggestion' ? '10' : undefined);
      assert.equal(told.has('SMART_COOKING_ALERT_TOPIC'), service === 'ingredient-validator');
    }
  });

  test(`${label}: a secret reaches a container as a reference, never as a value`, () => {
    for (const { name: service } of services) {
      const { Environment, Secrets } = container(environment, service);
      assert.deepEqual(list<Properties>(Secrets).map(({ Name }) => Name), ownsSlice(service)
        ? ['SMART_COOKING_CLIENT_ID', 'SMART_COOKING_CLIENT_SECRET', 'SMART_COOKING_PAGE_TOKEN_KEY'] : []);
      assert.deepEqual(list<Properties>(Environment).filter(({ Name }) => /SECRET|KEY|PASSWORD/.test(Name)), []);
    }
  });

  test(`${label}: a port is open to the callers of its service alone`, () => {
    for (const { name: service, port } of services) {
      const callers = services.filter(({ calls }) => calls.some((called) => called === service))
        .map((caller) => `${name(caller.name)} ${port}`);
      const expected = service === 'gateway' ? [`load balancer ${port}`, `load balancer ${adminPort}`] : callers;
      assert.deepEqual(ingress(environment, service), expected.sort());
    }
  });

  test(`${label}: the gateway stands behind HTTPS and is checked at its admin port`, () => {
    templates.services.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      Port: 8080, Protocol: 'HTTP', TargetType: 'ip',
      HealthCheckPath: '/health', HealthCheckPort: String(adminPort),
    });
    const listeners = properties(templates.services, 'AWS::ElasticLoadBalancingV2::Listener')
      .map(({ Port, Protocol, DefaultActions }) => [Port, Protocol, DefaultActions[0].Type]);
    assert.deepEqual(listeners, [[80, 'HTTP', 'redirect'], [443, 'HTTPS', 'forward']]);
  });

  test(`${label}: services find each other by name`, () => {
    templates.services.hasResourceProperties('AWS::ServiceDiscovery::PrivateDnsNamespace', {
      Name: `smart-cooking-${label}.internal`,
    });
    const names = properties(templates.services, 'AWS::ServiceDiscovery::Service').map(({ Name }) => Name);
    assert.deepEqual(names.sort(), services.map((service) => service.name as string).sort());
  });

  test(`${label}: a service grows and shrinks within its bounds`, () => {
    const { tasksMin, tasksMax } = environment.environment;
    const targets = properties(templates.services, 'AWS::ApplicationAutoScaling::ScalableTarget');
    assert.deepEqual(targets.map(({ MinCapacity, MaxCapacity }) => [MinCapacity, MaxCapacity]),
      services.map(() => [tasksMin, tasksMax]));
    for (const service of properties(templates.services, 'AWS::ECS::Service')) {
      assert.equal(service['DesiredCount'], undefined, 'a deployment must not undo the scaling');
      assert.equal(service['DeploymentConfiguration'].DeploymentCircuitBreaker.Rollback, true);
    }
  });

  test(`${label}: people and services have clients of their own, and only services a secret`, () => {
    templates.identity.hasResourceProperties('AWS::Cognito::UserPool', { UserPoolName: name('users') });
    const clients = properties(templates.identity, 'AWS::Cognito::UserPoolClient').map((client) => [
      client['ClientName'], client['GenerateSecret'] === true,
      list(client['AllowedOAuthFlows']).join(), client['ExplicitAuthFlows'].join(),
    ]);
    assert.deepEqual(clients, [
      [name('app'), false, '', 'ALLOW_USER_SRP_AUTH,ALLOW_REFRESH_TOKEN_AUTH'],
      ...services.map((service) => service.name).filter(ownsSlice)
        .map((owner) => [name(owner), true, 'client_credentials', 'ALLOW_REFRESH_TOKEN_AUTH']),
    ]);
  });
}
