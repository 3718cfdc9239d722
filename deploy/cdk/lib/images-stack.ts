import { RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';
import { Repository, TagMutability } from 'aws-cdk-lib/aws-ecr';
import type { Construct } from 'constructs';
import { Environment, resourceName } from './environments';
import { ServiceName, services } from './services';

/** One image repository for each executable, deployed before the services so that there is something to run. */
export class ImagesStack extends Stack {
  readonly repositories: ReadonlyMap<ServiceName, Repository>;

  constructor(scope: Construct, environment: Environment, props: StackProps) {
    super(scope, resourceName(environment, 'images'), props);
    this.repositories = new Map(services.map(({ name }) => [name, new Repository(this, name, {
      repositoryName: resourceName(environment, name),
      imageScanOnPush: true,
      imageTagMutability: TagMutability.IMMUTABLE,
      // Enough to roll back, not enough to pay for.
      lifecycleRules: [{ maxImageCount: 20 }],
      removalPolicy: environment.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      emptyOnDelete: !environment.keepsData,
    })]));
  }
}
