import { Template } from 'aws-cdk-lib/assertions';
import { environments, Environment, resourceName } from '../lib/environments';
import { EnvironmentStacks, SmartCooking } from '../lib/smart-cooking';

export type Properties = Readonly<Record<string, any>>;

const app = new SmartCooking();

/** The templates of one environment, synthesised once for a file of tests. */
export interface EnvironmentTemplates {
  readonly environment: Environment;
  readonly stacks: EnvironmentStacks;
  readonly templates: { readonly [Stack in keyof EnvironmentStacks]: Template };
  name(resource: string): string;
}

export const deployed: readonly EnvironmentTemplates[] = environments.map((environment) => {
  const stacks = app.stacks.get(environment.name);
  if (!stacks) throw new Error(`no stacks for ${environment.name}`);
  return {
    environment,
    stacks,
    templates: {
      table: Template.fromStack(stacks.table),
      identity: Template.fromStack(stacks.identity),
      images: Template.fromStack(stacks.images),
      services: Template.fromStack(stacks.services),
      operations: Template.fromStack(stacks.operations),
    },
    name: (resource) => resourceName(environment, resource),
  };
});

/** The properties of all resources of a type. */
export function properties(template: Template, type: string): Properties[] {
  return Object.values(template.findResources(type)).map((resource) => resource['Properties'] ?? {});
}

/** The single resource of a type whose property has this value. */
export function resource(template: Template, type: string, property: string, value: string): [string, Properties] {
  const found = Object.entries(template.findResources(type, { Properties: { [property]: value } }));
  const only = found[0];
  if (found.length !== 1 || !only) throw new Error(`${found.length} of ${type} have ${property} ${value}`);
  return [only[0], only[1]['Properties']];
}

/** One or many, as IAM writes it, as a list. */
export function list<Value>(value: Value | readonly Value[] | undefined): readonly Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as Value];
}
