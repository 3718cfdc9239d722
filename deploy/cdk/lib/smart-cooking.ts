import { App, AppProps, Tags } from 'aws-cdk-lib';
import { Environment, environments } from './environments';
import { IdentityStack } from './identity-stack';
import { ImagesStack } from './images-stack';
import { OperationsStack } from './operations-stack';
import { ServicesStack } from './services-stack';
import { TableStack } from './table-stack';

/** The stacks of one environment, in the order in which they are deployed. */
export interface EnvironmentStacks {
  readonly table: TableStack;
  readonly identity: IdentityStack;
  readonly images: ImagesStack;
  readonly services: ServicesStack;
  readonly operations: OperationsStack;
}

/** Every environment, each in five stacks, for whichever account and region it is deployed with. */
export class SmartCooking extends App {
  readonly stacks: ReadonlyMap<Environment['name'], EnvironmentStacks>;

  constructor(props: AppProps = {}) {
    super({
      analyticsReporting: false,
      ...props,
      context: {
        // The number of tasks belongs to the autoscaling, not to the last deployment.
        '@aws-cdk/aws-ecs:removeDefaultDesiredCount': true,
        ...props.context,
      },
    });
    this.stacks = new Map(environments.map((environment) => [environment.name, this.add(environment)]));
  }

  private add(environment: Environment): EnvironmentStacks {
    const common = { terminationProtection: environment.keepsData };
    const table = new TableStack(this, environment, common);
    const identity = new IdentityStack(this, environment, common);
    const images = new ImagesStack(this, environment, common);
    const services = new ServicesStack(this, environment, { ...common, tableStack: table, identity, images });
    const operations = new OperationsStack(this, environment, {
      ...common, table: table.table, loadBalancer: services.loadBalancer,
    });
    const stacks = { table, identity, images, services, operations };
    for (const stack of Object.values(stacks)) {
      Tags.of(stack).add('smart-cooking-environment', environment.name);
    }
    return stacks;
  }
}
