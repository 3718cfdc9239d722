import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { Environment, resourceName } from './environments';

/** Two zones; the load balancer in public subnets, every task in private ones. The table is reached through
 *  a gateway endpoint, everything else of AWS through one NAT: losing its zone stops new images and model
 *  calls, not the cookbook. */
export class Network extends Construct {
  readonly vpc: ec2.Vpc;

  constructor(scope: Construct, environment: Environment) {
    super(scope, 'Network');
    const natInstance = environment.usesManagedNat ? undefined : ec2.NatProvider.instanceV2({
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.NANO),
      defaultAllowedTraffic: ec2.NatTrafficDirection.OUTBOUND_ONLY,
    });
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      vpcName: resourceName(environment, 'vpc'),
      maxAzs: 2,
      natGateways: 1,
      natGatewayProvider: natInstance ?? ec2.NatProvider.gateway(),
      subnetConfiguration: [
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
        { name: 'private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
      ],
      gatewayEndpoints: { Table: { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB } },
    });
    natInstance?.connections.allowFrom(
      ec2.Peer.ipv4(this.vpc.vpcCidrBlock), ec2.Port.allTraffic(), 'what the private subnets send out');
  }
}
