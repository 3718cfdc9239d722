import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import { Peer, Port, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import type { Repository } from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { secretFields } from './configuration';
import { Environment, resourceName } from './environments';
import { CallMetrics } from './metrics';
import { adminPort, ServiceShape } from './services';

export interface FargateServiceProps {
  readonly environment: Environment;
  readonly shape: ServiceShape;
  readonly vpc: Vpc;
  readonly cluster: ecs.Cluster;
  readonly repository: Repository;
  readonly imageTag: string;
  readonly variables: Record<string, string>;
  readonly secret?: Secret | undefined;
}

/** One executable as tasks on Fargate, with its own roles, log, security group and scaling. */
export class FargateService extends Construct {
  /** What the code may do. It starts with no permission at all. */
  readonly taskRole: Role;
  readonly securityGroup: SecurityGroup;
  readonly service: ecs.FargateService;

  constructor(scope: Construct, props: FargateServiceProps) {
    const { environment, shape } = props;
    super(scope, shape.name);
    const name = resourceName(environment, shape.name);
    const tasks = new ServicePrincipal('ecs-tasks.amazonaws.com');
    this.taskRole = new Role(this, 'TaskRole', { roleName: `${name}-task`, assumedBy: tasks });
    // Pulls the image, reads the secret and writes the log, before and beside the code.
    const executionRole = new Role(this, 'ExecutionRole', { roleName: `${name}-execution`, assumedBy: tasks });

    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: name, retention: environment.logRetentionDays, removalPolicy: RemovalPolicy.DESTROY,
    });
    new CallMetrics(environment, shape.name).addFilters(logGroup);

    const task = new ecs.FargateTaskDefinition(this, 'Task', {
      family: name,
      cpu: shape.taskCPU,
      memoryLimitMiB: shape.taskMemoryMiB,
      taskRole: this.taskRole,
      executionRole,
      runtimePlatform: {
        cpuArchitecture: ecs.CpuArchitecture.X86_64, operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      },
    });
    const container = task.addContainer(shape.name, {
      image: ecs.ContainerImage.fromEcrRepository(props.repository, props.imageTag),
      memoryLimitMiB: shape.memoryMiB,
      readonlyRootFilesystem: true,
      environment: props.variables,
      secrets: props.secret ? containerSecrets(props.secret) : {},
      portMappings: [{ containerPort: shape.port }, { containerPort: adminPort }],
      // A log that cannot be delivered must not stop a call.
      logging: ecs.LogDrivers.awsLogs({
        streamPrefix: 'task', logGroup,
        mode: ecs.AwsLogDriverMode.NON_BLOCKING, maxBufferSize: Size.mebibytes(4),
      }),
      // ECS does not read the image's own HEALTHCHECK.
      healthCheck: {
        command: ['CMD', '/usr/local/bin/healthcheck'],
        interval: Duration.seconds(10), timeout: Duration.seconds(3), retries: 3, startPeriod: Duration.seconds(30),
      },
      // A drain ends within 5 s; the rest is for a machine under load.
      stopTimeout: Duration.seconds(15),
    });

    // The folder of the data that a process makes for itself; the image declares it, with its owner.
    task.addVolume({ name: 'data' });
    container.addMountPoints({ sourceVolume: 'data', containerPath: '/var/lib/smart-cooking', readOnly: false });

    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', {
      vpc: props.vpc, securityGroupName: name, description: `Tasks of ${name}`,
    });
    this.service = new ecs.FargateService(this, 'Service', {
      serviceName: name,
      cluster: props.cluster,
      taskDefinition: task,
      securityGroups: [this.securityGroup],
      circuitBreaker: { rollback: true },
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      capacityProviderStrategies: [
        { capacityProvider: environment.usesSpot ? 'FARGATE_SPOT' : 'FARGATE', weight: 1 },
      ],
      // A and not SRV records: the port is part of the configuration, and the client resolves again.
      cloudMapOptions: { name: shape.name, dnsTtl: Duration.seconds(10) },
      propagateTags: ecs.PropagatedTagSource.SERVICE,
    });
    // Without a way out an image cannot be pulled, and the circuit breaker would give up.
    this.service.node.addDependency(props.vpc.selectSubnets().internetConnectivityEstablished);
    const scaling = this.service.autoScaleTaskCount({
      minCapacity: environment.tasksMin, maxCapacity: environment.tasksMax,
    });
    scaling.scaleOnCpuUtilization('Cpu', {
      targetUtilizationPercent: 60, scaleOutCooldown: Duration.minutes(1), scaleInCooldown: Duration.minutes(5),
    });
  }

  /** Lets `caller` in at the port of this service, and nobody else. */
  allowCallsFrom(caller: FargateService, port: number): void {
    this.securityGroup.addIngressRule(
      Peer.securityGroupId(caller.securityGroup.securityGroupId), Port.tcp(port), `calls of ${caller.node.id}`);
  }
}

function containerSecrets(secret: Secret): Record<string, ecs.Secret> {
  return Object.fromEntries(Object.entries(secretFields).map(
    ([variable, field]) => [variable, ecs.Secret.fromSecretsManager(secret, field)]));
}
