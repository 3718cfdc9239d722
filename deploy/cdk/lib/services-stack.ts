import { CfnParameter, Stack, StackProps } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { NamespaceType } from 'aws-cdk-lib/aws-servicediscovery';
import type { Construct } from 'constructs';
import { configuration } from './configuration';
import { Entrance } from './entrance';
import { Environment, resourceName } from './environments';
import { FargateService } from './fargate-service';
import type { IdentityStack } from './identity-stack';
import type { ImagesStack } from './images-stack';
import { Network } from './network';
import { alertingService, modelID, ownsSlice, ServiceName, services, topicFigure } from './services';
import { sliceStatements } from './slice-policy';
import type { TableStack } from './table-stack';

export interface ServicesStackProps extends StackProps {
  readonly tableStack: TableStack;
  readonly identity: IdentityStack;
  readonly images: ImagesStack;
}

/** The five executables, the network between them and the way in. */
export class ServicesStack extends Stack {
  readonly loadBalancer: Entrance['loadBalancer'];

  constructor(scope: Construct, environment: Environment, props: ServicesStackProps) {
    super(scope, resourceName(environment, 'services'), props);
    const imageTag = new CfnParameter(this, 'ImageTag', {
      type: 'String', allowedPattern: '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}',
      description: 'The images to run: a commit',
    });
    const certificate = new CfnParameter(this, 'CertificateArn', {
      type: 'String', allowedPattern: 'arn:[a-z-]+:acm:.+', description: 'The certificate of the public name',
    });

    const { vpc } = new Network(this, environment);
    const namespaceName = `smart-cooking-${environment.name}.internal`;
    const cluster = new ecs.Cluster(this, 'Cluster', {
      clusterName: resourceName(environment, 'cluster'),
      vpc,
      defaultCloudMapNamespace: { name: namespaceName, type: NamespaceType.DNS_PRIVATE, vpc },
    });

    // Part of the cluster itself: the association that the library adds may come after the services.
    (cluster.node.defaultChild as ecs.CfnCluster).capacityProviders = ['FARGATE', 'FARGATE_SPOT'];

    const { table } = props.tableStack;
    const { issuer, tokenURL, tokenScope, secrets } = props.identity;
    // By its name: the stack of the topic is deployed after this one, as it watches these services.
    const topicARN = this.formatArn({ service: 'sns', resource: resourceName(environment, topicFigure) });
    const sources = {
      tableName: table.tableName, namespaceName, region: this.region, issuer, tokenURL, tokenScope, topicARN,
    };
    const running = new Map<ServiceName, FargateService>();
    for (const shape of services) {
      const service = new FargateService(this, {
        environment, shape, vpc, cluster,
        repository: required(props.images.repositories.get(shape.name)),
        imageTag: imageTag.valueAsString,
        variables: configuration(environment, shape, sources),
        secret: ownsSlice(shape.name) ? required(secrets.get(shape.name)) : undefined,
      });
      running.set(shape.name, service);
      if (ownsSlice(shape.name)) {
        for (const statement of sliceStatements(table, shape.name)) service.taskRole.addToPolicy(statement);
      }
    }
    required(running.get('ai-suggestion')).taskRole.addToPolicy(new PolicyStatement({
      sid: 'Model',
      actions: ['bedrock:InvokeModel'],
      resources: [this.formatArn({
        service: 'bedrock', account: '', resource: 'foundation-model', resourceName: modelID,
      })],
    }));

    required(running.get(alertingService)).taskRole.addToPolicy(new PolicyStatement({
      sid: 'Alerts', actions: ['sns:Publish'], resources: [topicARN],
    }));

    for (const caller of services) {
      for (const callee of services.filter(({ name }) => caller.calls.some((called) => called === name))) {
        required(running.get(callee.name)).allowCallsFrom(required(running.get(caller.name)), callee.port);
      }
    }
    const entrance = new Entrance(this, {
      environment, vpc, gateway: required(running.get('gateway')),
      shape: required(services.find(({ name }) => name === 'gateway')),
      certificateARN: certificate.valueAsString,
    });
    this.loadBalancer = entrance.loadBalancer;
  }
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('every service has a repository, and every slice owner a secret');
  return value;
}
