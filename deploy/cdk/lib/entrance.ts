import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Port, Vpc } from 'aws-cdk-lib/aws-ec2';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { Environment, resourceName } from './environments';
import type { FargateService } from './fargate-service';
import { adminPort, ServiceShape } from './services';

export interface EntranceProps {
  readonly environment: Environment;
  readonly vpc: Vpc;
  readonly gateway: FargateService;
  readonly shape: ServiceShape;
  readonly certificateARN: string;
}

/** The load balancer in front of the gateway: HTTPS alone, plain HTTP is sent there. */
export class Entrance extends Construct {
  readonly loadBalancer: elb.ApplicationLoadBalancer;

  constructor(scope: Construct, props: EntranceProps) {
    super(scope, 'Entrance');
    const { environment, vpc, gateway, shape } = props;
    this.loadBalancer = new elb.ApplicationLoadBalancer(this, 'LoadBalancer', {
      loadBalancerName: resourceName(environment, 'gateway'),
      vpc,
      internetFacing: true,
      deletionProtection: environment.keepsData,
      dropInvalidHeaderFields: true,
      // Longer than the 60 s a suggestion may take, shorter than the gateway keeps an idle connection.
      idleTimeout: Duration.seconds(75),
    });
    this.loadBalancer.addRedirect();
    const listener = this.loadBalancer.addListener('Https', {
      port: 443,
      certificates: [elb.ListenerCertificate.fromArn(props.certificateARN)],
      sslPolicy: elb.SslPolicy.TLS13_RES,
    });
    listener.addTargets('Gateway', {
      targetGroupName: resourceName(environment, 'gateway'),
      port: shape.port,
      protocol: elb.ApplicationProtocol.HTTP,
      targets: [gateway.service.loadBalancerTarget({ containerName: shape.name, containerPort: shape.port })],
      deregistrationDelay: Duration.seconds(65),
      healthCheck: {
        path: '/health', port: String(adminPort), healthyHttpCodes: '200',
        interval: Duration.seconds(10), timeout: Duration.seconds(3),
        healthyThresholdCount: 2, unhealthyThresholdCount: 3,
      },
    });
    gateway.service.connections.allowFrom(this.loadBalancer, Port.tcp(adminPort), 'health checks');
    new CfnOutput(this, 'Address', { value: this.loadBalancer.loadBalancerDnsName });
  }
}
